/** When sources are harvested, and what became of it. */
@NullMarked
package org.allmende.harvest.schedule;

import org.jspecify.annotations.NullMarked;
