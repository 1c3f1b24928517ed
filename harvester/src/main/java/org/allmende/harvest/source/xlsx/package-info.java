/** Lists as sheets of a workbook. */
@NullMarked
package org.allmende.harvest.source.xlsx;

import org.jspecify.annotations.NullMarked;
