/** How German and English texts become words by which they are found; knows no index. */
@NullMarked
package org.allmende.catalog.search.language;

import org.jspecify.annotations.NullMarked;
