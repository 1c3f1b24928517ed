package org.allmende.catalog.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.allmende.catalog.geo.Shape;
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
 * @param texts texts of the {@link IndexField.Kind#WORDS} fields beside title and description
 * @param words further texts whose words find it, such as those of its distributions
 * @param places where it lies on the earth
 */
public record IndexEntry(
    DatasetUri dataset,
    long ordinal,
    String title,
    String description,
    String language,
    Map<IndexField, List<String>> exact,
    Map<IndexField, Long> numbers,
    Map<IndexField, List<String>> texts,
    List<IndexText> words,
    List<Shape> places) {

  public IndexEntry {
    exact = Map.copyOf(exact);
    numbers = Map.copyOf(numbers);
    texts = Map.copyOf(texts);
    words = List.copyOf(words);
    places = List.copyOf(places);
  }

  /** An entry of a dataset of which only this is known. */
  public static IndexEntry of(DatasetUri dataset, long ordinal, String title, String description) {
    return new IndexEntry(
        dataset,
        ordinal,
        title,
        description,
        "de",
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        List.of());
  }

  /** This entry with more, or with other values of what it has. */
  public IndexEntry with(Consumer<Parts> change) {
    var parts = new Parts(this);
    change.accept(parts);
    return parts.entry();
  }

  /** The parts of an entry in the making. */
  public static final class Parts {
    private final DatasetUri dataset;
    private final long ordinal;
    private final String title;
    private final String description;
    private String language;
    private final Map<IndexField, List<String>> exact;
    private final Map<IndexField, Long> numbers;
    private final Map<IndexField, List<String>> texts;
    private final List<IndexText> words;
    private final List<Shape> places;

    private Parts(IndexEntry from) {
      dataset = from.dataset;
      ordinal = from.ordinal;
      title = from.title;
      description = from.description;
      language = from.language;
      exact = new LinkedHashMap<>(from.exact);
      numbers = new LinkedHashMap<>(from.numbers);
      texts = new LinkedHashMap<>(from.texts);
      words = new ArrayList<>(from.words);
      places = new ArrayList<>(from.places);
    }

    /** Sets the language of title and description. */
    public Parts language(String tag) {
      language = tag;
      return this;
    }

    /** Sets the values of an exact field; none: it has no such field. */
    public Parts exact(IndexField field, List<String> values) {
      return set(exact, field, values);
    }

    /** Sets a time or a number. */
    public Parts number(IndexField field, long value) {
      numbers.put(field, value);
      return this;
    }

    /** Sets the texts of a field of words; none: it has no such field. */
    public Parts texts(IndexField field, List<String> values) {
      return set(texts, field, values);
    }

    private Parts set(Map<IndexField, List<String>> fields, IndexField field, List<String> values) {
      if (values.isEmpty()) {
        fields.remove(field);
      } else {
        fields.put(field, List.copyOf(values));
      }
      return this;
    }

    /** Adds texts whose words find it. */
    public Parts words(List<IndexText> more) {
      words.addAll(more);
      return this;
    }

    /** Adds where it lies. */
    public Parts places(List<Shape> more) {
      places.addAll(more);
      return this;
    }

    private IndexEntry entry() {
      return new IndexEntry(
          dataset, ordinal, title, description, language, exact, numbers, texts, words, places);
    }
  }
}
