/** Catalogs of the CKAN kind. */
@NullMarked
package org.allmende.harvest.source.ckan;

import org.jspecify.annotations.NullMarked;
