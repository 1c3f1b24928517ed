/** Where things lie on the earth: positions, boxes, shapes, and how they are written. */
@NullMarked
package org.allmende.catalog.geo;

import org.jspecify.annotations.NullMarked;
