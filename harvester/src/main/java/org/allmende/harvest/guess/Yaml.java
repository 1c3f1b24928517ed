package org.allmende.harvest.guess;

import java.util.List;
import java.util.stream.Collectors;

/** Writes single values as YAML, quoted wherever they could be taken for something else. */
final class Yaml {

  private Yaml() {}

  static String text(String value) {
    if (value.matches("[A-Za-zÄÖÜäöüß_][A-Za-zÄÖÜäöüß0-9_. -]*[A-Za-zÄÖÜäöüß0-9_]|[A-Za-zÄÖÜäöüß]")
        && !value.matches("(?i)true|false|yes|no|on|off|null|y|n")) {
      return value;
    }
    var quoted = new StringBuilder("\"");
    value
        .chars()
        .forEach(
            c -> {
              switch (c) {
                case '"', '\\' -> quoted.append('\\').append((char) c);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                  if (c < 0x20 || c == 0x7f || c == 0x85) {
                    quoted.append("\\x%02x".formatted(c));
                  } else {
                    quoted.append((char) c);
                  }
                }
              }
            });
    return quoted.append('"').toString();
  }

  static String list(List<String> values) {
    return values.stream().map(Yaml::text).collect(Collectors.joining(", ", "[", "]"));
  }
}
