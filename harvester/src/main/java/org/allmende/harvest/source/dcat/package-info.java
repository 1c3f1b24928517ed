/** Catalogs in RDF, page by page. */
@NullMarked
package org.allmende.harvest.source.dcat;

import org.jspecify.annotations.NullMarked;
