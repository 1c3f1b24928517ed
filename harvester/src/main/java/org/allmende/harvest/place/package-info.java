/** Where the municipality is: boundaries and postcodes that the operator imported. */
@NullMarked
package org.allmende.harvest.place;

import org.jspecify.annotations.NullMarked;
