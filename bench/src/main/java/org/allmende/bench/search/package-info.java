/** How well a search finds: judged queries, asked of the product and of plain analyzers. */
@NullMarked
package org.allmende.bench.search;

import org.jspecify.annotations.NullMarked;
