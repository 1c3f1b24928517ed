/**
 * Charts of tables ({@code web-ui.md} 8): what a table lends itself to, the numbers, and where they
 * stand on the sheet. Knows no page and no language but a {@link java.util.Locale}.
 */
@NullMarked
package org.allmende.server.chart;

import org.jspecify.annotations.NullMarked;
