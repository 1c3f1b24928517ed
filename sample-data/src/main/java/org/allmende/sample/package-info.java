/**
 * The invented town of Musterstadt: one small source per format, for tests and for the demo start.
 */
@NullMarked
package org.allmende.sample;

import org.jspecify.annotations.NullMarked;
