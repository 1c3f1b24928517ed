package org.allmende.server.format.html;

import java.util.List;

/**
 * How often what was asked for ({@code web-ui.md} 15).
 *
 * @param frame what is around it
 * @param intro which days it is about
 * @param sums by kind, in words and numbers
 * @param trend the calls by day
 * @param tables what was asked for most often, by kind; a kind without anything is missing
 * @param words what people search for
 */
record StatisticsPage(
    Frame frame, String intro, List<Sum> sums, Trend trend, List<Table> tables, List<Word> words) {

  StatisticsPage {
    sums = List.copyOf(sums);
    tables = List.copyOf(tables);
    words = List.copyOf(words);
  }

  /** A figure of all days. */
  record Sum(String label, String number) {}

  /**
   * What was asked for most often.
   *
   * @param key the kind, also the anchor
   */
  record Table(String key, String heading, String caption, List<Row> rows) {
    Table {
      rows = List.copyOf(rows);
    }
  }

  /**
   * An address with its figure.
   *
   * @param address {@code ""} for one that nobody can open
   */
  record Row(Localized label, String address, String number) {}

  /** A search with how often it was made. */
  record Word(String word, String address, String number) {}
}
