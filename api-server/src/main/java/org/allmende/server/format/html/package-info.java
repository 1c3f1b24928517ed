/** Pages for people, German first; written by the server, complete without a script. */
@NullMarked
package org.allmende.server.format.html;

import org.jspecify.annotations.NullMarked;
