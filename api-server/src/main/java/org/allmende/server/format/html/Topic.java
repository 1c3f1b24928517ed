package org.allmende.server.format.html;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.allmende.vocab.codelist.CodeLists;
import org.allmende.vocab.codelist.Concept;
import org.allmende.vocab.codelist.Municipalities;
import org.allmende.vocab.codelist.Municipality;

/** A place that datasets are about, under each key that they may name it by. */
record Topic(String key, List<String> keys, String label) {

  Topic {
    keys = List.copyOf(keys);
  }

  /**
   * A municipality by either of its keys, a district by five digits, a state by two; empty for any
   * other key.
   */
  static Optional<Topic> place(String key, String language) {
    return Municipalities.findByKey(key)
        .map(town -> new Topic(town.ars(), List.of(town.ars(), town.ags()), town.name()))
        .or(() -> area(key).map(area -> new Topic(key, List.of(key), area.label(language))));
  }

  /** The district or state with this key. */
  static Optional<Concept> area(String key) {
    return CodeLists.districts().find(key).or(() -> CodeLists.states().find(key));
  }

  /** The municipality, if it is one. */
  Optional<Municipality> municipality() {
    return Municipalities.findByKey(key);
  }

  /** A theme by its code in either case. */
  static Optional<Topic> theme(String code, String language) {
    return CodeLists.themes()
        .find(code)
        .map(
            theme -> {
              var name = theme.code().toLowerCase(Locale.ROOT);
              return new Topic(name, List.of(name), theme.label(language));
            });
  }
}
