/** The documents of each source as they last came, kept beside what was made of them. */
@NullMarked
package org.allmende.harvest.copy;

import org.jspecify.annotations.NullMarked;
