package org.allmende.server.format.html;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.CatalogSettings.Town;
import org.allmende.catalog.model.DatasetView;
import org.allmende.catalog.search.LicenseUse;
import org.allmende.server.cite.Citation;
import org.allmende.server.cite.CitationForm;
import org.allmende.server.format.html.MetadataTable.Row;
import org.allmende.server.preview.PreparedTables;
import org.allmende.vocab.DCATAP;
import org.allmende.vocab.codelist.CodeLists;
import org.allmende.vocab.codelist.Concept;
import org.jspecify.annotations.Nullable;

/**
 * The page of one dataset ({@code web-ui.md} 7.3).
 *
 * @param frame what is around it
 * @param slug the dataset's name in addresses
 * @param title the dataset's title
 * @param publisher who publishes it
 * @param day the day that its data, or else its entry, is from
 * @param summary its description in one sentence; null when there is none
 * @param badges what one should know before all else, in a word or two each
 * @param isLeaving true when it is announced to go
 * @param best the file that most people want; null when there is none
 * @param rows how many rows that file has, in words; {@code ""} when nobody counted yet
 * @param files all files that are no services
 * @param services what programs ask instead of loading a file
 * @param use what the license allows
 * @param licenseTitle its name; {@code ""} when nobody said
 * @param licenseAddress its text; {@code ""} when there is none
 * @param credit what to write beside the data
 * @param facts publisher, time, place and the like
 * @param description as its publisher wrote it; null when it says no more than the summary
 * @param keywords the free words, each a search
 * @param similar datasets that have rare keywords in common with it
 * @param share ways to cite, follow and report it
 * @param metadata everything that the description says
 * @param iri the dataset's identity
 * @param publisherIri that of its publisher
 * @param isComplete false while its rows are being counted
 * @param schemaOrg the same in the words of schema.org: JSON-LD
 */
record DatasetPage(
    Frame frame,
    String slug,
    Localized title,
    String publisher,
    FileView.Day day,
    @Nullable Localized summary,
    List<String> badges,
    boolean isLeaving,
    @Nullable FileView best,
    String rows,
    List<FileView> files,
    List<ServiceView> services,
    LicenseUse use,
    String licenseTitle,
    String licenseAddress,
    String credit,
    List<Fact> facts,
    @Nullable Localized description,
    List<Keyword> keywords,
    List<Similar> similar,
    Share share,
    List<Row> metadata,
    String iri,
    String publisherIri,
    boolean isComplete,
    String schemaOrg) {

  DatasetPage {
    badges = List.copyOf(badges);
    files = List.copyOf(files);
    services = List.copyOf(services);
    facts = List.copyOf(facts);
    keywords = List.copyOf(keywords);
    similar = List.copyOf(similar);
    metadata = List.copyOf(metadata);
  }

  /**
   * One line of the facts.
   *
   * @param label what it is
   * @param text what it says
   * @param address where it leads; {@code ""} for a text
   * @param machine the day or the number in machine form; {@code ""} for anything else
   */
  record Fact(String label, String text, String address, String machine) {

    /** A number as people and as machines write it. */
    static Fact number(String label, String text, long number) {
      return new Fact(label, text, "", Long.toString(number));
    }

    /** A day. */
    static Fact day(String label, FileView.Day day) {
      return new Fact(label, day.words(), "", day.machine());
    }

    /** Whether the machine form is a number; that of a day has hyphens. */
    boolean isNumber() {
      return !machine.isEmpty() && machine.chars().allMatch(Character::isDigit);
    }

    /** What is said by label, in the order of its first; several themes stand below one. */
    static Map<String, List<Fact>> byLabel(List<Fact> facts) {
      return facts.stream()
          .collect(Collectors.groupingBy(Fact::label, LinkedHashMap::new, Collectors.toList()));
    }
  }

  /** A free word and the search for it. */
  record Keyword(String text, String address) {}

  /** Another dataset and its page. */
  record Similar(Localized title, String address) {}

  /**
   * Ways to cite a dataset, to follow and to report it.
   *
   * @param citation as a sentence
   * @param citations the same for programs
   * @param feed tells of its changes
   * @param history since when it is here and when it changed last, in a sentence
   * @param changes all its changes, for programs
   * @param call that gets the whole of it, for programs
   * @param report where to write about a mistake; {@code ""} when nobody is named
   */
  record Share(
      String citation,
      List<Frame.Form> citations,
      String feed,
      String history,
      String changes,
      String call,
      String report) {
    Share {
      citations = List.copyOf(citations);
    }
  }

  /**
   * What a page needs that its description does not say.
   *
   * @param points how well the dataset is described, in a few words
   * @param table behind the best file; empty when it is none of ours
   * @param town whose catalog it is
   * @param now the time of the page
   */
  record Beside(
      String points,
      Optional<PreparedTables.State> table,
      List<Similar> similar,
      Optional<Town> town,
      Instant now) {

    private String rows(Texts texts) {
      return table.orElse(null) instanceof PreparedTables.Ready(var prepared)
          ? texts.count("table.rows", prepared.info().rows())
          : "";
    }

    /** False while something is being found out that the page will say a moment later. */
    private boolean isComplete() {
      return !(table.orElse(null) instanceof PreparedTables.Underway);
    }
  }

  /** Reads a description for one page. */
  static final class Reader {
    private final CatalogEntry entry;
    private final DatasetView view;
    private final Shown shown;
    private final Address address;
    private final Texts texts;

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

    DatasetPage page(Frame frame, List<FileView> all, SchemaOrg schemaOrg, Beside beside) {
      var license = view.license();
      var concept = license.flatMap(CodeLists.licenses()::find);
      var services = all.stream().flatMap(file -> ServiceView.of(file, texts).stream()).toList();
      var files =
          FileView.bestFirst(
              all.stream().filter(file -> ServiceView.kind(file).isEmpty()).toList());
      var description = shown.text(view.abstractText());
      var summary = description.map(text -> text.withText(Prose.firstSentence(text.text(), 240)));
      var isMore =
          !description.map(text -> Prose.plain(text.text())).equals(summary.map(Localized::text));
      return new DatasetPage(
          frame,
          name(),
          title(),
          entry.publisher().title(),
          shown.day(changed()),
          summary.orElse(null),
          badges(),
          entry.record().state().isLeaving(),
          FileView.best(all).orElse(null),
          beside.rows(texts),
          ColumnList.toldOnce(files),
          services,
          license.map(LicenseUse::of).orElse(LicenseUse.UNKNOWN),
          licenseTitle(),
          concept
              .flatMap(c -> c.attribute("url"))
              .or(() -> license)
              .filter(Shown::isWebAddress)
              .orElse(""),
          credit(concept),
          new DatasetFacts(entry, view, shown, address).all(beside),
          isMore ? description.orElse(null) : null,
          keywords(),
          beside.similar(),
          share(frame.siteName()),
          MetadataTable.of(view.description(), shown),
          entry.uri().value(),
          entry.publisher().iri(),
          beside.isComplete(),
          schemaOrg.json(address.absolute(here()), frame.siteName()));
    }

    private String name() {
      return entry.addresses().name().value();
    }

    private String here() {
      return address.dataset(name());
    }

    private Instant changed() {
      return view.modified().or(view::issued).orElse(entry.record().modified());
    }

    private String licenseTitle() {
      var license = view.license();
      return license
          .flatMap(CodeLists.licenses()::find)
          .map(known -> known.label(texts.language()))
          .or(() -> license)
          .orElse("");
    }

    private List<String> badges() {
      var badges = new ArrayList<String>();
      if (entry.record().state().isLeaving()) {
        badges.add(texts.get("badge.leaving"));
      }
      view.accessRights()
          .filter(rights -> !rights.code().equals("PUBLIC"))
          .ifPresent(rights -> badges.add(texts.get("badge.restricted")));
      if (!view.values(DCATAP.hvdCategory).isEmpty()) {
        badges.add(texts.get("badge.highValue"));
      }
      return badges;
    }

    /** The description in so many words as other sites show, else the title. */
    String teaser() {
      return shown
          .text(view.abstractText())
          .map(text -> Paragraphs.beginning(Prose.plain(text.text()), 200))
          .filter(text -> !text.isBlank())
          .orElseGet(() -> title().text());
    }

    /** What a reference to the dataset consists of. */
    Citation citation(String siteName) {
      return new Citation(
          entry.addresses().name().value(),
          entry.publisher().title(),
          title().text(),
          changed().atZone(shown.zone()).toLocalDate(),
          view.version().orElse(""),
          texts.language(),
          siteName,
          licenseTitle(),
          entry.uri().value());
    }

    private Share share(String siteName) {
      var citations =
          Arrays.stream(CitationForm.values())
              .map(
                  form ->
                      new Frame.Form(
                          form.label(), form.mediaType(), address.citation(name(), form.suffix())))
              .toList();
      return new Share(
          citation(siteName)
              .text(new Citation.Words(texts.get("cite.version"), texts.get("fact.license"))),
          citations,
          address.machine("/feeds/custom.atom?name=" + name()),
          texts.get(
              "share.history.text",
              "since",
              shown.day(entry.record().created()).words(),
              "changed",
              shown.day(entry.record().modified()).words()),
          address.machine("/api/3/action/package_activity_list?id=" + name()),
          address.absolute(address.machine("/api/3/action/package_show?id=" + name())),
          report("report.subject"));
    }

    /**
     * Where to write about this dataset; {@code ""} when nobody is named.
     *
     * @param subject the text that the message begins with
     */
    String report(String subject) {
      return view.contacts().stream()
          .flatMap(contact -> contact.email().stream())
          .filter(mail -> mail.matches("[^\\s?&%@]+@[^\\s?&%@]+"))
          .findFirst()
          .map(
              mail ->
                  "mailto:"
                      + mail
                      + "?subject="
                      + encoded(texts.get(subject, "title", title().text())))
          .orElse("");
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
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

  /** The page's address for those who have it on paper. */
  QrPicture qr() {
    return QrPicture.of(frame.canonical());
  }

  /** What people copy to show it on their own page. */
  EmbedCode embed() {
    var address = frame.address();
    return EmbedCode.of(address, address.embeddedDataset(slug), title.text(), 420)
        .withPicture(
            address,
            address.dataset(slug),
            title.text() + ", " + publisher,
            address.embeddedDataset(slug) + ".svg",
            LinkCard.HEIGHT * EmbedCode.WIDTH / LinkCard.WIDTH);
  }

  /** How many files and services there are beside the best. */
  int otherFiles() {
    return files.size() + services.size() - (best == null ? 0 : 1);
  }

  /** The description as HTML in which every character of the publisher is escaped. */
  String prose() {
    return description == null ? "" : Prose.html(description.text());
  }
}
