/** GovData's harvest of a catalog, played without consequences (dcat-ap-de.md 2). */
@NullMarked
package org.allmende.server.rehearsal;

import org.jspecify.annotations.NullMarked;
