/**
 * CKAN's Action API ({@code ckan-api.md}): its addresses, its parameters, its JSON. The one place
 * that says package, resource, tag and group, and the one that knows {@code q} and {@code fq}.
 */
@NullMarked
package org.allmende.server.ckan;

import org.jspecify.annotations.NullMarked;
