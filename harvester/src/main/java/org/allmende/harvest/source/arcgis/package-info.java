/** Layers of an ArcGIS server. */
@NullMarked
package org.allmende.harvest.source.arcgis;

import org.jspecify.annotations.NullMarked;
