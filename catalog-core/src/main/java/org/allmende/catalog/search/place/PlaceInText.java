package org.allmende.catalog.search.place;

/**
 * A place that may be meant by some of the words of a search.
 *
 * @param place the place
 * @param words the words that name it, as typed
 * @param rest the other words, without a preposition that only led to the place; may be empty
 * @param isCertain true when the words can hardly mean anything else: a postcode, a name of several
 *     words or with an addition, "Landkreis …"
 */
public record PlaceInText(Place place, String words, String rest, boolean isCertain) {}
