package org.allmende.server.format.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.allmende.catalog.quality.Rating;
import org.allmende.catalog.search.DataKind;
import org.allmende.catalog.search.FacetCount;
import org.allmende.catalog.search.LicenseUse;
import org.allmende.catalog.search.RegionTree;
import org.allmende.catalog.search.place.Gazetteer;
import org.allmende.server.format.html.SearchPage.FacetView;
import org.allmende.server.format.html.SearchPage.ValueView;
import org.allmende.vocab.codelist.CodeLists;

/**
 * The facets of one search in the words of one language.
 *
 * @param choice what the visitor chose
 * @param texts the words
 * @param address where searches lie
 * @param publishers titles by CKAN name
 * @param series what a series is called
 * @param gazetteer the names of regions
 */
record FacetViews(
    SearchChoice choice,
    Texts texts,
    Address address,
    Map<String, String> publishers,
    UnaryOperator<String> series,
    Gazetteer gazetteer) {

  /** Values of a facet before "more" has to be asked for. */
  private static final int FOLDED = 10;

  /** Those that have a value. */
  List<FacetView> of(Map<SearchFacet, List<FacetCount>> counts) {
    var views = new ArrayList<FacetView>();
    counts.forEach(
        (facet, values) -> {
          if (!values.isEmpty()) {
            views.add(view(facet, values));
          }
        });
    return views;
  }

  private FacetView view(SearchFacet facet, List<FacetCount> values) {
    var leveled = facet == SearchFacet.PLACE ? regions(values) : flat(values);
    var isUnfolded = choice.unfolded().contains(facet.key());
    var views = new ArrayList<ValueView>();
    for (var i = 0; i < leveled.size(); i++) {
      var value = leveled.get(i);
      if (isUnfolded || i < FOLDED || choice.has(facet, value.count().value())) {
        views.add(view(facet, value, i));
      }
    }
    var hidden = leveled.size() - views.size();
    var more = hidden > 0 ? address.search() + choice.unfolding(facet).query() : "";
    return new FacetView(facet, texts.get(facet.textKey()), views, more, hidden);
  }

  private ValueView view(SearchFacet facet, Leveled value, int number) {
    var count = value.count();
    return new ValueView(
        facet.key() + "-" + number,
        count.value(),
        label(facet, count.value()),
        texts.number(count.count()),
        choice.has(facet, count.value()),
        value.level());
  }

  /** A value and how deep it lies in the tree of its facet, from 0. */
  private record Leveled(FacetCount count, int level) {}

  private static List<Leveled> flat(List<FacetCount> values) {
    return values.stream().map(value -> new Leveled(value, 0)).toList();
  }

  private List<Leveled> regions(List<FacetCount> values) {
    var leveled = new ArrayList<Leveled>();
    addRegions(leveled, RegionTree.of(values), 0);
    return leveled;
  }

  /** What lies below a region is shown when it is the only one, or something there was chosen. */
  private void addRegions(List<Leveled> leveled, List<FacetCount> siblings, int level) {
    for (var region : siblings) {
      leveled.add(new Leveled(region, level));
      if (siblings.size() == 1 || isWithinChoice(region.value())) {
        addRegions(leveled, region.children(), level + 1);
      }
    }
  }

  private boolean isWithinChoice(String region) {
    return choice.of(SearchFacet.PLACE).stream().anyMatch(value -> value.startsWith(region));
  }

  /** What a chosen value is called where nothing else says of which facet it is. */
  String chip(SearchFacet facet, String value) {
    var named = texts.get(facet.textKey()) + " " + label(facet, value);
    return facet == SearchFacet.PLACE && choice.radius() > 0
        ? named + ", " + texts.get("place.radius.around", "km", String.valueOf(choice.radius()))
        : named;
  }

  /** What a value is called. */
  String label(SearchFacet facet, String value) {
    var language = texts.language();
    return switch (facet) {
      case KIND -> DataKind.find(value).map(it -> texts.get("kind." + it.key())).orElse(value);
      case THEME -> CodeLists.themes().find(value).map(it -> it.label(language)).orElse(value);
      case PLACE -> place(value);
      case PUBLISHER -> publishers.getOrDefault(value, value);
      case SERIES -> series.apply(value);
      case FORMAT, YEAR -> value;
      case USE -> LicenseUse.find(value).map(it -> texts.get("use." + it.key())).orElse(value);
      case FRESHNESS ->
          Freshness.find(value).map(it -> texts.get("freshness." + it.key())).orElse(value);
      case RATING -> Rating.find(value).map(it -> it.label(language)).orElse(value);
    };
  }

  private String place(String value) {
    var places = new ChosenPlaces(gazetteer, choice.radius());
    return places.isKeyAlone(value)
        ? texts.get("place.unnamed", "key", value)
        : places.label(value);
  }
}
