/** Places and tracks as GPX. */
@NullMarked
package org.allmende.harvest.source.gpx;

import org.jspecify.annotations.NullMarked;
