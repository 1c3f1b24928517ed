/** Features of a WFS, and GML. */
@NullMarked
package org.allmende.harvest.source.wfs;

import org.jspecify.annotations.NullMarked;
