/** What a catalog is made of: identities, descriptions, records, revisions. */
@NullMarked
package org.allmende.catalog.model;

import org.jspecify.annotations.NullMarked;
