/**
 * The measures: a generator of plausible catalogs, a load runner, and what they tell about the
 * product. It meets the product as a user does, and is no part of it.
 */
@NullMarked
package org.allmende.bench;

import org.jspecify.annotations.NullMarked;
