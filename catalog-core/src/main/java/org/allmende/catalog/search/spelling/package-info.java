/**
 * Which word of the catalog was meant by one that it does not have; {@code Dictionary} is the face.
 */
@NullMarked
package org.allmende.catalog.search.spelling;

import org.jspecify.annotations.NullMarked;
