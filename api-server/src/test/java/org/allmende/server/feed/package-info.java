@NullMarked
package org.allmende.server.feed;

import org.jspecify.annotations.NullMarked;
