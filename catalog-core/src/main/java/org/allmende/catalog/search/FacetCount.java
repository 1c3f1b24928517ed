package org.allmende.catalog.search;

/**
 * One value of a field and how many of the datasets found have it.
 *
 * @param value the value as it is filtered by
 * @param count 1 or more
 */
public record FacetCount(String value, int count) {}
