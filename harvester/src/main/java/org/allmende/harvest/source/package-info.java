/** The seam of source formats, and the list of all of them. */
@NullMarked
package org.allmende.harvest.source;

import org.jspecify.annotations.NullMarked;
