/** Collections of OGC API Features. */
@NullMarked
package org.allmende.harvest.source.ogcfeatures;

import org.jspecify.annotations.NullMarked;
