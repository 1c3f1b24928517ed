/**
 * Ready-made source types: what {@code type:} in the settings names. A type is a file among the
 * resources (texts, theme, mapping) and, where the rows need more than a mapping can say, one small
 * class.
 */
@NullMarked
package org.allmende.harvest.source.ready;

import org.jspecify.annotations.NullMarked;
