package org.allmende.server.format.html;

import java.util.List;
import org.allmende.server.preview.MapDrawing;
import org.jspecify.annotations.Nullable;

/**
 * A small page that other sites show in a frame ({@code web-ui.md} 9): one thing, and always where
 * it is from, under which license and of which day.
 *
 * @param frame what its page has around it; of that the style sheet and the address are used
 * @param title what is shown
 * @param address the whole page
 * @param origin where it is from; null for what is no data, such as the search box
 * @param content what is shown
 */
record EmbedPage(
    Frame frame, Localized title, String address, @Nullable Origin origin, Content content) {

  /**
   * Where data are from.
   *
   * @param source who to name, and what
   * @param licenseTitle name of the license, or that nobody said
   * @param licenseAddress its text; {@code ""} when there is none
   * @param day the day the data are from
   */
  record Origin(
      String source, String licenseTitle, String licenseAddress, FileView.@Nullable Day day) {}

  /** What is shown. */
  sealed interface Content {
    /**
     * A dataset in short.
     *
     * @param page its page
     */
    record Card(DatasetPage page) implements Content {}

    /**
     * Rows of a file.
     *
     * @param heads names of the columns
     * @param rows the first of them, as many as are small enough
     * @param count how many there are, in words
     * @param isCut whether rows or columns were left out
     */
    record Rows(
        List<TableView.Head> heads, List<TableView.RowView> rows, String count, boolean isCut)
        implements Content {
      public Rows {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
      }
    }

    /** The places of the rows of a file. */
    record Places(MapDrawing map, FilePage page) implements Content {}

    /** A chart of the rows of a file. */
    record Graph(ChartView chart, ChartView.Drawn drawn) implements Content {}

    /** The box of the search. */
    record SearchBox() implements Content {}

    /** Nothing to show here, and why. */
    record Nothing(String why) implements Content {}
  }
}
