/** What holds for the whole repository: formatting, architecture, documentation. */
@org.jspecify.annotations.NullMarked
package org.allmende.house;
