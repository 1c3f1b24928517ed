package org.allmende.server.format.html;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A duty page: the operator's words, and what the program knows about itself.
 *
 * @param frame what is around it
 * @param heading its name
 * @param missing what the operator has yet to say; {@code ""} when it is complete
 * @param setting the setting that takes it
 * @param operator the operator's words; null when there are none
 * @param sections what the program says
 * @param libraries what the program is made of; on the page of licenses alone
 */
record DutyPage(
    Frame frame,
    String heading,
    String missing,
    String setting,
    @Nullable Localized operator,
    List<Section> sections,
    List<Library> libraries) {

  DutyPage {
    sections = List.copyOf(sections);
    libraries = List.copyOf(libraries);
  }

  /**
   * A section.
   *
   * @param anchor its id
   * @param text its paragraphs, with empty lines between them
   */
  record Section(String anchor, String heading, String text) {
    List<List<String>> paragraphs() {
      return Paragraphs.of(text);
    }
  }

  /** The operator's paragraphs. */
  List<List<String>> paragraphs() {
    return operator == null ? List.of() : Paragraphs.of(operator.text());
  }

  @Nullable String operatorLanguage() {
    return operator == null ? null : operator.lang();
  }
}
