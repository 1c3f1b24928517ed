/** What changed in the catalog, in order, for partners who copy only that. */
@NullMarked
package org.allmende.server.changes;

import org.jspecify.annotations.NullMarked;
