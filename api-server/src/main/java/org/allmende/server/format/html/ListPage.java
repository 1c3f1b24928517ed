package org.allmende.server.format.html;

import java.util.List;

/**
 * A list of themes, publishers or places ({@code web-ui.md} 7.5).
 *
 * @param frame what is around it
 * @param heading what is listed
 * @param intro one sentence about it
 * @param entries those that have datasets, by name
 */
record ListPage(Frame frame, String heading, String intro, List<Entry> entries) {

  ListPage {
    entries = List.copyOf(entries);
  }

  /**
   * One of them.
   *
   * @param label its name
   * @param address its page
   * @param count how many datasets it has, in words
   */
  record Entry(String label, String address, String count) {}
}
