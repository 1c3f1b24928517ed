package org.allmende.server.format.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.model.Organization;
import org.allmende.catalog.search.FacetCount;
import org.allmende.catalog.search.Hit;
import org.allmende.catalog.search.Page;
import org.allmende.catalog.search.SearchQuery;
import org.allmende.catalog.search.SearchResult;
import org.allmende.catalog.search.SortOrder;
import org.allmende.harvest.place.Gazetteer;
import org.allmende.server.format.html.DatasetPage.Fact;
import org.allmende.server.format.html.TopicPage.Group;
import org.allmende.server.format.html.TopicPage.YearRow;
import org.allmende.server.http.ParamReader;

/** Puts together the lists of themes, publishers and places, and the page of each. */
final class TopicPages {
  private static final int NEWEST = 20;

  /** Of more places than these only states and districts are listed; their pages have the rest. */
  private static final int MOST_PLACES = 500;

  private static final int DISTRICT = 5;

  private final Catalog catalog;
  private final Function<SearchQuery, SearchResult> index;
  private final Frames frames;
  private final Pages pages;
  private final Topics topics;
  private final PlaceSurroundings surroundings;

  /**
   * @param index answers searches
   * @param boundaries those that were imported
   */
  TopicPages(
      Catalog catalog,
      Function<SearchQuery, SearchResult> index,
      Gazetteer boundaries,
      Frames frames,
      Pages pages) {
    this.catalog = catalog;
    this.index = index;
    this.frames = frames;
    this.pages = pages;
    this.topics = new Topics(catalog, index);
    this.surroundings = new PlaceSurroundings(topics, boundaries);
  }

  /** The topic that a key means; empty when there is none. */
  Optional<Topic> find(TopicKind kind, String key, String language) {
    return topics.find(kind, key, language);
  }

  /** All topics of a kind that have datasets; places from the state to the municipality. */
  ListPage list(TopicKind kind, String language) {
    var texts = Texts.of(language);
    var heading = texts.get("frame." + kind.listText());
    return new ListPage(
        frame(
            language, heading, address -> address.list(kind), frames.address(language).list(kind)),
        kind,
        heading,
        texts.get("list." + kind.listText()),
        entries(kind, texts));
  }

  private List<ListPage.Entry> entries(TopicKind kind, Texts texts) {
    var address = frames.address(texts.language());
    var counted = topics.counted(kind, texts.language());
    var isLong = kind == TopicKind.PLACE && counted.size() > MOST_PLACES;
    return counted.entrySet().stream()
        .filter(topic -> !isLong || topic.getKey().sought().length() <= DISTRICT)
        .map(
            topic ->
                new ListPage.Entry(topic.getKey(), address.topic(topic.getKey()), topic.getValue()))
        .sorted(Comparator.comparing(entry -> entry.topic().label(), texts.order()))
        .toList();
  }

  /**
   * A frame with the twins of its page.
   *
   * @param path where the page lies in this language, which the twins lie beside
   */
  private Frame frame(String language, String heading, Frames.Page page, String path) {
    var here = new Frame.Here(page.in(frames.address("de")), page.in(frames.address("en")));
    var twins =
        TopicTwins.FORMS.stream()
            .map(form -> new Frame.Form(form.label(), form.mediaType(), path + form.address()))
            .toList();
    return frames.of(language, heading, here, twins, true);
  }

  /** The page of one topic. */
  TopicPage page(Topic topic, String language) {
    return new Sheet(topic, language).page();
  }

  /** All datasets of a topic, those that changed last first. */
  SearchResult datasets(Topic topic, Page window) {
    return index.apply(newest(topic).withPage(window));
  }

  private static SearchQuery newest(Topic topic) {
    return SearchQuery.all()
        .filteredBy(topic.filter())
        .sortedBy(new SortOrder(SortOrder.Key.MODIFIED, true));
  }

  /** The search for all datasets of a topic. */
  static SearchChoice choice(Topic topic) {
    var sought = Map.of(topic.kind().searchKey(), List.of(topic.sought()));
    return SearchChoice.read(new ParamReader(sought));
  }

  /** The sheet of one topic: its datasets, and what is around them. */
  private final class Sheet {
    private final Topic topic;
    private final String language;
    private final Texts texts;
    private final Address address;

    Sheet(Topic topic, String language) {
      this.topic = topic;
      this.language = language;
      this.texts = Texts.of(language);
      this.address = frames.address(language);
    }

    TopicPage page() {
      var found = datasets(topic, new Page(0, NEWEST));
      var organization =
          topic.kind() == TopicKind.PUBLISHER
              ? catalog.findOrganization(topic.key())
              : Optional.<Organization>empty();
      var years = TopicYears.of(newest(topic), found.total(), index);
      var frame = frame(language, topic.label(), any -> any.topic(topic), address.topic(topic));
      return new TopicPage(
          topic.kind().feedPath(topic.key()).map(frame::withFeed).orElse(frame),
          topic,
          new Frame.Part(
              texts.get("frame." + topic.kind().listText()), address.list(topic.kind()), false),
          Prose.html(topic.description()),
          facts(organization, found),
          found.total(),
          address.search() + choice(topic).query(),
          pages.hits(found, language),
          rows(years),
          years.undated() == 0 ? "" : texts.count("topic.undated", years.undated()),
          around());
    }

    private List<Fact> facts(Optional<Organization> organization, SearchResult found) {
      var facts = new TopicFacts(texts, address);
      return switch (topic.kind()) {
        case THEME, SERIES -> List.of();
        case PUBLISHER -> organization.map(it -> facts.of(it, entries(found))).orElse(List.of());
        case PLACE -> facts.of(topic);
      };
    }

    private List<CatalogEntry> entries(SearchResult found) {
      return catalog.entries(found.hits().stream().map(Hit::ordinal).toList());
    }

    private List<YearRow> rows(TopicYears years) {
      var most =
          Math.max(
              years.latest().stream().mapToLong(FacetCount::count).max().orElse(1),
              years.earlier().map(TopicYears.Earlier::datasets).orElse(1L));
      var rows = new ArrayList<YearRow>();
      for (var year : years.latest()) {
        var search = choice(topic).choosing(SearchFacet.YEAR, year.value());
        rows.add(row(year.value(), search, year.count(), most));
      }
      years
          .earlier()
          .ifPresent(
              before -> {
                var search = choice(topic).until(Integer.parseInt(before.to()));
                var label = texts.get("topic.earlier", "year", before.to());
                rows.add(row(label, search, before.datasets(), most));
              });
      return rows;
    }

    private YearRow row(String label, SearchChoice search, long count, long most) {
      var share = (int) Math.max(1, 100 * count / most);
      return new YearRow(label, address.search() + search.query(), count, share);
    }

    private List<Group> around() {
      return topic.kind() == TopicKind.PLACE ? surroundings.of(topic, texts, address) : List.of();
    }
  }
}
