/** From a publisher's files to descriptions in the catalog: one pass over one source. */
@NullMarked
package org.allmende.harvest;

import org.jspecify.annotations.NullMarked;
