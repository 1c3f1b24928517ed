/** The forms in which a description leaves: raw, or normalised for an application profile. */
@NullMarked
package org.allmende.catalog.profile;

import org.jspecify.annotations.NullMarked;
