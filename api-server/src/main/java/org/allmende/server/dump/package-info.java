/** The whole catalog in one file: written on demand by a command, and kept ready for download. */
@NullMarked
package org.allmende.server.dump;

import org.jspecify.annotations.NullMarked;
