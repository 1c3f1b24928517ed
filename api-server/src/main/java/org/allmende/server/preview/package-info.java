/**
 * Files of ours as tables that answer at once: prepared by content, sorted, filtered, exported. The
 * only package beside the ledger that speaks JDBC, to DuckDB.
 */
@NullMarked
package org.allmende.server.preview;

import org.jspecify.annotations.NullMarked;
