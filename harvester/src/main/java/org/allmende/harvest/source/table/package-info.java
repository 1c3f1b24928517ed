/**
 * What data sources have in common: tables, mapping files, the cleaning of values, the files made.
 */
@NullMarked
package org.allmende.harvest.source.table;

import org.jspecify.annotations.NullMarked;
