/** RDF terms that Jena does not bring, and the one prefix map. */
@NullMarked
package org.allmende.vocab;

import org.jspecify.annotations.NullMarked;
