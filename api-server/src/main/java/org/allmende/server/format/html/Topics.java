package org.allmende.server.format.html;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.CatalogSettings.Town;
import org.allmende.catalog.model.Organization;
import org.allmende.catalog.model.SeriesView;
import org.allmende.catalog.search.FacetCount;
import org.allmende.catalog.search.Filter;
import org.allmende.catalog.search.Hit;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.Page;
import org.allmende.catalog.search.SearchQuery;
import org.allmende.catalog.search.SearchResult;
import org.allmende.catalog.search.place.Gazetteer;
import org.allmende.catalog.search.place.Place;
import org.allmende.vocab.codelist.CodeLists;
import org.allmende.vocab.codelist.Concept;
import org.allmende.vocab.codelist.Municipalities;
import org.allmende.vocab.codelist.Municipality;

/**
 * Finds the themes, publishers and places that datasets may be about, and counts those that are.
 */
final class Topics {
  private static final String PLACES = "http://dcat-ap.de/def/politicalGeocoding/";
  private static final int ALL_VALUES = 100_000;

  private final Catalog catalog;
  private final Gazetteer gazetteer;
  private final Function<SearchQuery, SearchResult> index;

  Topics(Catalog catalog, Function<SearchQuery, SearchResult> index) {
    this.catalog = catalog;
    this.gazetteer = new Gazetteer(catalog.settings().municipality());
    this.index = index;
  }

  /** The topic that is meant by a key, in whatever way it is written; empty when there is none. */
  Optional<Topic> find(TopicKind kind, String key, String language) {
    return switch (kind) {
      case THEME -> CodeLists.themes().find(key).map(theme -> theme(theme, language));
      case PUBLISHER -> catalog.findOrganization(key).map(Topics::publisher);
      case PLACE -> place(key, language);
      case SERIES -> series(key, language);
    };
  }

  private static Topic theme(Concept theme, String language) {
    var name = theme.code().toLowerCase(Locale.ROOT);
    return new Topic(
        TopicKind.THEME, name, name, List.of(name), theme.label(language), theme.iri());
  }

  private static Topic publisher(Organization organization) {
    var name = organization.name().value();
    return new Topic(
        TopicKind.PUBLISHER,
        name,
        name,
        List.of(name),
        organization.title(),
        organization.iri(),
        organization.description());
  }

  /** A series is known by what its datasets say about it. */
  private Optional<Topic> series(String slug, String language) {
    var member = new Filter.Is(IndexField.SERIES, slug);
    var found = index.apply(SearchQuery.all().filteredBy(member).withPage(new Page(0, 1)));
    return catalog.entries(found.hits().stream().map(Hit::ordinal).toList()).stream()
        .flatMap(entry -> entry.view().series().stream())
        .filter(series -> series.slug().value().equals(slug))
        .map(series -> series(series, language))
        .findFirst();
  }

  private static Topic series(SeriesView series, String language) {
    var slug = series.slug().value();
    return new Topic(
        TopicKind.SERIES,
        slug,
        slug,
        List.of(slug),
        series.called(language),
        series.iri(),
        series.description().in(language).orElse(""));
  }

  /**
   * A municipality by either of its keys, be it in the directory or the catalog's own; a district
   * by five digits, a state by two.
   */
  private Optional<Topic> place(String key, String language) {
    return gazetteer.findByKey(key).map(place -> place(place, language));
  }

  private Topic place(Place place, String language) {
    var key = place.key();
    var area = area(key);
    if (area.isPresent()) {
      var label = language.equals("en") ? area.get().labelEn() : place.label();
      return new Topic(TopicKind.PLACE, key, key, List.of(key), label, area.get().iri());
    }
    var ars = regionalKey(key);
    return new Topic(
        TopicKind.PLACE,
        ars.orElse(key),
        key,
        List.of(key),
        place.label(),
        PLACES + ars.map(it -> "regionalKey/" + it).orElse("municipalityKey/" + key));
  }

  private Optional<String> regionalKey(String ags) {
    return catalog
        .settings()
        .municipality()
        .filter(town -> town.ags().equals(ags))
        .flatMap(Town::ars)
        .or(() -> Municipalities.findByAgs(ags).map(Municipality::ars));
  }

  /** The district or state with this key. */
  static Optional<Concept> area(String key) {
    return switch (key.length()) {
      case 2 -> CodeLists.states().find(key);
      case 5 -> CodeLists.districts().find(key);
      default -> Optional.empty();
    };
  }

  /** The plain name of the municipality, district or state with this key. */
  static Optional<String> placeName(String key, String language) {
    return Municipalities.findByKey(key)
        .map(Municipality::name)
        .or(() -> area(key).map(area -> area.label(language)));
  }

  /** The key in the address of the place that has this key. */
  static String placeKey(String key) {
    return Municipalities.findByKey(key).map(Municipality::ars).orElse(key);
  }

  /** How many datasets have each value of a kind's field. */
  Map<String, Integer> counts(TopicKind kind) {
    var query =
        SearchQuery.all().withPage(new Page(0, 0)).countingBy(List.of(kind.field()), ALL_VALUES);
    return index.apply(query).facets().getOrDefault(kind.field(), List.of()).stream()
        .collect(Collectors.toMap(FacetCount::value, FacetCount::count));
  }

  /** Topics with how many datasets they have; what nobody knows any more is left out. */
  Map<Topic, Integer> counted(TopicKind kind, String language) {
    var counted = new HashMap<Topic, Integer>();
    counts(kind)
        .forEach(
            (value, count) ->
                find(kind, value, language)
                    .ifPresent(topic -> counted.merge(topic, count, Math::max)));
    return counted;
  }
}
