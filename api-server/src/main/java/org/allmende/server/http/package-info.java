/** What every address shares: media types, negotiation, parameters, problems, ETags, the server. */
@NullMarked
package org.allmende.server.http;

import org.jspecify.annotations.NullMarked;
