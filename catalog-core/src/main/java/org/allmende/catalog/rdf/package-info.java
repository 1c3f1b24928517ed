/** The RDF store, a follower; the only package that knows TDB2. */
@NullMarked
package org.allmende.catalog.rdf;

import org.jspecify.annotations.NullMarked;
