package org.allmende.server.format.html;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.allmende.catalog.Catalog.NamedDistribution;
import org.allmende.catalog.model.DatasetView;
import org.allmende.catalog.model.DatasetView.DistributionView;
import org.allmende.catalog.model.Identity;
import org.allmende.server.dataset.FileName;
import org.jspecify.annotations.Nullable;

/**
 * A distribution on its dataset's page and on its own.
 *
 * @param anchor its place on the page
 * @param name of its own page, such as {@code 3-baumkataster}
 * @param title what people call it
 * @param description more about it; may be empty
 * @param format short name of its format; {@code ""} when nobody said
 * @param size such as 4,2 MB; {@code ""} when unknown
 * @param date the day its content is from, in words, with the machine form; null when unknown
 * @param address where to get it; {@code ""} when nobody said or when it is no web address
 * @param isDownload whether the address gives the bytes themselves
 * @param checksum hash of the bytes; {@code ""} when unknown
 * @param mediaType of the bytes; {@code ""} when unknown
 * @param bytes how many there are; 0 when unknown
 * @param columns what its columns mean; empty when nobody said
 */
record FileView(
    String anchor,
    String name,
    Localized title,
    String description,
    String format,
    String size,
    @Nullable Day date,
    String address,
    boolean isDownload,
    String checksum,
    String mediaType,
    long bytes,
    ColumnList columns) {

  /** Open and readable by machines first, documents last. */
  private static final List<String> BEST_FIRST =
      List.of(
          "CSV", "GeoJSON", "JSON", "GPKG", "XML", "KML", "GML", "ODS", "XLSX", "XLS", "SHP", "ZIP",
          "WFS", "WMS", "TXT", "RDF");

  /**
   * A machine-readable and open file before any other, one of today before an old one, then the
   * format that most people can open, and the whole before a part.
   */
  private static final Comparator<FileView> BEST =
      Comparator.comparing((FileView file) -> !file.isDownload)
          .thenComparing(file -> !file.isMachineReadable())
          .thenComparing(FileView::day, Comparator.reverseOrder())
          .thenComparingInt(FileView::rank)
          .thenComparing(FileView::bytes, Comparator.reverseOrder());

  /** Formats of offices and pictures, and archives, come after what programs read at once. */
  private static final int MACHINE_READABLE = BEST_FIRST.indexOf("ODS");

  /** A day. */
  record Day(String machine, String words) {}

  /**
   * The files of a dataset in the order of their numbers.
   *
   * @param named which distribution has which address
   */
  static List<FileView> all(
      List<NamedDistribution> named, DatasetView view, Shown shown, Identity identity) {
    return named.stream()
        .flatMap(
            n ->
                view.distributions().stream()
                    .filter(distribution -> distribution.node().equals(n.node()))
                    .map(distribution -> of(n.address().number(), distribution, shown, identity)))
        .toList();
  }

  /** The file that most people want. */
  static Optional<FileView> best(List<FileView> files) {
    return files.stream().filter(file -> !file.address().isEmpty()).min(BEST);
  }

  /** The files in the order in which most people want them. */
  static List<FileView> bestFirst(List<FileView> files) {
    return files.stream().sorted(BEST).toList();
  }

  /** The place on its dataset's page of the file with this number. */
  static String anchor(int number) {
    return "datei-" + number;
  }

  private boolean isMachineReadable() {
    return rank() <= MACHINE_READABLE;
  }

  private String day() {
    return date == null ? "" : date.machine();
  }

  /** At most three formats, the best first. */
  static List<String> formats(List<FileView> files) {
    return best(files.stream().map(FileView::format));
  }

  /** The same of a dataset whose files are not looked at further. */
  static List<String> formats(DatasetView view) {
    return best(view.distributions().stream().map(FileView::format));
  }

  private static List<String> best(Stream<String> formats) {
    return formats
        .filter(format -> !format.isEmpty())
        .distinct()
        .sorted(Comparator.comparingInt(FileView::rank))
        .limit(3)
        .toList();
  }

  private int rank() {
    return rank(format);
  }

  private static int rank(String format) {
    var rank = BEST_FIRST.indexOf(format);
    return rank < 0 ? BEST_FIRST.size() : rank;
  }

  static FileView of(int number, DistributionView file, Shown shown, Identity identity) {
    var format = format(file);
    var address = file.downloadUrl().or(file::accessUrl).map(identity::today).orElse("");
    return new FileView(
        anchor(number),
        FileName.of(number, file),
        shown
            .text(file.title())
            .orElseGet(() -> new Localized(shown.texts().get("file.untitled"), null)),
        file.abstractText().in(shown.texts().language()).orElse(""),
        format,
        file.byteSize().isPresent() ? shown.texts().size(file.byteSize().getAsLong()) : "",
        file.modified().or(file::issued).map(shown::day).orElse(null),
        Shown.isWebAddress(address) ? address : "",
        file.downloadUrl().isPresent(),
        file.checksum().orElse(""),
        file.mediaType()
            .or(() -> file.format().flatMap(type -> type.attribute("mediaType")))
            .orElse(""),
        file.byteSize().orElse(0),
        ColumnList.of(file.columns(), shown));
  }

  /** The same with these columns. */
  FileView withColumns(ColumnList others) {
    return new FileView(
        anchor,
        name,
        title,
        description,
        format,
        size,
        date,
        address,
        isDownload,
        checksum,
        mediaType,
        bytes,
        others);
  }

  /** CKAN's short name, as everywhere else in the house. */
  static String format(DistributionView file) {
    return file.format()
        .map(type -> type.attribute("ckan").orElse(type.code()))
        .or(() -> file.formatText().map(text -> text.replaceFirst("^http.*/", "")))
        .orElse("");
  }

  /** What it is, in a word or two: GeoJSON, 49 kB. */
  String kind(Texts texts) {
    var name = format.isEmpty() ? texts.get("file.kind") : format;
    return size.isEmpty() ? name : name + ", " + size;
  }
}
