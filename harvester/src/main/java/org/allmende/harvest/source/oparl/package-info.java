/** Council information by OParl 1.0 and 1.1. */
@NullMarked
package org.allmende.harvest.source.oparl;

import org.jspecify.annotations.NullMarked;
