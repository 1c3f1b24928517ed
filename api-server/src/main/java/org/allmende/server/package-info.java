/** The commands, the settings, and the server with all its wiring. */
@NullMarked
package org.allmende.server;

import org.jspecify.annotations.NullMarked;
