/** Proposes how a source may be read that nobody has described yet. */
@NullMarked
package org.allmende.harvest.guess;

import org.jspecify.annotations.NullMarked;
