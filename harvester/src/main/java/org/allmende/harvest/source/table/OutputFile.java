package org.allmende.harvest.source.table;

/**
 * A file that was made of a table and lies in the file store.
 *
 * @param output its kind, such as {@code csv}; also the name from which its distribution's id
 *     follows
 * @param sha256 hash of its content
 * @param size bytes
 * @param rows how many rows are in it
 */
public record OutputFile(String output, String sha256, long size, int rows) {}
