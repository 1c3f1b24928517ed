/** Calendars. */
@NullMarked
package org.allmende.harvest.source.ical;

import org.jspecify.annotations.NullMarked;
