package org.allmende.server.format.html;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.model.Organization;
import org.allmende.catalog.search.Filter;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.Page;
import org.allmende.catalog.search.SearchQuery;
import org.allmende.catalog.search.SearchResult;
import org.allmende.catalog.search.SortOrder;
import org.allmende.server.format.html.DatasetPage.Fact;
import org.allmende.vocab.codelist.Municipality;

/** Puts together the lists of themes, publishers and places, and the page of each. */
final class TopicPages {
  private static final int ALL_VALUES = 100_000;
  private static final int NEWEST = 20;

  private final Catalog catalog;
  private final Function<SearchQuery, SearchResult> index;
  private final Frames frames;
  private final Pages pages;

  TopicPages(
      Catalog catalog, Function<SearchQuery, SearchResult> index, Frames frames, Pages pages) {
    this.catalog = catalog;
    this.index = index;
    this.frames = frames;
    this.pages = pages;
  }

  /** All themes that have datasets. */
  ListPage themes(String language) {
    return list(
        language,
        "themes",
        Address::themes,
        counted(IndexField.THEME, value -> Topic.theme(value, language)),
        (address, topic) -> address.theme(topic.key()));
  }

  /** All publishers that have datasets. */
  ListPage publishers(String language) {
    return list(
        language,
        "publishers",
        Address::publishers,
        counted(
            IndexField.PUBLISHER, value -> catalog.findOrganization(value).map(TopicPages::topic)),
        (address, topic) -> address.publisher(topic.key()));
  }

  /** All places that datasets lie in by their keys, from the state to the municipality. */
  ListPage places(String language) {
    return list(
        language,
        "places",
        Address::places,
        counted(IndexField.REGION, value -> Topic.place(value, language)),
        (address, topic) -> address.place(topic.key()));
  }

  private static Topic topic(Organization organization) {
    var name = organization.name().value();
    return new Topic(name, List.of(name), organization.title());
  }

  /** Topics with how many datasets they have; two keys of one place are one topic. */
  private Map<Topic, Long> counted(IndexField field, Function<String, Optional<Topic>> reader) {
    var query = SearchQuery.all().withPage(new Page(0, 0)).countingBy(List.of(field), ALL_VALUES);
    var counted = new LinkedHashMap<Topic, Long>();
    for (var count : index.apply(query).facets().getOrDefault(field, List.of())) {
      reader
          .apply(count.value())
          .ifPresent(topic -> counted.merge(topic, (long) count.count(), Math::max));
    }
    return counted;
  }

  private ListPage list(
      String language,
      String key,
      Frames.Page page,
      Map<Topic, Long> topics,
      BiFunction<Address, Topic, String> link) {
    var texts = Texts.of(language);
    var address = frames.address(language);
    var heading = texts.get("frame." + key);
    var collator = Collator.getInstance(Locale.GERMAN);
    var entries =
        topics.entrySet().stream()
            .map(
                topic ->
                    new ListPage.Entry(
                        topic.getKey().label(),
                        link.apply(address, topic.getKey()),
                        texts.count("count.datasets", topic.getValue())))
            .sorted(Comparator.comparing(ListPage.Entry::label, collator))
            .toList();
    return new ListPage(
        frames.of(language, heading, page), heading, texts.get("list." + key), entries);
  }

  /** One theme; empty when there is no such theme. */
  Optional<TopicPage> theme(String code, String language) {
    return Topic.theme(code, language)
        .map(
            topic ->
                new Sheet(language, topic, IndexField.THEME, address -> address.theme(topic.key()))
                    .page(
                        "themes",
                        Address::themes,
                        "thema",
                        "/feeds/group/" + topic.key() + ".atom",
                        List.of()));
  }

  /** One publisher; empty when there is none with this id or name. */
  Optional<TopicPage> publisher(String idOrName, String language) {
    return catalog
        .findOrganization(idOrName)
        .map(
            organization -> {
              var topic = topic(organization);
              return new Sheet(
                      language,
                      topic,
                      IndexField.PUBLISHER,
                      address -> address.publisher(topic.key()))
                  .page(
                      "publishers",
                      Address::publishers,
                      "herausgeber",
                      "/feeds/organization/" + topic.key() + ".atom",
                      facts(organization, language));
            });
  }

  private static List<Fact> facts(Organization organization, String language) {
    var label = Texts.of(language).get("property.foaf.homepage");
    return organization
        .homepage()
        .filter(Shown::isWebAddress)
        .map(page -> List.of(new Fact(label, page, page, "")))
        .orElse(List.of());
  }

  /** One place; empty when the key is nobody's. */
  Optional<TopicPage> place(String key, String language) {
    return Topic.place(key, language)
        .map(
            topic ->
                new Sheet(language, topic, IndexField.REGION, address -> address.place(topic.key()))
                    .page(
                        "places",
                        Address::places,
                        "ort",
                        "/feeds/place/" + topic.key() + ".atom",
                        facts(topic, language)));
  }

  private List<Fact> facts(Topic place, String language) {
    var texts = Texts.of(language);
    var address = frames.address(language);
    var facts = new ArrayList<Fact>();
    place
        .municipality()
        .ifPresentOrElse(
            town -> {
              facts.add(new Fact(texts.get("place.kind"), town.kind().label(), "", ""));
              facts.addAll(within(town, texts, address));
              if (town.isInhabited()) {
                facts.add(
                    new Fact(
                        texts.get("place.inhabitants"), texts.number(town.inhabitants()), "", ""));
              }
              facts.add(new Fact(texts.get("place.ags"), town.ags(), "", ""));
              facts.add(new Fact(texts.get("place.ars"), town.ars(), "", ""));
            },
            () -> facts.add(new Fact(texts.get("place.key"), place.key(), "", "")));
    return facts;
  }

  private static List<Fact> within(Municipality town, Texts texts, Address address) {
    var facts = new ArrayList<Fact>();
    town.district()
        .ifPresent(
            district ->
                facts.add(
                    new Fact(
                        texts.get("place.district"),
                        district.label(texts.language()),
                        address.place(town.districtKey()),
                        "")));
    facts.add(
        new Fact(
            texts.get("place.state"),
            town.state().label(texts.language()),
            address.place(town.stateKey()),
            ""));
    return facts;
  }

  /** The sheet of one topic: its datasets, and what is around them. */
  private final class Sheet {
    private final String language;
    private final Topic topic;
    private final IndexField field;
    private final Frames.Page here;

    Sheet(String language, Topic topic, IndexField field, Frames.Page here) {
      this.language = language;
      this.topic = topic;
      this.field = field;
      this.here = here;
    }

    TopicPage page(
        String listKey, Frames.Page list, String searchKey, String feed, List<Fact> facts) {
      var texts = Texts.of(language);
      var address = frames.address(language);
      var found = index.apply(newest());
      var frame = frame(searchKey);
      return new TopicPage(
          feed.isEmpty() ? frame : frame.withFeed(feed),
          topic.label(),
          new Frame.Part(texts.get("frame." + listKey), list.in(address), false),
          facts,
          found.total(),
          address.search(searchKey, topic.key()),
          pages.hits(found, language));
    }

    /** The machine twin is that of the search which has the same datasets. */
    private Frame frame(String searchKey) {
      var german = frames.address("de");
      var english = frames.address("en");
      var json = frames.address(language).searchTwin(searchKey, topic.key());
      return frames.of(
          language,
          topic.label(),
          new Frame.Here(here.in(german), here.in(english)),
          List.of(new Frame.Form("JSON", "application/json", json)),
          true);
    }

    private SearchQuery newest() {
      List<Filter> any =
          topic.keys().stream().<Filter>map(key -> new Filter.Is(field, key)).toList();
      return SearchQuery.all()
          .filteredBy(new Filter.Any(any))
          .sortedBy(new SortOrder(SortOrder.Key.MODIFIED, true))
          .withPage(new Page(0, NEWEST));
    }
  }
}
