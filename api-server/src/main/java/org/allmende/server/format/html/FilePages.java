package org.allmende.server.format.html;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.search.LicenseUse;
import org.allmende.harvest.place.Boundary;
import org.allmende.server.format.html.DatasetPage.Fact;
import org.allmende.server.format.html.FilePage.Preview;
import org.allmende.server.format.html.TableChoice.View;
import org.allmende.server.preview.ArchiveList;
import org.allmende.server.preview.FileHead;
import org.allmende.server.preview.MapDrawing;
import org.allmende.server.preview.PreparedTable;
import org.allmende.server.preview.PreparedTables;
import org.allmende.server.preview.PreparedTables.State;
import org.allmende.server.preview.TooSlowException;
import org.allmende.vocab.codelist.CodeLists;
import org.jspecify.annotations.Nullable;

/** Puts the page of a file together: what it is, and what can be shown of it. */
final class FilePages {

  /** So long a page waits for a preview that is not ready; the visitor waits 2 s at most. */
  private static final Duration PATIENCE = Duration.ofMillis(1_500);

  /** What is read as rows. */
  private static final Set<String> TABLES =
      Set.of(
          "csv", "tsv", "xlsx", "json", "jsonl", "ndjson", "geojson", "kml", "gpx", "ics", "ical");

  /** What can be read as it is. */
  private static final Set<String> TEXTS =
      Set.of(
          "json", "jsonl", "ndjson", "geojson", "xml", "kml", "gpx", "gml", "rdf", "ttl", "nt",
          "nq", "n3", "jsonld", "txt", "md", "ics", "wkt");

  /** Pictures that hold nothing but a picture; SVG may hold scripts. */
  private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "gif", "webp");

  private final Catalog catalog;
  private final PreparedTables tables;
  private final Frames frames;
  private final Supplier<Optional<Boundary>> boundary;

  /**
   * @param boundary of the town, where it was imported
   */
  FilePages(
      Catalog catalog,
      PreparedTables tables,
      Frames frames,
      Supplier<Optional<Boundary>> boundary) {
    this.catalog = catalog;
    this.tables = tables;
    this.frames = frames;
    this.boundary = boundary;
  }

  /** The page. */
  FilePage page(ShownFile file, TableChoice choice, String language) throws IOException {
    var reader = reader(file, language);
    var view = view(file, language);
    var state = state(file);
    var preview = preview(file, view, state, choice, language);
    var heading = view.title().text() + " – " + reader.title().text();
    var frame = frame(file, heading, choice, language);
    return new FilePage(
        frame,
        reader.title(),
        frames.address(language).dataset(slug(file)),
        view,
        license(file).map(LicenseUse::of).orElse(LicenseUse.UNKNOWN),
        facts(file, view, state, frames.shown(language)),
        reader.credit(),
        barrier(frame, reader),
        views(file, state, choice, language),
        preview);
  }

  /** Whom the dataset names, else the page that says whom the town names. */
  private static String barrier(Frame frame, DatasetPage.Reader reader) {
    var mail = reader.report("barrier.subject");
    var page = frame.address().duty(Duty.CONTACT);
    return mail.isEmpty() && frame.site().isComplete(Duty.CONTACT) ? page : mail;
  }

  private static String slug(ShownFile file) {
    return file.entry().addresses().name().value();
  }

  private Frame frame(ShownFile file, String heading, TableChoice choice, String language) {
    var query = choice.query();
    var here =
        new Frame.Here(
            frames.address("de").file(slug(file), file.name()) + query,
            frames.address("en").file(slug(file), file.name()) + query);
    var json =
        new Frame.Form(
            "JSON",
            "application/json",
            frames.address(language).file(slug(file), file.name()) + ".json" + query);
    var frame = frames.of(language, heading, here, List.of(json), true);
    return choice.isOwn() ? frame.notIndexed() : frame;
  }

  /** The table behind a file; empty when it is no file of ours or nothing that has rows. */
  Optional<State> state(ShownFile file) {
    return isTable(file) ? content(file).map(path -> state(file, path)) : Optional.empty();
  }

  /** Whether a file can be read as rows. */
  static boolean isTable(ShownFile file) {
    return TABLES.contains(file.extension());
  }

  private State state(ShownFile file, Path path) {
    var hash = file.hash(catalog).orElseThrow();
    return tables.of(hash, path, file.fileName(), PATIENCE);
  }

  private Optional<Path> content(ShownFile file) {
    return file.hash(catalog).flatMap(catalog.files()::find);
  }

  private Preview preview(
      ShownFile file, FileView view, Optional<State> state, TableChoice choice, String language)
      throws IOException {
    var path = content(file);
    var isText = TEXTS.contains(file.extension());
    if (path.isPresent() && isText && choice.view() == View.TEXT) {
      return head(file, path.get());
    }
    return switch (state.orElse(null)) {
      case null -> path.isEmpty() ? elsewhere(language) : other(file, view, path.get(), language);
      case PreparedTables.Ready(var table) -> sheet(file, view, table, choice, language);
      case PreparedTables.Underway() ->
          new Preview.Underway(
              path(file, language) + choice.query(), path(file, language) + ".json");
      case PreparedTables.Unreadable(var why) ->
          path.isPresent() && isText
              ? head(file, path.get())
              : nothing("preview.unreadable", why.text(language), language);
    };
  }

  private String path(ShownFile file, String language) {
    return frames.address(language).file(slug(file), file.name());
  }

  private Preview sheet(
      ShownFile file, FileView view, PreparedTable table, TableChoice choice, String language)
      throws IOException {
    var views = new TableViews(table, choice, path(file, language), Texts.of(language));
    try {
      if (choice.view() == View.CHART) {
        return new Preview.Graph(chart(file, view, table, choice, language));
      }
      var sheet = views.view(view.title().text());
      var isMap = choice.view() == View.MAP && table.info().hasPlaces();
      return new Preview.Sheet(sheet, isMap ? map(file, table, choice, language) : null);
    } catch (TooSlowException e) {
      return nothing("preview.slow", null, language);
    }
  }

  private Preview.MapView map(
      ShownFile file, PreparedTable table, TableChoice choice, String language) throws IOException {
    var path = path(file, language);
    return new Preview.MapView(
        MapDrawing.of(table, choice.query(table.info().columns()), town()),
        path + Texts.of(language).get("map.path") + choice.selection(),
        path + "?zeile=");
  }

  private ChartView chart(
      ShownFile file, FileView view, PreparedTable table, TableChoice choice, String language)
      throws IOException {
    var reader = reader(file, language);
    return new ChartViews(table, choice, path(file, language), Texts.of(language))
        .view(
            title(view.title().text(), reader.title().text()),
            FilePage.source(reader.credit(), view));
  }

  /** The file with its dataset, each named once. */
  private static String title(String file, String dataset) {
    return file.contains(dataset) ? file : file + " – " + dataset;
  }

  /** The chart of a table by itself. */
  ChartView chart(ShownFile file, PreparedTable table, TableChoice choice, String language)
      throws IOException {
    return chart(file, view(file, language), table, choice, language);
  }

  private FileView view(ShownFile file, String language) {
    return FileView.of(
        file.number(), file.distribution(), frames.shown(language), catalog.identity());
  }

  private DatasetPage.Reader reader(ShownFile file, String language) {
    return new DatasetPage.Reader(
        file.entry(), file.view(), frames.shown(language), frames.address(language));
  }

  /** The boundary of the town; empty while none was imported. */
  List<MapDrawing.Ring> town() {
    return boundary.get().stream()
        .flatMap(town -> town.rings().stream())
        .map(MapDrawing.Ring::new)
        .toList();
  }

  /** The ways to look at a file that has more than one. */
  private List<Frame.Part> views(
      ShownFile file, Optional<State> state, TableChoice choice, String language) {
    var views = new ArrayList<Frame.Part>();
    if (state.orElse(null) instanceof PreparedTables.Ready(var table)) {
      views.add(part(file, choice, View.TABLE, language));
      if (table.info().hasPlaces()) {
        views.add(part(file, choice, View.MAP, language));
      }
      if (table.info().rows() > 1) {
        views.add(part(file, choice, View.CHART, language));
      }
      if (TEXTS.contains(file.extension())) {
        views.add(part(file, choice, View.TEXT, language));
      }
    }
    return views.size() > 1 ? views : List.of();
  }

  private Frame.Part part(ShownFile file, TableChoice choice, View view, String language) {
    return new Frame.Part(
        Texts.of(language).get("view." + view.key()),
        path(file, language) + choice.as(view).query(),
        choice.view() == view);
  }

  private static Preview elsewhere(String language) {
    return nothing("preview.elsewhere", null, language);
  }

  private Preview other(ShownFile file, FileView view, Path path, String language)
      throws IOException {
    var extension = file.extension();
    if (TEXTS.contains(extension)) {
      return head(file, path);
    }
    if (PICTURES.contains(extension)) {
      return picture(file, language);
    }
    if (extension.equals("zip")) {
      return archive(path, language);
    }
    if (extension.equals("svg")) {
      return nothing("preview.svg", null, language);
    }
    var why = Texts.of(language).get("preview.none", "kind", view.kind(Texts.of(language)));
    return new Preview.Nothing(why, null);
  }

  private static Preview nothing(String key, @Nullable String reason, String language) {
    return new Preview.Nothing(Texts.of(language).get(key), reason);
  }

  private static Preview head(ShownFile file, Path path) throws IOException {
    var isJson = file.extension().contains("json");
    return new Preview.Head(isJson ? FileHead.ofJson(path) : FileHead.of(path));
  }

  private Preview picture(ShownFile file, String language) {
    var url = catalog.identity().url();
    var address =
        catalog
            .identity()
            .today(file.distribution().downloadUrl().orElse(""))
            .substring(url.length());
    var alt = file.distribution().abstractText().in(language);
    return new Preview.Picture(
        frames.address(language).machine(address),
        alt.orElseGet(() -> Texts.of(language).get("preview.noAlt")));
  }

  private static Preview archive(Path path, String language) {
    var texts = Texts.of(language);
    try {
      var list = ArchiveList.of(path);
      var entries = new ArrayList<Map.Entry<String, String>>();
      for (var entry : list.entries()) {
        entries.add(Map.entry(entry.name(), entry.size() < 0 ? "–" : texts.size(entry.size())));
      }
      return new Preview.Archive(entries, texts.count("archive.count", list.count()));
    } catch (IOException e) {
      return nothing("preview.archive", e.getMessage(), language);
    }
  }

  private static Optional<String> license(ShownFile file) {
    return file.distribution().license().or(file.view()::license);
  }

  private List<Fact> facts(ShownFile file, FileView view, Optional<State> state, Shown shown) {
    var texts = shown.texts();
    var facts = new ArrayList<Fact>();
    add(facts, texts.get("file.format"), view.format());
    add(facts, texts.get("file.size"), view.size());
    if (state.orElse(null) instanceof PreparedTables.Ready(var table)) {
      add(facts, texts.get("file.rows"), texts.number(table.info().rows()));
      add(facts, texts.get("file.columns"), texts.number(columns(table)));
    }
    if (view.date() != null) {
      facts.add(new Fact(texts.get("file.date"), view.date().words(), "", view.date().machine()));
    }
    license(file).ifPresent(license -> facts.add(license(license, texts)));
    add(facts, texts.get("file.checksum"), view.checksum());
    return facts;
  }

  private static long columns(PreparedTable table) {
    return table.info().columns().size() + (long) table.info().moreColumns();
  }

  private static Fact license(String license, Texts texts) {
    var concept = CodeLists.licenses().find(license);
    var address = concept.flatMap(c -> c.attribute("url")).orElse(license);
    return new Fact(
        texts.get("fact.license"),
        concept.map(c -> c.label(texts.language())).orElse(license),
        Shown.isWebAddress(address) ? address : "",
        "");
  }

  private static void add(List<Fact> facts, String label, String text) {
    if (!text.isEmpty()) {
      facts.add(new Fact(label, text, "", ""));
    }
  }
}
