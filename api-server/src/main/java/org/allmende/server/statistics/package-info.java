/** What was asked for and how often, by address and day alone: counted, kept, published. */
@NullMarked
package org.allmende.server.statistics;

import org.jspecify.annotations.NullMarked;
