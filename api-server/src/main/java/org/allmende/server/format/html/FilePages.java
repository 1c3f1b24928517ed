package org.allmende.server.format.html;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.search.LicenseUse;
import org.allmende.server.format.html.DatasetPage.Fact;
import org.allmende.server.format.html.FilePage.Preview;
import org.allmende.server.preview.PreparedTable;
import org.allmende.server.preview.PreparedTables;
import org.allmende.server.preview.PreparedTables.State;
import org.allmende.server.preview.TooSlowException;
import org.allmende.vocab.codelist.CodeLists;

/** Puts the page of a file together: what it is, and what can be shown of it. */
final class FilePages {

  /** So long a page waits for a preview that is not ready; the visitor waits 2 s at most. */
  private static final Duration PATIENCE = Duration.ofMillis(1_500);

  /** What is read as rows. */
  private static final Set<String> TABLES =
      Set.of(
          "csv", "tsv", "xlsx", "json", "jsonl", "ndjson", "geojson", "kml", "gpx", "ics", "ical");

  private final Catalog catalog;
  private final PreparedTables tables;
  private final Frames frames;

  FilePages(Catalog catalog, PreparedTables tables, Frames frames) {
    this.catalog = catalog;
    this.tables = tables;
    this.frames = frames;
  }

  /** The page. */
  FilePage page(ShownFile file, TableChoice choice, String language) throws IOException {
    var shown = frames.shown(language);
    var address = frames.address(language);
    var reader = new DatasetPage.Reader(file.entry(), file.view(), shown, address);
    var view = FileView.of(file.number(), file.distribution(), shown, catalog.identity());
    var state = state(file);
    var preview = preview(file, view, state, choice, language);
    return new FilePage(
        frame(file, view.title().text() + " – " + reader.title().text(), choice, language),
        reader.title(),
        address.dataset(slug(file)),
        view,
        license(file).map(LicenseUse::of).orElse(LicenseUse.UNKNOWN),
        facts(file, view, state, shown),
        reader.credit(),
        preview);
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
    return TABLES.contains(file.extension())
        ? content(file).map(path -> state(file, path))
        : Optional.empty();
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
    var texts = Texts.of(language);
    return switch (state.orElse(null)) {
      case null -> nothing(file, view, texts);
      case PreparedTables.Ready(var table) -> sheet(file, view, table, choice, language);
      case PreparedTables.Underway() ->
          new Preview.Underway(
              frames.address(language).file(slug(file), file.name()) + choice.query());
      case PreparedTables.Unreadable(var why) ->
          new Preview.Nothing(texts.get("preview.unreadable"), why.text(language));
    };
  }

  private Preview sheet(
      ShownFile file, FileView view, PreparedTable table, TableChoice choice, String language)
      throws IOException {
    var texts = Texts.of(language);
    var path = frames.address(language).file(slug(file), file.name());
    try {
      var views = new TableViews(table, choice, path, texts);
      return new Preview.Sheet(views.view(view.title().text()));
    } catch (TooSlowException e) {
      return new Preview.Nothing(texts.get("preview.slow"), null);
    }
  }

  private Preview nothing(ShownFile file, FileView view, Texts texts) {
    if (file.hash(catalog).isEmpty()) {
      return new Preview.Nothing(texts.get("preview.elsewhere"), null);
    }
    return new Preview.Nothing(texts.get("preview.none", "kind", view.kind(texts)), null);
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
