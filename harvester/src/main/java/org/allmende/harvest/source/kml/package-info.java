/** Places as KML. */
@NullMarked
package org.allmende.harvest.source.kml;

import org.jspecify.annotations.NullMarked;
