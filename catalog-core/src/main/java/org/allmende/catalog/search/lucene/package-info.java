/** The index on Lucene; the only package that imports it. */
@NullMarked
package org.allmende.catalog.search.lucene;

import org.jspecify.annotations.NullMarked;
