/** A description against the shapes of a profile. */
@NullMarked
package org.allmende.catalog.validate;

import org.jspecify.annotations.NullMarked;
