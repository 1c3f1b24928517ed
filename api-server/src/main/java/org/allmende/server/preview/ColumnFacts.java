package org.allmende.server.preview;

/**
 * What a column holds in all rows: enough to tell whether a chart of it says anything.
 *
 * @param filled how many rows have a value
 * @param distinct about how many different values there are
 * @param smallest of its numbers; not a number where it holds none
 * @param greatest likewise
 * @param isWhole whether all its numbers are whole
 */
public record ColumnFacts(
    long filled, long distinct, double smallest, double greatest, boolean isWhole) {}
