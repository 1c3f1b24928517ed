/** How good descriptions are, in the measures by which the portals of Germany and Europe rate. */
@NullMarked
package org.allmende.catalog.quality;

import org.jspecify.annotations.NullMarked;
