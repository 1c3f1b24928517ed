/** Lists as CSV. */
@NullMarked
package org.allmende.harvest.source.csv;

import org.jspecify.annotations.NullMarked;
