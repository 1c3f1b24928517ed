/** The one truth: every revision in order, the address book, what drives the followers. */
@NullMarked
package org.allmende.catalog.ledger;

import org.jspecify.annotations.NullMarked;
