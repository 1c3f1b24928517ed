/** The application profiles that we know, and the shapes that say when a description fits one. */
@NullMarked
package org.allmende.vocab.profile;

import org.jspecify.annotations.NullMarked;
