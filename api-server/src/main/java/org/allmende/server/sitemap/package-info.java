/** What search engines may find: the sitemap of the pages of public datasets. */
@NullMarked
package org.allmende.server.sitemap;

import org.jspecify.annotations.NullMarked;
