/** RDF held against the shapes of a profile: over HTTP, and the report that the command shares. */
@NullMarked
package org.allmende.server.validate;

import org.jspecify.annotations.NullMarked;
