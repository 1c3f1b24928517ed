/** Stands in for a library that the HTML validator asks for. */
@NullMarked
package org.eclipse.jetty.util.ajax;

import org.jspecify.annotations.NullMarked;
