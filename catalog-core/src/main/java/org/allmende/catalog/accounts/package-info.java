/** Who may do what: users, what they are in organizations and groups, and what follows from it. */
@NullMarked
package org.allmende.catalog.accounts;

import org.jspecify.annotations.NullMarked;
