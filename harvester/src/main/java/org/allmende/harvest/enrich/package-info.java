/** What the operator says about a source, applied to its descriptions. */
@NullMarked
package org.allmende.harvest.enrich;

import org.jspecify.annotations.NullMarked;
