package org.allmende.catalog.profile;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.allmende.vocab.Prefixes;
import org.allmende.vocab.profile.Profile;
import org.allmende.vocab.profile.Shapes;

/** What a property is called for people, taken from the messages of the shapes. */
final class FieldNames {

  private static final Pattern FIELD =
      Pattern.compile("^[^:]*?, ([^:(]+ \\(([\\w-]+:[\\w-]+)\\)):");
  private static final Map<String, String> DE = read("de");
  private static final Map<String, String> EN = read("en");

  private FieldNames() {}

  /** The name with the prefixed property behind it, such as {@code Titel (dct:title)}. */
  static String of(String property, String language) {
    var prefixed = prefixed(property);
    return (language.equals("en") ? EN : DE).getOrDefault(prefixed, prefixed);
  }

  private static String prefixed(String iri) {
    return Prefixes.map().entrySet().stream()
        .filter(entry -> iri.startsWith(entry.getValue()))
        .map(entry -> entry.getKey() + ":" + iri.substring(entry.getValue().length()))
        .findFirst()
        .orElse(iri);
  }

  private static Map<String, String> read(String language) {
    var names = new HashMap<String, String>();
    for (var rule : Shapes.rules(Profile.DCAT_AP_DE)) {
      var field = FIELD.matcher(rule.message(language));
      if (field.find()) {
        names.putIfAbsent(field.group(2), field.group(1));
      }
    }
    return Map.copyOf(names);
  }
}
