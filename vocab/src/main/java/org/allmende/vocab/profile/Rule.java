package org.allmende.vocab.profile;

import org.apache.jena.graph.Node;

/**
 * One rule of a profile, as a report for people names it.
 *
 * @param code the rule's lasting name, such as {@code dataset-distribution-missing}
 * @param shape the node that a validation result gives as its source shape
 * @param messageDe what is wrong, in which field, what to write instead; in German
 * @param messageEn the same in English
 */
public record Rule(String code, Node shape, String messageDe, String messageEn) {

  /** The message in a language: English for {@code "en"}, German for any other. */
  public String message(String language) {
    return language.equals("en") ? messageEn : messageDe;
  }
}
