/** Files of ours: whole, in parts, or not at all when the client has them. */
@NullMarked
package org.allmende.server.files;

import org.jspecify.annotations.NullMarked;
