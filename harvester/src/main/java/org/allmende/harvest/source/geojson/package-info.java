/** Lists as GeoJSON. */
@NullMarked
package org.allmende.harvest.source.geojson;

import org.jspecify.annotations.NullMarked;
