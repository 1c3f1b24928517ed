@NullMarked
package org.allmende.server.cite;

import org.jspecify.annotations.NullMarked;
