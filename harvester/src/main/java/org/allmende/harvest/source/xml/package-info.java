/** XML documents piece by piece, for the formats that are written in it. */
@NullMarked
package org.allmende.harvest.source.xml;

import org.jspecify.annotations.NullMarked;
