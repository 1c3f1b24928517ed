/** The syntaxes in which graphs leave: the seam, and the list of all. */
@NullMarked
package org.allmende.server.format;

import org.jspecify.annotations.NullMarked;
