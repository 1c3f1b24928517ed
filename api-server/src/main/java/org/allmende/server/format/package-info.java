/** The syntaxes in which triples leave: the seam, and the list of all. */
@NullMarked
package org.allmende.server.format;

import org.jspecify.annotations.NullMarked;
