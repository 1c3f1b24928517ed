package org.allmende.server;

import java.util.List;
import java.util.Optional;
import org.allmende.harvest.settings.Nearest;
import org.allmende.harvest.settings.SettingsNode;
import org.allmende.vocab.codelist.CodeList;
import org.allmende.vocab.codelist.Concept;

/** Codes of controlled vocabularies in settings; what comes out is IRIs. */
final class Codes {
  private Codes() {}

  /** The IRI that one code means. */
  static Optional<String> one(SettingsNode node, String key, CodeList list) {
    return node.text(key).flatMap(code -> iri(node, key, code, list));
  }

  /** The IRIs that several codes mean. */
  static List<String> several(SettingsNode node, String key, CodeList list) {
    return node.texts(key).stream().flatMap(code -> iri(node, key, code, list).stream()).toList();
  }

  private static Optional<String> iri(SettingsNode node, String key, String code, CodeList list) {
    var concept = list.find(code);
    if (concept.isEmpty()) {
      var known = list.concepts().stream().map(Concept::code).toList();
      node.problem(key, "unknown code \"" + code + "\". " + Nearest.hint(code, known));
    }
    return concept.map(Concept::iri);
  }
}
