/** Places by the names people give them; {@code Gazetteer} is the face. */
@NullMarked
package org.allmende.catalog.search.place;

import org.jspecify.annotations.NullMarked;
