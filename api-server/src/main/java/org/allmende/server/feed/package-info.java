/** Feeds of what is new: Atom (RFC 4287) and JSON Feed. */
@NullMarked
package org.allmende.server.feed;

import org.jspecify.annotations.NullMarked;
