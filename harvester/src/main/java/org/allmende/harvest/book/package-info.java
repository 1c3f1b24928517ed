/** Which sources there are: those of the settings file and those that were made over the API. */
@NullMarked
package org.allmende.harvest.book;

import org.jspecify.annotations.NullMarked;
