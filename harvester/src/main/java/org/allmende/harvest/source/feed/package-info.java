/** News as RSS and Atom. */
@NullMarked
package org.allmende.harvest.source.feed;

import org.jspecify.annotations.NullMarked;
