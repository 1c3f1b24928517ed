/** What a person seeks and what was found; the index is a follower. */
@NullMarked
package org.allmende.catalog.search;

import org.jspecify.annotations.NullMarked;
