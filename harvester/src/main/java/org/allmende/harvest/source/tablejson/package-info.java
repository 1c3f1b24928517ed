/** Lists as JSON arrays of cells. */
@NullMarked
package org.allmende.harvest.source.tablejson;

import org.jspecify.annotations.NullMarked;
