package org.allmende.server.ckan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.allmende.catalog.accounts.Caller;

/**
 * The parameters of one call, and who makes it. Strings that stand for numbers and booleans count
 * as these; null means absent; problems are collected and told together by {@link
 * #throwIfProblems}.
 */
final class CkanParams {

  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,1000}");

  /** A number of more digits lies beyond all that we count. */
  private static final int MOST_DIGITS = 18;

  private static final Set<String> TRUE = Set.of("true", "yes", "on", "t", "y", "1");

  private final Map<String, JsonNode> values;
  private final ObjectNode json = CkanJson.MAPPER.createObjectNode();
  private final Map<String, List<String>> problems = new LinkedHashMap<>();

  private final Caller caller;
  private final Map<String, CkanUpload> uploads;

  /** Of an anonymous caller. */
  CkanParams(Map<String, JsonNode> values) {
    this(values, Caller.anonymous(), Map.of());
  }

  CkanParams(Map<String, JsonNode> values, Caller caller, Map<String, CkanUpload> uploads) {
    this.caller = caller;
    this.uploads = Map.copyOf(uploads);
    values.forEach(json::set);
    this.values = new LinkedHashMap<>(values);
    this.values.values().removeIf(JsonNode::isNull);
  }

  /** The files that came with the call, by field. */
  Map<String, CkanUpload> uploads() {
    return uploads;
  }

  /** Who asks. */
  Caller caller() {
    return caller;
  }

  /** All parameters as they came, nulls too; a copy of its own. */
  ObjectNode json() {
    return json.deepCopy();
  }

  /** The names of all parameters that have a value. */
  Set<String> names() {
    return values.keySet();
  }

  /** The text of a parameter; of several the first; numbers and booleans as they are written. */
  Optional<String> text(String name) {
    return list(name).stream().findFirst();
  }

  /** The first of these parameters that is there; none: 409 {@code Missing value}. */
  String required(String... names) {
    for (var name : names) {
      var text = text(name).filter(value -> !value.isBlank());
      if (text.isPresent()) {
        return text.get();
      }
    }
    throw CkanException.invalid(names[names.length - 1], "Missing value");
  }

  /** All texts of a parameter; an object counts as its JSON. */
  List<String> list(String name) {
    var value = values.get(name);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray()) {
      return List.of(written(value));
    }
    var texts = new ArrayList<String>();
    value.forEach(item -> texts.add(written(item)));
    return List.copyOf(texts);
  }

  private static String written(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.toString();
  }

  /** The names in a list, or in one text between commas. */
  List<String> names(String name) {
    return list(name).stream()
        .flatMap(text -> List.of(text.split(",")).stream())
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /** True when the parameter says so in one of CKAN's ways. */
  boolean flag(String name, boolean fallback) {
    return text(name).map(text -> TRUE.contains(text.toLowerCase(Locale.ROOT))).orElse(fallback);
  }

  /** A whole number, 0 or more. */
  OptionalInt natural(String name) {
    var number = integer(name);
    if (number.isPresent() && number.getAsInt() < 0) {
      problem(name, "Must be a natural number");
      return OptionalInt.empty();
    }
    return number;
  }

  /** A whole number; one beyond the range counts as the end of the range. */
  OptionalInt integer(String name) {
    var text = text(name).map(String::strip).filter(value -> !value.isEmpty());
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!INTEGER.matcher(text.get()).matches()) {
      problem(name, "Invalid integer");
      return OptionalInt.empty();
    }
    return OptionalInt.of(clamped(text.get()));
  }

  private static int clamped(String digits) {
    if (digits.length() > MOST_DIGITS) {
      return digits.startsWith("-") ? Integer.MIN_VALUE : Integer.MAX_VALUE;
    }
    return Math.clamp(Long.parseLong(digits), Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** Remembers that a parameter is wrong. */
  void problem(String name, String message) {
    problems.computeIfAbsent(name, key -> new ArrayList<>()).add(message);
  }

  /** One answer that names all problems. */
  void throwIfProblems() {
    if (!problems.isEmpty()) {
      throw CkanException.invalid(problems);
    }
  }
}
