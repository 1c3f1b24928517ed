package org.allmende.server.ckan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.accounts.Caller;
import org.allmende.catalog.model.Revision;
import org.allmende.catalog.search.FacetCount;
import org.allmende.catalog.search.Filter;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.Page;
import org.allmende.catalog.search.SearchQuery;
import org.allmende.catalog.search.SearchResult;

/**
 * What every action needs: the catalog, its search, the finished JSON of its datasets.
 *
 * @param catalog the catalog
 * @param search answers from the index
 * @param position the sequence number that the index has reached
 * @param packages the JSON of datasets
 */
record CkanSite(
    Catalog catalog,
    Function<SearchQuery, SearchResult> search,
    SearchPosition position,
    CkanPackages packages) {

  /** More values than any field has; a count of them all is one question to the index. */
  private static final int ALL_VALUES = 1_000_000;

  String language() {
    return catalog.settings().language();
  }

  /**
   * The names of all public datasets, sorted. The index counts them: each occurs once, so that
   * their order is that of the names.
   */
  List<String> names() {
    return counts(IndexField.NAME).stream().map(FacetCount::value).sorted().toList();
  }

  /** All values of a field in public datasets, with how many have each. */
  List<FacetCount> counts(IndexField field) {
    var query = SearchQuery.all().withPage(new Page(0, 0)).countingBy(List.of(field), ALL_VALUES);
    return search.apply(query).facets().getOrDefault(field, List.of());
  }

  /** The same, by value. */
  Map<String, Long> countsByValue(IndexField field) {
    return counts(field).stream()
        .collect(Collectors.toMap(FacetCount::value, count -> (long) count.count()));
  }

  /** The public datasets with this value, as many as a page may have. */
  SearchResult datasetsWith(IndexField field, String value, int limit) {
    return search.apply(having(field, value, new Page(0, limit)));
  }

  /** The question for public datasets with this value. */
  SearchQuery having(IndexField field, String value, Page page) {
    return SearchQuery.all().filteredBy(new Filter.Is(field, value)).withPage(page);
  }

  /** A dataset that the caller may see; 404 when there is none, 403 when he may not. */
  CatalogEntry visible(String idOrName, Caller caller) {
    return visible(catalog.find(idOrName), caller);
  }

  /** The dataset of a resource that the caller may see. */
  CatalogEntry visibleByResource(String resourceId, Caller caller) {
    return visible(catalog.findByDistribution(resourceId), caller);
  }

  /** A dataset, whoever may see it; 404 when there is none, or none any more. */
  CatalogEntry known(String idOrName) {
    return known(catalog.find(idOrName));
  }

  /** The dataset of a resource, whoever may see it. */
  CatalogEntry knownByResource(String resourceId) {
    return known(catalog.findByDistribution(resourceId));
  }

  private static CatalogEntry known(Optional<CatalogEntry> entry) {
    return entry
        .filter(found -> found.revision().change() != Revision.Change.PURGED)
        .orElseThrow(CkanException::notFound);
  }

  private static CatalogEntry visible(Optional<CatalogEntry> entry, Caller caller) {
    var found = known(entry);
    if (!caller.mayRead(found)) {
      throw CkanException.denied("User not authorized to read package " + found.addresses().id());
    }
    return found;
  }
}
