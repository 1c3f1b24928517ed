package org.allmende.server.format.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.model.DatasetView;
import org.allmende.catalog.model.Organization;
import org.allmende.catalog.quality.Assessment;
import org.allmende.catalog.search.AssistedSearch.Help;
import org.allmende.catalog.search.Hit;
import org.allmende.catalog.search.LicenseUse;
import org.allmende.catalog.search.SearchResult;
import org.allmende.catalog.search.Understanding;
import org.allmende.server.cite.Citation;
import org.allmende.server.format.html.PageSearch.SearchHelp;
import org.allmende.server.format.html.SearchPage.Chip;
import org.allmende.server.format.html.SearchPage.HitView;
import org.allmende.server.format.html.SearchPage.Note;
import org.allmende.server.preview.PreparedTables;
import org.allmende.vocab.profile.Profile;

/** Puts pages together from the catalog and the search; what they look like is in the templates. */
final class Pages {

  private static final int PASSAGE = 220;

  private final Catalog catalog;
  private final SearchHelp help;
  private final Frames frames;
  private final KnownRows rows;
  private final SimilarDatasets similar;
  private final Topics topics;
  private final SearchMore more;

  /**
   * @param isBehind whether the index has yet to see the newest changes
   */
  Pages(Catalog catalog, SearchHelp help, Frames frames, KnownRows rows, BooleanSupplier isBehind) {
    this.catalog = catalog;
    this.help = help;
    this.frames = frames;
    this.rows = rows;
    this.topics = new Topics(catalog, help.index());
    this.similar = new SimilarDatasets(help.index());
    this.more = new SearchMore(help, frames, isBehind);
  }

  private Shown shown(String language) {
    return frames.shown(language);
  }

  Address address(String language) {
    return frames.address(language);
  }

  private String siteName(String language) {
    return frames.siteName(language);
  }

  private Frame frame(
      String language, String heading, Frame.Here here, List<Frame.Form> forms, boolean hasBox) {
    return frames.of(language, heading, here, forms, hasBox);
  }

  /** One page of a search. */
  SearchPage search(SearchChoice choice, String language) {
    var texts = Texts.of(language);
    var search = new PageSearch(help, choice);
    var result = search.hits();
    var last = lastPage(result.total());
    var heading =
        choice.text().isEmpty()
            ? texts.get("search.title")
            : texts.get("search.title.words", "words", choice.text());
    var query = choice.query();
    var here = new Frame.Here(address("de").search() + query, address("en").search() + query);
    var json =
        new Frame.Form("JSON", "application/json", address(language).search() + ".json" + query);
    var table = new Frame.Form("CSV", "text/csv", address(language).search() + ".csv" + query);
    var plain = frame(language, heading, here, List.of(json, table), false);
    var frame = SearchFeed.path(choice).map(plain::withFeed).orElse(plain);
    var facets =
        new FacetViews(
            choice,
            texts,
            address(language),
            publisherTitles(),
            slug -> seriesTitle(slug, language),
            help.gazetteer());
    var counts = search.facets(result);
    return new SearchPage(
        choice.isNarrow() || !choice.text().isEmpty() ? frame.notIndexed() : frame,
        choice,
        result.total(),
        hits(result, language),
        facets.of(counts),
        chips(choice, facets, result.total() == 0),
        notes(search.understanding(), choice, language),
        SearchPage.links(choice, last, address(language).search()),
        last,
        more.of(choice, result, counts, texts));
  }

  /** The frame of the search without any choice. */
  Frame searchFrame(String language) {
    var here = new Frame.Here(address("de").search(), address("en").search());
    return frame(language, Texts.of(language).get("search.title"), here, List.of(), false);
  }

  /** What was understood beyond the words, each with the way back. */
  private List<Note> notes(Understanding understanding, SearchChoice choice, String language) {
    var texts = Texts.of(language);
    var notes = new ArrayList<Note>();
    understanding
        .correction()
        .ifPresent(
            correction ->
                notes.add(
                    new Note(
                        texts.get("understood.correction"),
                        correction.text(),
                        address(language).search() + choice.declining(Help.CORRECTION).query(),
                        texts.get("understood.correction.not", "words", choice.text()))));
    understanding
        .place()
        .ifPresent(
            place ->
                notes.add(
                    new Note(
                        texts.get("understood.place"),
                        place.place().label(),
                        address(language).search() + choice.declining(Help.PLACE).query(),
                        texts.get("understood.place.not", "words", place.words()))));
    return notes;
  }

  static int lastPage(long total) {
    return (int) Math.max(1, (total + SearchChoice.PAGE_SIZE - 1) / SearchChoice.PAGE_SIZE);
  }

  private String seriesTitle(String slug, String language) {
    return topics.find(TopicKind.SERIES, slug, language).map(Topic::label).orElse(slug);
  }

  private Map<String, String> publisherTitles() {
    var titles = new HashMap<String, String>();
    for (Organization organization : catalog.organizations()) {
      titles.put(organization.name().value(), organization.title());
    }
    return titles;
  }

  private List<Chip> chips(SearchChoice choice, FacetViews facets, boolean withCounts) {
    var chips = new ArrayList<Chip>();
    var texts = facets.texts();
    choice
        .values()
        .forEach(
            (facet, values) ->
                values.forEach(
                    value ->
                        chips.add(
                            chip(
                                facets.chip(facet, value),
                                choice.without(facet, value),
                                facets.address(),
                                withCounts))));
    var bounds = String.join(", ", choice.bounds().pairs().values());
    if (!bounds.isEmpty()) {
      var label = texts.get("facet.bounds") + " " + bounds;
      chips.add(chip(label, choice.withoutBounds(), facets.address(), withCounts));
    }
    return chips;
  }

  private Chip chip(String label, SearchChoice without, Address address, boolean withCounts) {
    var count = withCounts ? PageSearch.count(help, without) : 0;
    return new Chip(label, address.search() + without.query(), count);
  }

  /** Hits as they stand in a list. */
  List<HitView> hits(SearchResult result, String language) {
    var byOrdinal = new HashMap<Long, CatalogEntry>();
    catalog
        .entries(result.hits().stream().map(Hit::ordinal).toList())
        .forEach(entry -> byOrdinal.put(entry.addresses().ordinal(), entry));
    return result.hits().stream()
        .flatMap(
            hit ->
                Optional.ofNullable(byOrdinal.get(hit.ordinal())).stream()
                    .map(entry -> hit(hit, entry, language)))
        .toList();
  }

  private HitView hit(Hit hit, CatalogEntry entry, String language) {
    var shown = shown(language);
    var view = view(entry);
    var title = new DatasetPage.Reader(entry, view, shown, address(language)).title();
    var description = Localized.of(view.abstractText(), language);
    var dated = view.modified().or(view::issued);
    return new HitView(
        address(language).dataset(entry.addresses().name().value()),
        hit.title().map(Hit.Marked::pieces).orElseGet(() -> plain(title.text())),
        title.lang(),
        hit.passage()
            .map(Hit.Marked::pieces)
            .or(() -> description.map(d -> plain(Paragraphs.beginning(d.text(), PASSAGE))))
            .orElse(List.of()),
        description.map(Localized::lang).orElse(null),
        entry.publisher().title(),
        dated.isPresent() ? "hit.date" : "hit.entered",
        shown.day(dated.orElse(entry.record().modified())),
        FileView.formats(view),
        view.license().map(LicenseUse::of).orElse(LicenseUse.UNKNOWN),
        hit.why(),
        FoundColumns.of(hit, entry, view, catalog, address(language)));
  }

  private static List<Hit.Piece> plain(String text) {
    return List.of(new Hit.Piece(text, false));
  }

  private DatasetView view(CatalogEntry entry) {
    return catalog.describe(entry, Profile.RAW).view();
  }

  private List<FileView> files(CatalogEntry entry, DatasetView view, Shown shown) {
    var named = catalog.distributions(entry, view.description());
    return FileView.all(named, view, shown, catalog.identity());
  }

  /** The page of one dataset. */
  DatasetPage dataset(CatalogEntry entry, String language) {
    var shown = shown(language);
    var view = view(entry);
    var reader = new DatasetPage.Reader(entry, view, shown, address(language));
    var slug = entry.addresses().name().value();
    var here = new Frame.Here(address("de").dataset(slug), address("en").dataset(slug));
    var frame = frame(language, reader.title().text(), here, forms(slug, language), true);
    var schemaOrg = new SchemaOrg(entry, view, catalog.identity(), language, shown.zone());
    var files = files(entry, view, shown);
    return reader.page(
        frame.withCard(card(slug, reader, language)),
        files,
        schemaOrg,
        beside(entry, view, files, shown));
  }

  private LinkCard card(String slug, DatasetPage.Reader reader, String language) {
    var address = address(language);
    return LinkCard.of(reader.teaser(), slug, address.dataset(slug), address);
  }

  private DatasetPage.Beside beside(
      CatalogEntry entry, DatasetView view, List<FileView> files, Shown shown) {
    var texts = shown.texts();
    var assessment = catalog.quality(entry);
    var best = FileView.best(files).map(FileView::anchor);
    return new DatasetPage.Beside(
        texts.get(
            "quality.short",
            "rating",
            assessment.rating().label(texts.language()),
            "points",
            texts.number(Math.round(assessment.points())),
            "judged",
            texts.number(assessment.judged())),
        best.flatMap(anchor -> rows(entry, view, anchor)),
        similar(entry, view, texts.language()),
        catalog.settings().municipality(),
        catalog.clock().instant());
  }

  private Optional<PreparedTables.State> rows(CatalogEntry entry, DatasetView view, String anchor) {
    return catalog.distributions(entry, view.description()).stream()
        .filter(named -> FileView.anchor(named.address().number()).equals(anchor))
        .flatMap(named -> ShownFile.find(entry, view, named).stream())
        .findFirst()
        .flatMap(rows::of);
  }

  private List<DatasetPage.Similar> similar(CatalogEntry entry, DatasetView view, String language) {
    return catalog.entries(similar.of(entry, view)).stream()
        .filter(CatalogEntry::isPublic)
        .map(
            other ->
                new DatasetPage.Similar(
                    new DatasetPage.Reader(other, other.view(), shown(language), address(language))
                        .title(),
                    address(language).dataset(other.addresses().name().value())))
        .toList();
  }

  /** How a dataset is cited. */
  Citation citation(CatalogEntry entry, String language) {
    return new DatasetPage.Reader(entry, view(entry), shown(language), address(language))
        .citation(siteName(language));
  }

  /** How well one dataset is described. */
  DatasetQualityPage quality(CatalogEntry entry, Assessment assessment, String language) {
    var reader = new DatasetPage.Reader(entry, view(entry), shown(language), address(language));
    var slug = entry.addresses().name().value();
    var here =
        new Frame.Here(address("de").datasetQuality(slug), address("en").datasetQuality(slug));
    var twin = address(language).machine("/datensatz/" + slug + "/qualitaet");
    var forms =
        List.of(
            new Frame.Form("JSON", "application/json", twin + ".json"),
            new Frame.Form("Turtle", "text/turtle", twin + ".ttl"));
    var heading = Texts.of(language).get("frame.quality") + ": " + reader.title().text();
    return DatasetQualityPage.of(
        frame(language, heading, here, forms, true), reader.title(), entry, assessment);
  }

  private List<Frame.Form> forms(String slug, String language) {
    var path = address(language).machine("/dataset/" + slug);
    return List.of(
        new Frame.Form("JSON", "application/json", path + ".json"),
        new Frame.Form("Turtle", "text/turtle", path + ".ttl"),
        new Frame.Form("JSON-LD", "application/ld+json", path + ".jsonld"),
        new Frame.Form("RDF/XML", "application/rdf+xml", path + ".rdf"),
        new Frame.Form("schema.org", "application/ld+json", address(language).schemaOrg(slug)));
  }
}
