package org.allmende.server.format.html;

import java.util.List;
import java.util.Optional;
import org.allmende.catalog.search.LicenseUse;
import org.allmende.server.archive.Archive;
import org.allmende.server.chart.ChartDrawing;
import org.allmende.server.format.html.TableChoice.View;
import org.allmende.server.preview.FileHead;
import org.allmende.server.preview.MapDrawing;
import org.jspecify.annotations.Nullable;

/**
 * The page of one file ({@code web-ui.md} 7.4).
 *
 * @param frame what is around it
 * @param dataset the title of its dataset
 * @param datasetAddress the page of its dataset
 * @param file the file
 * @param use what its license allows
 * @param facts what it is: format, size, rows and the like
 * @param credit what to write beside the data
 * @param barrier where to tell that one cannot use the file; {@code ""} when nobody is named
 * @param inside the file in an archive that is looked at
 * @param views the ways to look at it; empty when there is only one
 * @param preview what can be shown of it
 */
record FilePage(
    Frame frame,
    Localized dataset,
    String datasetAddress,
    FileView file,
    LicenseUse use,
    List<DatasetPage.Fact> facts,
    String credit,
    String barrier,
    Optional<Inside> inside,
    List<Frame.Part> views,
    Preview preview) {

  FilePage {
    views = List.copyOf(views);
    facts = List.copyOf(facts);
  }

  /**
   * A file in an archive.
   *
   * @param name its path there
   * @param archive where all its files are listed
   */
  record Inside(String name, String archive) {}

  /** Source, license and day, for a picture that may be copied away from its page. */
  String source() {
    return source(credit, file);
  }

  /** The same of a file with this line of credit. */
  static String source(String credit, FileView file) {
    var day = file.date();
    var of = credit.replaceFirst(", https?://[^,]*$", "");
    return day == null ? of : of + ", " + day.words();
  }

  /** What people copy to show its rows, their places or a chart on their own page. */
  Optional<EmbedCode> embed() {
    return switch (preview) {
      case Preview.Sheet(var table, var map) ->
          Optional.of(code(map == null ? View.TABLE : View.MAP, table.choice().query()));
      case Preview.Graph(var chart) when chart.drawn() != null ->
          Optional.of(
              code(View.CHART, chart.query())
                  .withPicture(
                      frame.address(),
                      datasetAddress + frame.address().filePart(file.name()) + chart.query(),
                      file.title().text() + ", " + source(),
                      chart.address(),
                      EmbedCode.WIDTH * chart.drawn().drawing().height() / ChartDrawing.WIDTH));
      default -> Optional.empty();
    };
  }

  private EmbedCode code(View view, String query) {
    var slug = datasetAddress.substring(datasetAddress.lastIndexOf('/') + 1);
    var small = frame.address().embeddedFile(slug, file.name(), view);
    return EmbedCode.of(frame.address(), small + query, file.title().text(), 600);
  }

  /** What can be shown of a file. */
  sealed interface Preview {
    /**
     * Rows and columns.
     *
     * @param map where the rows are; null when nobody asked
     */
    record Sheet(TableView table, @Nullable MapView map) implements Preview {}

    /**
     * Where rows are.
     *
     * @param drawing as a picture
     * @param features the same as GeoJSON, for a map that can be moved
     * @param row where a row is shown as a whole, up to its number
     */
    record MapView(MapDrawing drawing, String features, String row) {}

    /** What a chart tells of the rows. */
    record Graph(ChartView chart) implements Preview {}

    /**
     * The first lines of a text.
     *
     * @param isNested whether lines that belong to another are indented, as in JSON and XML
     */
    record Head(FileHead head, boolean isNested) implements Preview {}

    /** How a service is asked; it is not asked for the page. */
    record Service(ServiceView service) implements Preview {}

    /** The first statements of an RDF document; {@code isWhole} when there is no more. */
    record Statements(List<StatementRows.Row> rows, boolean isWhole) implements Preview {
      public Statements {
        rows = List.copyOf(rows);
      }
    }

    /**
     * A picture.
     *
     * @param address where it lies, without host
     * @param alt what it shows, or that nobody said
     */
    record Picture(String address, String alt) implements Preview {}

    /**
     * What lies in an archive.
     *
     * @param rows its files, or the first of them
     * @param count how many entries it has, in words
     * @param archive the same for machines
     */
    record Archived(List<Row> rows, String count, Archive archive) implements Preview {
      public Archived {
        rows = List.copyOf(rows);
      }

      /**
       * A file in the archive.
       *
       * @param name its path there
       * @param address where it is shown; {@code ""} when it is not
       * @param size in words
       * @param note why it is not shown; {@code ""} when that is plain
       */
      record Row(String name, String address, String size, String note) {}
    }

    /**
     * Nothing yet.
     *
     * @param again the same page, where it will be a moment later
     * @param state the machine twin, which says when
     */
    record Underway(String again, String state) implements Preview {}

    /**
     * Nothing.
     *
     * @param why in a sentence
     * @param reason what went wrong, in the words of those who read the file; null when nothing did
     */
    record Nothing(String why, @Nullable String reason) implements Preview {}
  }
}
