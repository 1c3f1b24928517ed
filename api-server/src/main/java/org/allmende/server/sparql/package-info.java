/** SPARQL 1.1 over HTTP, within limits. */
@NullMarked
package org.allmende.server.sparql;

import org.jspecify.annotations.NullMarked;
