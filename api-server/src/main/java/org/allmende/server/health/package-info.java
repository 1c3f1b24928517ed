/** Whether the server lives, is ready, and how it fares. */
@NullMarked
package org.allmende.server.health;

import org.jspecify.annotations.NullMarked;
