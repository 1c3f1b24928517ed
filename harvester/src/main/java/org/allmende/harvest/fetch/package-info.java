/** Gets what a source is made of: over HTTP or from a folder, within limits. */
@NullMarked
package org.allmende.harvest.fetch;

import org.jspecify.annotations.NullMarked;
