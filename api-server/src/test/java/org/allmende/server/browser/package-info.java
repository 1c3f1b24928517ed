/** The pages of the sample town in a real browser. */
@NullMarked
package org.allmende.server.browser;

import org.jspecify.annotations.NullMarked;
