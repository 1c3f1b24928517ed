package org.allmende.server.format.html;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.search.LicenseUse;
import org.allmende.harvest.place.Boundary;
import org.allmende.server.format.html.DatasetPage.Fact;
import org.allmende.server.format.html.TableChoice.View;
import org.allmende.server.preview.EntryContent;
import org.allmende.server.preview.PreparedTable;
import org.allmende.server.preview.PreparedTables;
import org.allmende.server.preview.RdfHead;
import org.allmende.vocab.codelist.CodeLists;

/** Puts the page of a file together: what it is, around what can be shown of it. */
final class FilePages {

  private final Frames frames;
  private final FilePreviews previews;

  /**
   * @param boundary of the town, where it was imported
   */
  FilePages(
      Catalog catalog,
      PreparedTables tables,
      Frames frames,
      Supplier<Optional<Boundary>> boundary) {
    this.frames = frames;
    this.previews = new FilePreviews(catalog, tables, frames, boundary);
  }

  /** What can be shown of files. */
  FilePreviews previews() {
    return previews;
  }

  /** The page. */
  FilePage page(ShownFile file, TableChoice choice, String language) throws IOException {
    var look = previews.look(file, choice, language);
    var reader = look.reader();
    var heading =
        look.entry().map(entry -> entry.name() + " – ").orElse("")
            + look.view().title().text()
            + " – "
            + reader.title().text();
    var frame = frame(file, heading, choice, language).withCard(card(look, language));
    return new FilePage(
        frame,
        reader.title(),
        frames.address(language).dataset(FilePreviews.slug(file)),
        look.view(),
        license(file).map(LicenseUse::of).orElse(LicenseUse.UNKNOWN),
        facts(look),
        reader.credit(),
        barrier(frame, reader),
        look.entry().map(entry -> new FilePage.Inside(entry.entry().name(), look.path())),
        views(look),
        previews.preview(look));
  }

  /** The day a file is from, else its dataset. */
  FileView.Day day(ShownFile file, String language) {
    return frames.shown(language).day(file.changed());
  }

  /** What other sites show in place of a link to this look at a file. */
  private LinkCard card(FileLook look, String language) {
    var slug = FilePreviews.slug(look.file());
    var own = look.view().description();
    return LinkCard.of(
        own.isBlank() ? look.reader().teaser() : own,
        slug,
        look.path() + look.choice().query(),
        frames.address(language));
  }

  /** Whom the dataset names, else the page that says whom the town names. */
  private static String barrier(Frame frame, DatasetPage.Reader reader) {
    var mail = reader.report("barrier.subject");
    var page = frame.address().duty(Duty.CONTACT);
    return mail.isEmpty() && frame.site().isComplete(Duty.CONTACT) ? page : mail;
  }

  private Frame frame(ShownFile file, String heading, TableChoice choice, String language) {
    var query = choice.query();
    var slug = FilePreviews.slug(file);
    var here =
        new Frame.Here(
            frames.address("de").file(slug, file.name()) + query,
            frames.address("en").file(slug, file.name()) + query);
    var json =
        new Frame.Form(
            "JSON",
            "application/json",
            frames.address(language).file(slug, file.name()) + ".json" + query);
    var frame = frames.of(language, heading, here, List.of(json), true);
    return choice.isOwn() ? frame.notIndexed() : frame;
  }

  /** The ways to look at a file that has more than one. */
  private static List<Frame.Part> views(FileLook look) {
    var views = new ArrayList<Frame.Part>();
    var extension = look.extension();
    if (look.state().orElse(null) instanceof PreparedTables.Ready(var table)) {
      views.add(part(look, View.TABLE));
      if (table.info().hasPlaces()) {
        views.add(part(look, View.MAP));
      }
      if (table.info().rows() > 1) {
        views.add(part(look, View.CHART));
      }
      if (FileContents.isText(extension)) {
        views.add(part(look, View.TEXT));
      }
    }
    if (RdfHead.isKnown(extension) && look.content().isPresent()) {
      views.add(part(look, View.TABLE));
      views.add(part(look, View.TEXT));
    }
    return views.size() > 1 ? views : List.of();
  }

  private static Frame.Part part(FileLook look, View view) {
    return new Frame.Part(
        look.texts().get("view." + view.key()),
        look.path() + look.choice().as(view).query(),
        look.choice().view() == view);
  }

  private static Optional<String> license(ShownFile file) {
    return file.distribution().license().or(file.view()::license);
  }

  private static List<Fact> facts(FileLook look) {
    var texts = look.texts();
    var view = look.view();
    var facts = new ArrayList<Fact>();
    add(facts, texts.get("file.format"), view.format());
    add(facts, texts.get("file.size"), view.size());
    look.entry()
        .map(EntryContent::entry)
        .ifPresent(
            entry ->
                add(
                    facts,
                    texts.get("archive.entry"),
                    entry.name() + ", " + texts.size(entry.size())));
    if (look.state().orElse(null) instanceof PreparedTables.Ready(var table)) {
      add(facts, texts.get("file.rows"), texts.number(table.info().rows()));
      add(facts, texts.get("file.columns"), texts.number(columns(table)));
    }
    if (view.date() != null) {
      facts.add(new Fact(texts.get("file.date"), view.date().words(), "", view.date().machine()));
    }
    license(look.file()).ifPresent(license -> facts.add(license(license, texts)));
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
