package org.allmende.harvest.guess;

import java.util.Optional;
import java.util.regex.Pattern;
import org.allmende.harvest.Reason;

/** Tells texts that look like a list and are none, and says what to do with them. */
final class OtherForm {

  private static final Pattern YAML_LINE =
      Pattern.compile(
          "\\s*(-\\s+)?[^\\s:;,|\\t{\\[][^:;\\t|]*:(\\s.*)?|\\s*-(\\s.*)?|---|\\.\\.\\.");
  private static final Pattern TURTLE =
      Pattern.compile("(?is)(#[^\\n]*\\n|\\s)*@?(prefix|base)\\s+[^\\n]*<[^\\n]*");
  private static final Pattern OPARL =
      Pattern.compile("(?s).*\"type\"\\s*:\\s*\"https?://schema\\.oparl\\.org/.*");
  private static final Pattern CKAN =
      Pattern.compile("(?s)\\{.*\"success\"\\s*:\\s*(true|false).*\"result\"\\s*:.*");
  private static final int LINES = 40;
  private static final int ENOUGH = 2;

  private OtherForm() {}

  /** What a text is that is neither JSON nor XML; empty when it may be a table. */
  static Optional<Reason> ofText(String begin) {
    if (TURTLE.matcher(begin).lookingAt()) {
      return Optional.of(Reason.of("guess-catalog", "RDF", "dcat"));
    }
    return isYaml(begin) ? Optional.of(Reason.of("guess-yaml")) : Optional.empty();
  }

  /** What a JSON document is that describes datasets, or belongs to a type of its own. */
  static Optional<Reason> ofJson(String begin) {
    if (OPARL.matcher(begin).matches()) {
      return Optional.of(Reason.of("guess-type", "OParl", "oparl"));
    }
    return CKAN.matcher(begin).matches()
        ? Optional.of(Reason.of("guess-catalog", "CKAN", "ckan"))
        : Optional.empty();
  }

  /** What an XML document is whose root is RDF; empty when it is a feed. */
  static Optional<Reason> ofRdf(String begin) {
    return begin.contains("http://purl.org/rss/1.0/")
        ? Optional.empty()
        : Optional.of(Reason.of("guess-catalog", "RDF", "dcat"));
  }

  /** Every line is a key with its value, or an element of a list. */
  private static boolean isYaml(String begin) {
    var lines =
        begin
            .lines()
            .filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
            .limit(LINES)
            .toList();
    return lines.size() >= ENOUGH && lines.stream().allMatch(YAML_LINE.asMatchPredicate());
  }
}
