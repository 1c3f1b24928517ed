package org.allmende.server.ckan;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.search.Filter;
import org.allmende.catalog.search.IndexField;
import org.allmende.vocab.codelist.CodeLists;

/**
 * CKAN's names of fields and what they mean in our index ({@code ckan-api.md} 6.7). A name that
 * nobody knows matches nothing and is no error.
 */
final class CkanFields {

  static final Filter EVERYTHING = new Filter.All(List.of());
  static final Filter NOTHING = new Filter.Any(List.of());

  private static final Map<String, IndexField> NAMES =
      Map.ofEntries(
          Map.entry("text", IndexField.EVERYTHING),
          Map.entry("title", IndexField.TITLE),
          Map.entry("notes", IndexField.DESCRIPTION),
          Map.entry("name", IndexField.NAME),
          Map.entry("id", IndexField.ID),
          Map.entry("tags", IndexField.KEYWORD),
          Map.entry("groups", IndexField.THEME),
          Map.entry("organization", IndexField.PUBLISHER),
          Map.entry("owner_org", IndexField.PUBLISHER_ID),
          Map.entry("res_format", IndexField.FORMAT),
          Map.entry("license_id", IndexField.LICENSE),
          Map.entry("license", IndexField.LICENSE),
          Map.entry("isopen", IndexField.OPEN_LICENSE),
          Map.entry("state", IndexField.STATE),
          Map.entry("capacity", IndexField.VISIBILITY),
          Map.entry("harvest_source_id", IndexField.SOURCE),
          Map.entry("uri", IndexField.URI),
          Map.entry("guid", IndexField.URI),
          Map.entry("metadata_created", IndexField.CREATED),
          Map.entry("metadata_modified", IndexField.MODIFIED),
          Map.entry("num_resources", IndexField.DISTRIBUTIONS),
          Map.entry("num_tags", IndexField.KEYWORDS));

  /** Fields that hold the same for every dataset of ours. */
  private static final Map<String, String> CONSTANTS =
      Map.of("dataset_type", "dataset", "type", "dataset", "entity_type", "package");

  private CkanFields() {}

  /** The index field behind a name. */
  static Optional<IndexField> find(String name) {
    return Optional.ofNullable(NAMES.get(name));
  }

  /** The value that every dataset has in this field. */
  static Optional<String> constant(String name) {
    return Optional.ofNullable(CONSTANTS.get(name));
  }

  /** The field holds this value, or contains these words as a phrase. */
  static Filter is(String name, String value) {
    var constant = CONSTANTS.get(name);
    if (constant != null) {
      return constant.equals(value) ? EVERYTHING : NOTHING;
    }
    return switch (name) {
      case "private" -> isPrivate(value);
      case "state" -> state(value);
      case "license_title" -> license(value);
      case "isopen" -> new Filter.Is(IndexField.OPEN_LICENSE, value.toLowerCase(Locale.ROOT));
      default -> find(name).map(field -> is(field, value)).orElse(NOTHING);
    };
  }

  private static Filter is(IndexField field, String value) {
    return switch (field.kind()) {
      case WORDS, EXACT -> new Filter.Is(field, value);
      case NUMBER, TIME -> between(field, value, value);
    };
  }

  private static Filter isPrivate(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true" -> new Filter.Is(IndexField.VISIBILITY, "private");
      case "false" -> new Filter.Is(IndexField.VISIBILITY, "public");
      default -> NOTHING;
    };
  }

  /** CKAN knows no state "deprecated": what is announced to go is still active. */
  private static Filter state(String value) {
    var is = new Filter.Is(IndexField.STATE, value);
    return value.equals("active")
        ? new Filter.Any(List.of(is, new Filter.Is(IndexField.STATE, "deprecated")))
        : is;
  }

  private static Filter license(String title) {
    return CodeLists.licenses()
        .find(title)
        .<Filter>map(license -> new Filter.Is(IndexField.LICENSE, license.iri()))
        .orElseGet(() -> new Filter.Is(IndexField.LICENSE, title));
  }

  /** The field holds anything at all. */
  static Filter exists(String name) {
    if (name.equals("*") || CONSTANTS.containsKey(name) || name.equals("private")) {
      return EVERYTHING;
    }
    return find(name).<Filter>map(Filter.Exists::new).orElse(NOTHING);
  }

  /**
   * The field lies between two ends.
   *
   * @throws IllegalArgumentException when an end cannot be read; the message says what it must be
   */
  static Filter range(String name, Bound low, Bound high, CkanTimes times) {
    var field = find(name);
    if (field.isEmpty()) {
      return NOTHING;
    }
    return switch (field.get().kind()) {
      case TIME ->
          new Filter.Between(field.get(), low.lowest(times::millis), high.highest(times::millis));
      case NUMBER ->
          new Filter.Between(
              field.get(), low.lowest(CkanFields::number), high.highest(CkanFields::number));
      case WORDS, EXACT ->
          throw new IllegalArgumentException(
              "a range needs a time or a number, and " + name + " is neither");
    };
  }

  private static Filter between(IndexField field, String low, String high) {
    var times = CkanTimes.WITHOUT_NOW;
    var isTime = field.kind() == IndexField.Kind.TIME;
    return new Filter.Between(
        field,
        isTime ? times.millis(low) : number(low),
        isTime ? times.millis(high) : number(high));
  }

  private static long number(String text) {
    if (!text.matches("-?\\d{1,18}")) {
      throw new IllegalArgumentException("expected a whole number, got \"" + text + "\"");
    }
    return Long.parseLong(text);
  }

  /**
   * One end of a range.
   *
   * @param text as written; {@code *} is open
   * @param included whether the value itself belongs to the range
   */
  record Bound(String text, boolean included) {

    /** Reads one end. */
    @FunctionalInterface
    interface Reader {
      long read(String text);
    }

    private boolean isOpen() {
      return text.equals("*");
    }

    long lowest(Reader reader) {
      return isOpen() ? Long.MIN_VALUE : reader.read(text) + (included ? 0 : 1);
    }

    long highest(Reader reader) {
      return isOpen() ? Long.MAX_VALUE : reader.read(text) - (included ? 0 : 1);
    }
  }
}
