/** What lies in ZIP files, read so that no bomb goes off. */
@NullMarked
package org.allmende.server.archive;

import org.jspecify.annotations.NullMarked;
