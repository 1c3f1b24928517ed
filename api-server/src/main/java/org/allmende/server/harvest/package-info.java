/** The catalog page by page, for harvesters. */
@NullMarked
package org.allmende.server.harvest;

import org.jspecify.annotations.NullMarked;
