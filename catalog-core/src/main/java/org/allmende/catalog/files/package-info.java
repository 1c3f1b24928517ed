/** Files by content hash. */
@NullMarked
package org.allmende.catalog.files;

import org.jspecify.annotations.NullMarked;
