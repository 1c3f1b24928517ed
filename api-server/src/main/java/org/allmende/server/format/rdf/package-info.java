/** RDF syntaxes. */
@NullMarked
package org.allmende.server.format.rdf;

import org.jspecify.annotations.NullMarked;
