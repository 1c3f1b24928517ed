package org.allmende.catalog.search;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.allmende.catalog.model.DatasetUri;

/**
 * What we index for a dataset, free of Lucene.
 *
 * @param dataset its IRI
 * @param ordinal its ordinal
 * @param title the title shown and sorted by
 * @param description the description shown
 * @param language BCP 47 tag of title and description; {@code "de"} when unknown
 * @param exact values of the {@link IndexField.Kind#EXACT} fields
 * @param numbers values of the time and number fields
 * @param words further words that find it, such as those of its distributions
 */
public record IndexEntry(
    DatasetUri dataset,
    long ordinal,
    String title,
    String description,
    String language,
    Map<IndexField, List<String>> exact,
    Map<IndexField, Long> numbers,
    List<String> words) {

  public IndexEntry {
    exact = exact.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(exact));
    numbers = numbers.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(numbers));
    words = List.copyOf(words);
  }
}
