@NullMarked
package org.allmende.server.rehearsal;

import org.jspecify.annotations.NullMarked;
