/** Lists as JSON. */
@NullMarked
package org.allmende.harvest.source.json;

import org.jspecify.annotations.NullMarked;
