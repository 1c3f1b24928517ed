package org.allmende.server.format.html;

import java.util.List;

/**
 * A list of themes, publishers or places ({@code web-ui.md} 7.5).
 *
 * @param frame what is around it
 * @param kind what is listed
 * @param heading the same in words
 * @param intro one sentence about it
 * @param entries those that have datasets, by name
 */
record ListPage(Frame frame, TopicKind kind, String heading, String intro, List<Entry> entries) {

  ListPage {
    entries = List.copyOf(entries);
  }

  /**
   * One of them.
   *
   * @param address its page
   * @param count how many datasets it has
   */
  record Entry(Topic topic, String address, int count) {}
}
