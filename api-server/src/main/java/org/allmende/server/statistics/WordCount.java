package org.allmende.server.statistics;

/**
 * How often people searched for something.
 *
 * @param word in small letters; may be several words
 */
public record WordCount(String word, long number) {}
