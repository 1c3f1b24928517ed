/** The catalog: publish, withdraw, find, search. The one way in, and what became of it. */
@NullMarked
package org.allmende.catalog;

import org.jspecify.annotations.NullMarked;
