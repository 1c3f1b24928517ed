package org.allmende.server.format.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.model.DatasetView;
import org.allmende.catalog.model.Times;
import org.allmende.catalog.search.LicenseUse;
import org.allmende.server.format.html.MetadataTable.Row;
import org.allmende.vocab.codelist.CodeLists;
import org.allmende.vocab.codelist.Concept;
import org.jspecify.annotations.Nullable;

/**
 * The page of one dataset ({@code web-ui.md} 7.3).
 *
 * @param frame what is around it
 * @param title the dataset's title
 * @param isLeaving true when it is announced to go
 * @param best the file that most people want; null when there is none
 * @param files all files
 * @param use what the license allows
 * @param licenseTitle its name; {@code ""} when nobody said
 * @param licenseAddress its text; {@code ""} when there is none
 * @param credit what to write beside the data
 * @param facts publisher, time, place and the like
 * @param description its paragraphs; null when there is none
 * @param keywords the free words, each a search
 * @param metadata everything that the description says
 * @param iri the dataset's identity
 * @param schemaOrg the same in the words of schema.org: JSON-LD
 */
record DatasetPage(
    Frame frame,
    Localized title,
    boolean isLeaving,
    @Nullable FileView best,
    List<FileView> files,
    LicenseUse use,
    String licenseTitle,
    String licenseAddress,
    String credit,
    List<Fact> facts,
    @Nullable Localized description,
    List<Keyword> keywords,
    List<Row> metadata,
    String iri,
    String schemaOrg) {

  DatasetPage {
    files = List.copyOf(files);
    facts = List.copyOf(facts);
    keywords = List.copyOf(keywords);
    metadata = List.copyOf(metadata);
  }

  /**
   * One line of the facts.
   *
   * @param label what it is
   * @param text what it says
   * @param address where it leads; {@code ""} for a text
   * @param machine the day in machine form; {@code ""} for anything else
   */
  record Fact(String label, String text, String address, String machine) {}

  /** A free word and the search for it. */
  record Keyword(String text, String address) {}

  /** Reads a description for one page. */
  static final class Reader {
    private final CatalogEntry entry;
    private final DatasetView view;
    private final Shown shown;
    private final Address address;
    private final Texts texts;
    private final List<Fact> facts = new ArrayList<>();

    Reader(CatalogEntry entry, DatasetView view, Shown shown, Address address) {
      this.entry = entry;
      this.view = view;
      this.shown = shown;
      this.address = address;
      this.texts = shown.texts();
    }

    /** The title, or the name of a dataset that has none. */
    Localized title() {
      return shown
          .text(view.title())
          .orElseGet(() -> new Localized(entry.addresses().name().value(), null));
    }

    DatasetPage page(Frame frame, List<FileView> files, SchemaOrg schemaOrg) {
      var license = view.license();
      var concept = license.flatMap(CodeLists.licenses()::find);
      return new DatasetPage(
          frame,
          title(),
          entry.record().state().isLeaving(),
          FileView.best(files).orElse(null),
          files,
          license.map(LicenseUse::of).orElse(LicenseUse.UNKNOWN),
          concept.map(c -> c.label(texts.language())).or(() -> license).orElse(""),
          concept
              .flatMap(c -> c.attribute("url"))
              .or(() -> license)
              .filter(Shown::isWebAddress)
              .orElse(""),
          credit(concept),
          facts(),
          shown.text(view.abstractText()).orElse(null),
          keywords(),
          MetadataTable.of(view.description(), shown),
          entry.uri().value(),
          schemaOrg.json(
              address.absolute(address.dataset(entry.addresses().name().value())),
              frame.siteName()));
    }

    /** Source, title, license, address: what a license with attribution asks for. */
    String credit() {
      return credit(view.license().flatMap(CodeLists.licenses()::find));
    }

    private String credit(Optional<Concept> license) {
      var source =
          view.distributions().stream()
              .map(d -> d.attribution().in("de"))
              .flatMap(Optional::stream)
              .findFirst()
              .orElse(entry.publisher().title());
      var parts = new ArrayList<String>();
      parts.add(source + ": " + title().text());
      license.ifPresent(known -> parts.add(known.label(texts.language())));
      parts.add(address.absolute(address.dataset(entry.addresses().name().value())));
      return String.join(", ", parts);
    }

    private List<Fact> facts() {
      var publisher = entry.publisher();
      link("fact.publisher", publisher.title(), address.publisher(publisher.name().value()));
      view.contacts().stream().findFirst().ifPresent(this::contact);
      themes();
      period();
      places();
      view.frequency().ifPresent(f -> text("fact.frequency", f.label(texts.language())));
      view.modified().or(view::issued).ifPresent(time -> day("fact.modified", shown.day(time)));
      day("fact.record", shown.day(entry.record().modified()));
      return facts;
    }

    private void contact(DatasetView.ContactView contact) {
      var name = contact.name().or(contact::email).or(contact::page).orElse("");
      if (!name.isEmpty()) {
        var target =
            contact
                .email()
                .map(mail -> "mailto:" + mail)
                .or(contact::page)
                .filter(a -> a.startsWith("mailto:") || Shown.isWebAddress(a));
        link("fact.contact", name, target.orElse(""));
      }
    }

    private void themes() {
      for (var theme : view.themes()) {
        link(
            "fact.theme",
            theme.label(texts.language()),
            address.search("thema", theme.code().toLowerCase(java.util.Locale.ROOT)));
      }
    }

    private void period() {
      view.periods().stream()
          .findFirst()
          .ifPresent(
              period -> {
                var start = period.start().flatMap(Times::parse).map(shown::day);
                var end = period.end().flatMap(Times::parse).map(shown::day);
                if (start.isPresent() || end.isPresent()) {
                  text(
                      "fact.period",
                      start.map(FileView.Day::words).orElse("…")
                          + " – "
                          + end.map(FileView.Day::words).orElse("…"));
                }
              });
    }

    private void places() {
      var names =
          view.places().stream()
              .map(place -> place.name().in(texts.language()))
              .flatMap(Optional::stream)
              .distinct()
              .collect(Collectors.joining(", "));
      if (!names.isEmpty()) {
        text("fact.place", names);
      }
    }

    private void text(String key, String text) {
      link(key, text, "");
    }

    private void link(String key, String text, String target) {
      facts.add(new Fact(texts.get(key), text, target, ""));
    }

    private void day(String key, FileView.Day day) {
      facts.add(new Fact(texts.get(key), day.words(), "", day.machine()));
    }

    private List<Keyword> keywords() {
      return view.keywords().stream()
          .map(word -> new Keyword(word, address.search("q", '"' + word + '"')))
          .toList();
    }
  }

  /** Where a file has its own page. */
  String filePage(FileView file) {
    return frame.here().in(frame.language()) + frame.address().filePart(file.name());
  }

  /** The description's paragraphs, each a list of lines. */
  List<List<String>> paragraphs() {
    return description == null ? List.of() : Paragraphs.of(description.text());
  }

  /** One or two sentences for lists of other sites. */
  String summary() {
    return description == null ? title.text() : Paragraphs.beginning(description.text(), 160);
  }
}
