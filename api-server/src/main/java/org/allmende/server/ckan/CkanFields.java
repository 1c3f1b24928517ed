package org.allmende.server.ckan;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.allmende.catalog.search.Expression;
import org.allmende.catalog.search.Expression.End;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.IndexField.Kind;
import org.allmende.vocab.codelist.CodeLists;

/**
 * CKAN's names of fields and what they mean in our index ({@code ckan-api.md} 6.7). What CKAN's
 * JSON says in words of its own is indexed as it says it ({@link CkanIndexing}); a name that nobody
 * knows is that of an extra, which matches nothing when no dataset has it.
 *
 * @param times reads the times of values and ranges
 */
record CkanFields(CkanTimes times) {

  /** The field of a word that names none. */
  static final String DEFAULT = "text";

  static final IndexField TAGS = exact("tags");
  static final IndexField GROUPS = exact("groups");
  static final IndexField FORMATS = exact("res_format");
  static final IndexField LICENSE_ID = exact("license_id");
  static final IndexField LICENSE_TITLE = exact("license_title");
  static final IndexField IS_OPEN = exact("isopen");
  static final IndexField STATE = exact("state");
  static final IndexField CAPACITY = exact("capacity");
  static final IndexField TYPE = exact("type");
  static final IndexField ENTITY_TYPE = exact("entity_type");
  static final IndexField SITE = exact("site_id");
  static final IndexField NUM_TAGS = number("num_tags");
  static final IndexField URL = exact("url");
  static final IndexField VERSION = exact("version");
  static final IndexField AUTHOR = words("author");
  static final IndexField AUTHOR_EMAIL = words("author_email");
  static final IndexField MAINTAINER = words("maintainer");
  static final IndexField MAINTAINER_EMAIL = words("maintainer_email");
  static final IndexField RESOURCE_TYPES = exact("res_type");
  static final IndexField RESOURCE_URLS = exact("res_url");
  static final IndexField RESOURCE_NAMES = words("res_name");
  static final IndexField RESOURCE_DESCRIPTIONS = words("res_description");
  static final IndexField INDEXED = new IndexField("ckan.indexed_ts", Kind.TIME);

  /** Words that CKAN's {@code text} has beside what people search in: addresses, extras. */
  static final IndexField MORE_TEXT = words("more_text");

  private static final Map<String, IndexField> NAMES =
      Map.ofEntries(
          Map.entry(DEFAULT, IndexField.EVERYTHING),
          Map.entry("title", IndexField.TITLE),
          Map.entry("notes", IndexField.DESCRIPTION),
          Map.entry("name", IndexField.NAME),
          Map.entry("id", IndexField.ID),
          Map.entry("tags", TAGS),
          Map.entry("groups", GROUPS),
          Map.entry("organization", IndexField.PUBLISHER),
          Map.entry("owner_org", IndexField.PUBLISHER_ID),
          Map.entry("creator_user_id", IndexField.CREATOR),
          Map.entry("url", URL),
          Map.entry("version", VERSION),
          Map.entry("author", AUTHOR),
          Map.entry("author_email", AUTHOR_EMAIL),
          Map.entry("maintainer", MAINTAINER),
          Map.entry("maintainer_email", MAINTAINER_EMAIL),
          Map.entry("res_format", FORMATS),
          Map.entry("res_type", RESOURCE_TYPES),
          Map.entry("res_url", RESOURCE_URLS),
          Map.entry("res_name", RESOURCE_NAMES),
          Map.entry("res_description", RESOURCE_DESCRIPTIONS),
          Map.entry("license_id", LICENSE_ID),
          Map.entry("license", LICENSE_ID),
          Map.entry("license_title", LICENSE_TITLE),
          Map.entry("isopen", IS_OPEN),
          Map.entry("private", IndexField.PRIVATE),
          Map.entry("state", STATE),
          Map.entry("capacity", CAPACITY),
          Map.entry("type", TYPE),
          Map.entry("dataset_type", TYPE),
          Map.entry("entity_type", ENTITY_TYPE),
          Map.entry("site_id", SITE),
          Map.entry("metadata_created", IndexField.CREATED),
          Map.entry("metadata_modified", IndexField.MODIFIED),
          Map.entry("indexed_ts", INDEXED),
          Map.entry("num_resources", IndexField.DISTRIBUTIONS),
          Map.entry("num_tags", NUM_TAGS),
          Map.entry("title_string", IndexField.TITLE),
          Map.entry("title_ngram", IndexField.TITLE),
          Map.entry("name_ngram", IndexField.NAME));

  private static final String EXTRAS = "extras_";

  private static IndexField exact(String name) {
    return new IndexField("ckan." + name, Kind.EXACT);
  }

  private static IndexField words(String name) {
    return new IndexField("ckan." + name, Kind.WORDS);
  }

  private static IndexField number(String name) {
    return new IndexField("ckan." + name, Kind.NUMBER);
  }

  /** True for a name that is no extra's. */
  static boolean isKnown(String name) {
    return NAMES.containsKey(name) || name.startsWith(EXTRAS);
  }

  /** The index field behind a name, that of an extra when it is nothing else. */
  static IndexField field(String name) {
    var known = NAMES.get(name);
    if (known != null) {
      return known;
    }
    if (name.startsWith(EXTRAS)) {
      return IndexField.extraWords(name.substring(EXTRAS.length()));
    }
    return isDate(name) ? IndexField.extraTime(name) : IndexField.extra(name);
  }

  /** Extras with such keys are times. */
  static boolean isDate(String key) {
    return key.endsWith("_date");
  }

  /** The field holds this value, or contains these words one after the other. */
  Expression term(String name, String value) {
    return switch (name) {
      case "title_ngram", "name_ngram" -> containing(name, value);
      case "license_id", "license", "license_title" -> license(name, value);
      case "isopen", "private" -> new Expression.Term(field(name), value.toLowerCase(Locale.ROOT));
      default -> inFields(name, field -> term(field, value));
    };
  }

  private Expression term(IndexField field, String value) {
    return switch (field.kind()) {
      case WORDS, EXACT -> new Expression.Term(field, value);
      case NUMBER, TIME -> {
        var exactly = reader(field).applyAsLong(value);
        yield new Expression.Between(field, exactly, exactly);
      }
    };
  }

  /** CKAN's {@code text} is our text and what CKAN counts as text besides. */
  private static Expression inFields(String name, Function<IndexField, Expression> clause) {
    var first = clause.apply(field(name));
    return name.equals(DEFAULT) ? Expression.any(List.of(first, clause.apply(MORE_TEXT))) : first;
  }

  /** Its letters stand somewhere inside; CKAN has an index of pieces for that. */
  private static Expression containing(String name, String letters) {
    var escaped = letters.toLowerCase(Locale.ROOT).replaceAll("[*?\\\\]", "\\\\$0");
    return new Expression.Wildcard(field(name), "*" + escaped + "*");
  }

  /** By the value in the JSON, and by any other name that the license has. */
  private static Expression license(String name, String value) {
    var asWritten = new Expression.Term(field(name), value);
    return CodeLists.licenses()
        .find(value)
        .<Expression>map(
            license ->
                Expression.any(List.of(asWritten, new Expression.Term(LICENSE_ID, license.iri()))))
        .orElse(asWritten);
  }

  /** These words in this order, moved by so many steps at most. */
  Expression phrase(String name, String text, int slop) {
    return inFields(
        name,
        field ->
            field.kind() == Kind.WORDS
                ? new Expression.Phrase(field, text, slop)
                : term(name, text));
  }

  Expression prefix(String name, String beginning) {
    return inFields(name, field -> new Expression.Prefix(textual(name, field), beginning));
  }

  Expression wildcard(String name, String pattern) {
    return inFields(name, field -> new Expression.Wildcard(textual(name, field), pattern));
  }

  Expression fuzzy(String name, String text, int edits) {
    return inFields(name, field -> new Expression.Fuzzy(textual(name, field), text, edits));
  }

  private static IndexField textual(String name, IndexField field) {
    return switch (field.kind()) {
      case WORDS, EXACT -> field;
      case NUMBER, TIME ->
          throw new IllegalArgumentException(
              "wildcards and ~ need words, and " + name + " has numbers or times; use a range");
    };
  }

  /** The field holds anything at all. */
  Expression exists(String name) {
    return name.equals("*") || name.equals(DEFAULT)
        ? Expression.EVERYTHING
        : new Expression.Exists(field(name));
  }

  /**
   * The field lies between two ends.
   *
   * @throws IllegalArgumentException when an end cannot be read; the message says what it must be
   */
  Expression range(String name, Bound low, Bound high) {
    if (low.isOpen() && high.isOpen()) {
      return exists(name);
    }
    return inFields(
        name,
        field ->
            switch (field.kind()) {
              case WORDS, EXACT -> new Expression.Range(field, low.end(), high.end());
              case NUMBER, TIME -> between(field, low, high);
            });
  }

  private Expression between(IndexField field, Bound low, Bound high) {
    return new Expression.Between(field, low.lowest(reader(field)), high.highest(reader(field)));
  }

  private ToLongFunction<String> reader(IndexField field) {
    return field.kind() == Kind.TIME ? times::millis : CkanFields::wholeNumber;
  }

  private static long wholeNumber(String text) {
    if (!text.matches("-?\\d{1,18}")) {
      throw new IllegalArgumentException(
          "expected a whole number, got \"" + Excerpt.of(text) + "\"");
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

    boolean isOpen() {
      return text.equals("*");
    }

    Optional<End> end() {
      return isOpen() ? Optional.empty() : Optional.of(new End(text, included));
    }

    long lowest(ToLongFunction<String> reader) {
      return isOpen() ? Long.MIN_VALUE : reader.applyAsLong(text) + (included ? 0 : 1);
    }

    long highest(ToLongFunction<String> reader) {
      return isOpen() ? Long.MAX_VALUE : reader.applyAsLong(text) - (included ? 0 : 1);
    }
  }
}
