package org.allmende.server.format.html;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.allmende.catalog.Catalog;
import org.allmende.harvest.Reason;
import org.allmende.harvest.SourceException;
import org.allmende.harvest.place.Boundary;
import org.allmende.server.archive.Archive;
import org.allmende.server.format.html.FilePage.Preview;
import org.allmende.server.format.html.TableChoice.View;
import org.allmende.server.preview.Content;
import org.allmende.server.preview.EntryContent;
import org.allmende.server.preview.FileHead;
import org.allmende.server.preview.MapDrawing;
import org.allmende.server.preview.PreparedTable;
import org.allmende.server.preview.PreparedTables;
import org.allmende.server.preview.PreparedTables.State;
import org.allmende.server.preview.RdfHead;
import org.allmende.server.preview.TooSlowException;
import org.jspecify.annotations.Nullable;

/** What can be shown of a file ({@code web-ui.md} 8), or why it cannot. */
final class FilePreviews {

  /** So long a page waits for a preview that is not ready; the visitor waits 2 s at most. */
  private static final Duration PATIENCE = Duration.ofMillis(1_500);

  /** What is XML, whatever else it is. */
  private static final Set<String> XML = Set.of("xml", "kml", "gpx", "gml", "rdf");

  /** Pictures that hold nothing but a picture; SVG may hold scripts. */
  private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "gif", "webp");

  private final Catalog catalog;
  private final PreparedTables tables;
  private final Frames frames;
  private final Supplier<Optional<Boundary>> boundary;
  private final FileContents contents;

  /**
   * @param boundary of the town, where it was imported
   */
  FilePreviews(
      Catalog catalog,
      PreparedTables tables,
      Frames frames,
      Supplier<Optional<Boundary>> boundary) {
    this.catalog = catalog;
    this.tables = tables;
    this.frames = frames;
    this.boundary = boundary;
    this.contents = new FileContents(catalog);
  }

  /**
   * A look at a file.
   *
   * @throws org.allmende.server.http.ProblemException 404 when it has no such file in it
   */
  FileLook look(ShownFile file, TableChoice choice, String language) {
    var content = contents.of(file, choice.entry());
    var shown = frames.shown(language);
    return new FileLook(
        file,
        choice,
        FileView.of(file.number(), file.distribution(), shown, catalog.identity()),
        new DatasetPage.Reader(file.entry(), file.view(), shown, frames.address(language)),
        frames.address(language).file(slug(file), file.name()),
        content,
        content.flatMap(this::state),
        Texts.of(language));
  }

  static String slug(ShownFile file) {
    return file.entry().addresses().name().value();
  }

  /** The table behind what was chosen; empty when it is nothing of ours that has rows. */
  Optional<State> state(ShownFile file, TableChoice choice) {
    return contents.of(file, choice.entry()).flatMap(this::state);
  }

  private Optional<State> state(Content content) {
    var isTable = FileContents.isTable(content.extension()) && obstacle(content).isEmpty();
    return isTable ? Optional.of(tables.of(content, PATIENCE)) : Optional.empty();
  }

  /** Why a file in an archive cannot be read, as the name of a text. */
  private static Optional<String> obstacle(Content content) {
    return content instanceof EntryContent entry
        ? ArchiveRows.obstacle(entry.entry())
        : Optional.empty();
  }

  /** What is to be seen. */
  Preview preview(FileLook look) throws IOException {
    if (look.content().isEmpty()) {
      return ServiceView.of(look.view(), look.texts())
          .<Preview>map(Preview.Service::new)
          .orElseGet(() -> nothing(look, "preview.elsewhere", null));
    }
    var content = look.content().get();
    var obstacle = obstacle(content);
    if (obstacle.isPresent()) {
      return new Preview.Nothing(look.texts().get(obstacle.get() + ".text"), null);
    }
    try {
      return preview(look, content);
    } catch (SourceException e) {
      return unreadable(look, e.reason());
    }
  }

  private Preview preview(FileLook look, Content content) throws IOException {
    var isText = FileContents.isText(content.extension());
    if (isText && look.choice().view() == View.TEXT) {
      return head(content);
    }
    return switch (look.state().orElse(null)) {
      case null -> other(look, content);
      case PreparedTables.Ready(var table) -> sheet(look, table);
      case PreparedTables.Underway() ->
          new Preview.Underway(
              look.path() + look.choice().query(), look.path() + ".json" + look.choice().query());
      case PreparedTables.Unreadable(var why) -> isText ? head(content) : unreadable(look, why);
    };
  }

  private static Preview unreadable(FileLook look, Reason why) {
    return nothing(look, "preview.unreadable", why.text(look.texts().language()));
  }

  private Preview sheet(FileLook look, PreparedTable table) throws IOException {
    var choice = look.choice();
    try {
      if (choice.view() == View.CHART) {
        return new Preview.Graph(chart(look, table));
      }
      var sheet =
          new TableViews(table, choice, look.path(), look.texts())
              .view(look.title(), FilePage.source(look.reader().credit(), look.view()));
      var isMap = choice.view() == View.MAP && table.info().hasPlaces();
      return new Preview.Sheet(sheet, isMap ? map(look, table) : null);
    } catch (TooSlowException e) {
      return nothing(look, "preview.slow", null);
    }
  }

  private Preview.MapView map(FileLook look, PreparedTable table) throws IOException {
    var choice = look.choice();
    return new Preview.MapView(
        MapDrawing.of(table, choice.rows().query(table.info().columns()), town()),
        look.path() + look.texts().get("map.path") + choice.selection(),
        look.path() + choice.rowsByNumber());
  }

  /** The chart of a table. */
  ChartView chart(FileLook look, PreparedTable table) throws IOException {
    var reader = look.reader();
    return new ChartViews(table, look.choice(), look.path(), look.texts())
        .view(
            title(look.title(), reader.title().text()),
            FilePage.source(reader.credit(), look.view()));
  }

  /** The file with its dataset, each named once. */
  private static String title(String file, String dataset) {
    return file.contains(dataset) ? file : file + " – " + dataset;
  }

  /** The boundary of the town; empty while none was imported. */
  List<MapDrawing.Ring> town() {
    return boundary.get().stream()
        .flatMap(town -> town.rings().stream())
        .map(MapDrawing.Ring::new)
        .toList();
  }

  private Preview other(FileLook look, Content content) throws IOException {
    var extension = content.extension();
    if (RdfHead.isKnown(extension)) {
      var statements = RdfHead.of(content);
      if (statements.isPresent()) {
        return new Preview.Statements(
            StatementRows.of(statements.get()), statements.get().isWhole());
      }
    }
    if (FileContents.isText(extension)) {
      return head(content);
    }
    return content instanceof Content.OfFile file ? whole(look, file, extension) : none(look);
  }

  /** What is shown of files themselves, and not of files in archives. */
  private Preview whole(FileLook look, Content.OfFile file, String extension) throws IOException {
    if (PICTURES.contains(extension)) {
      return picture(look);
    }
    if (FileContents.isArchive(extension)) {
      return archive(look, file);
    }
    return extension.equals("svg") ? nothing(look, "preview.svg", null) : none(look);
  }

  /** What it is, where we know more of it than the name of its format. */
  private static Preview none(FileLook look) {
    var texts = look.texts();
    var known =
        texts
            .find("preview.is." + look.extension())
            .map(what -> texts.get("preview.none.known", "kind", look.kind(), "what", what))
            .orElseGet(() -> texts.get("preview.none", "kind", look.kind()));
    return new Preview.Nothing(known, null);
  }

  private static Preview nothing(FileLook look, String key, @Nullable String reason) {
    return new Preview.Nothing(look.texts().get(key), reason);
  }

  private static Preview head(Content content) throws IOException {
    var extension = content.extension();
    if (extension.contains("json")) {
      return new Preview.Head(FileHead.ofJson(content), true);
    }
    return XML.contains(extension)
        ? new Preview.Head(FileHead.ofXml(content), true)
        : new Preview.Head(FileHead.of(content), false);
  }

  private Preview picture(FileLook look) {
    var texts = look.texts();
    var distribution = look.file().distribution();
    var address = catalog.identity().today(distribution.downloadUrl().orElse(""));
    var alt = distribution.abstractText().in(texts.language());
    return new Preview.Picture(
        frames
            .address(texts.language())
            .machine(address.substring(catalog.identity().url().length())),
        alt.orElseGet(() -> texts.get("preview.noAlt")));
  }

  private static Preview archive(FileLook look, Content.OfFile file) throws IOException {
    var texts = look.texts();
    var archive = Archive.of(file.path());
    return new Preview.Archived(
        ArchiveRows.of(archive, look.path(), texts),
        texts.count("archive.count", archive.count()),
        archive);
  }
}
