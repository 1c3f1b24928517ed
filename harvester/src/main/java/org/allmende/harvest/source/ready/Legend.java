package org.allmende.harvest.source.ready;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the coded columns of an election's files mean: {@code dateifelder} of the index. Without a
 * legend the usual letters hold: {@code A} eligible, {@code B} voters, {@code D} and {@code F}
 * votes.
 *
 * @param election name of the election
 * @param fields column to its meaning, such as {@code D} to {@code Gültige Erststimmen}
 * @param lists column to the name of a list or party
 */
record Legend(String election, Map<String, String> fields, Map<String, String> lists) {

  Legend {
    fields = Map.copyOf(fields);
    lists = Map.copyOf(lists);
  }

  static Legend none() {
    return new Legend("", Map.of(), Map.of());
  }

  /** The legend of one election; empty where the index has none for it. */
  static Legend of(JsonNode index, String election) {
    for (var file : index.path("dateifelder")) {
      if (file.path("name").asText("").equals(election) || index.path("dateifelder").size() == 1) {
        return new Legend(election, values(file.path("felder")), values(file.path("parteien")));
      }
    }
    return new Legend(election, Map.of(), Map.of());
  }

  private static Map<String, String> values(JsonNode list) {
    var values = new HashMap<String, String>();
    for (var one : list) {
      var field = one.path("feld").asText("").strip();
      var value = one.path("wert").asText("").strip();
      if (!field.isEmpty() && !value.isEmpty()) {
        values.put(field, value);
      }
    }
    return values;
  }

  /** What a column means, where the legend says so. */
  Optional<String> explain(String column) {
    return Optional.ofNullable(fields.get(column));
  }

  /** The name of a list: parties are numbered alike for all votes. */
  Optional<String> list(String letter, String number) {
    return Optional.ofNullable(lists.get(letter + number))
        .or(() -> Optional.ofNullable(lists.get("D" + number)))
        .or(() -> Optional.ofNullable(lists.get("F" + number)))
        .or(() -> Optional.ofNullable(lists.get(number)));
  }

  /** Whether numbered columns of this letter hold votes for lists. */
  boolean isVote(String letter) {
    return letter.equals("F")
        ? fields.isEmpty() || fields.containsKey("F1") || meaning("F").contains("stimmen")
        : letter.equals("D");
  }

  private String meaning(String column) {
    return fields.getOrDefault(column, "").toLowerCase(Locale.GERMAN);
  }

  /** {@code first}, {@code second}, or {@code only} where there is one vote. */
  String vote(String letter) {
    if (letter.equals("F")) {
      return "second";
    }
    var hasTwo = fields.containsKey("F") || meaning("D").contains("erststimme");
    return hasTwo || fields.isEmpty() ? "first" : "only";
  }

  /** What a number that is no result counts. */
  String kind(String column) {
    var said = meaning(column);
    if (said.contains("ungültig")) {
      return "invalid";
    }
    if (said.contains("gültig")) {
      return "valid";
    }
    return switch (column.charAt(0)) {
      case 'A' -> "eligible";
      case 'B' -> "voters";
      case 'C' -> "invalid";
      case 'D', 'F' -> "valid";
      default -> fields.isEmpty() ? "invalid" : "other";
    };
  }
}
