/** What may be meant by the beginning or the middle of a word; {@code Suggester} is the face. */
@NullMarked
package org.allmende.catalog.search.suggest;

import org.jspecify.annotations.NullMarked;
