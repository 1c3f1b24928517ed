/** How a dataset is cited: plain text, and what reference managers read. */
@NullMarked
package org.allmende.server.cite;

import org.jspecify.annotations.NullMarked;
