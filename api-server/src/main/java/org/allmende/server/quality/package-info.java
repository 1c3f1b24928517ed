/** How good the descriptions are, for machines: points, indicators, and what to do first. */
@NullMarked
package org.allmende.server.quality;

import org.jspecify.annotations.NullMarked;
