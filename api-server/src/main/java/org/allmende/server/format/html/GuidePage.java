package org.allmende.server.format.html;

import java.util.List;

/**
 * A page that explains: help, or how programs use the catalog.
 *
 * @param frame what is around it
 * @param heading what it explains
 * @param intro the first sentence
 * @param start the quick start for programs; empty on other pages
 * @param sections in order
 */
record GuidePage(
    Frame frame, String heading, String intro, List<Line> start, List<Section> sections) {

  GuidePage {
    start = List.copyOf(start);
    sections = List.copyOf(sections);
  }

  /**
   * A line of the quick start.
   *
   * @param address what is asked for, with scheme and host
   * @param answer something that the answer contains
   */
  record Line(String address, String answer) {

    /** How a terminal asks for it. */
    String command() {
      return "curl '" + address + "'";
    }
  }

  /**
   * A section.
   *
   * @param anchor its id
   * @param heading its heading
   * @param text its text
   * @param address an address with scheme and host that shows it; {@code ""} for none
   * @param files what it lists; empty for most
   */
  record Section(String anchor, String heading, String text, String address, List<Bulk> files) {
    Section {
      files = List.copyOf(files);
    }

    /** The same with a list of files. */
    Section with(List<Bulk> others) {
      return new Section(anchor, heading, text, address, others);
    }

    /** How a terminal asks for it. */
    String command() {
      return "curl -L '" + address + "'";
    }
  }

  /** A file with the whole catalog: its size in words, and what its bytes must add up to. */
  record Bulk(String name, String address, String size, String sha256) {}
}
