/** One address per dataset, every format by suffix or Accept header. */
@NullMarked
package org.allmende.server.dataset;

import org.jspecify.annotations.NullMarked;
