@NullMarked
package org.allmende.server.preview;

import org.jspecify.annotations.NullMarked;
