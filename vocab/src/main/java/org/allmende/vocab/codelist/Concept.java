package org.allmende.vocab.codelist;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One entry of a controlled vocabulary, such as the data theme {@code TRAN} or the license {@code
 * dl-by-de/2.0}.
 *
 * @param iri the IRI to emit; the only one that counts as "in the list"
 * @param code the short name inside its list, such as {@code CSV}; unique there
 * @param labelDe the German label
 * @param labelEn the English label
 * @param aliases other spellings, as people type them or older lists wrote them
 * @param oldIris IRIs that once meant the same and are read, never written
 * @param attributes what only this list says, such as {@code open=true} of a license; empty for
 *     most
 */
public record Concept(
    String iri,
    String code,
    String labelDe,
    String labelEn,
    List<String> aliases,
    List<String> oldIris,
    Map<String, String> attributes) {

  public Concept {
    if (iri.isBlank() || code.isBlank()) {
      throw new IllegalArgumentException(
          "a concept needs an IRI and a code, got " + iri + ", " + code);
    }
    aliases = List.copyOf(aliases);
    oldIris = List.copyOf(oldIris);
    attributes = Map.copyOf(attributes);
  }

  /** The label in a language: English for {@code "en"}, German for any other. */
  public String label(String language) {
    return language.equals("en") ? labelEn : labelDe;
  }

  /** The value of an attribute, or empty when this concept does not carry it. */
  public Optional<String> attribute(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  /** True when the attribute stands there with the value {@code true}. */
  public boolean is(String attribute) {
    return "true".equals(attributes.get(attribute));
  }
}
