/** Settings files: strict, with the line and the nearest known key in every message. */
@NullMarked
package org.allmende.harvest.settings;

import org.jspecify.annotations.NullMarked;
