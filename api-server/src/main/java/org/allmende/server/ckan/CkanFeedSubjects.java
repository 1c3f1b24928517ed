package org.allmende.server.ckan;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.search.Filter;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.SearchQuery;
import org.allmende.catalog.search.SearchResult;
import org.allmende.catalog.search.SortOrder;
import org.allmende.catalog.search.place.Gazetteer;
import org.allmende.catalog.search.place.Place;
import org.allmende.server.feed.FeedSubjects;
import org.allmende.server.http.Problem;

/**
 * What CKAN's addresses of feeds mean ({@code ckan-api.md} 13): organizations are publishers,
 * groups are themes, and a search speaks the language of {@code package_search}.
 */
public final class CkanFeedSubjects implements FeedSubjects {

  private static final SortOrder NEWEST = new SortOrder(SortOrder.Key.MODIFIED, true);
  private static final Set<String> OF_THE_SEARCH = Set.of("q", "sort", "fq", "fq_list");

  private static final Pattern FIELD = Pattern.compile("[\\w.-]+");

  private final CkanSite site;
  private final Gazetteer gazetteer;
  private final TagList tags;
  private final GroupKind organizations;
  private final GroupKind groups;

  /**
   * @param search answers from the index
   * @param position the sequence number that the index has reached
   * @param packages the JSON of datasets
   */
  public CkanFeedSubjects(
      Catalog catalog,
      Function<SearchQuery, SearchResult> search,
      SearchPosition position,
      CkanPackages packages) {
    this.site = new CkanSite(catalog, search, position, packages);
    this.gazetteer = new Gazetteer(catalog.settings().municipality());
    this.tags = new TagList(site);
    this.organizations = GroupKind.organizations(site);
    this.groups = GroupKind.groups(site);
  }

  @Override
  public Subject everything() {
    return new Subject("", newest(), "/suche");
  }

  private static SearchQuery newest() {
    return SearchQuery.all().sortedBy(NEWEST);
  }

  @Override
  public Optional<Subject> findOrganization(String idOrName) {
    return of(organizations, idOrName, "herausgeber");
  }

  @Override
  public Optional<Subject> findGroup(String idOrName) {
    return of(groups, idOrName, "thema");
  }

  private static Optional<Subject> of(GroupKind kind, String idOrName, String key) {
    return kind.find()
        .apply(idOrName)
        .map(
            group ->
                new Subject(
                    group.title(),
                    newest().filteredBy(new Filter.Is(kind.field(), group.name())),
                    page(key, group.name())));
  }

  @Override
  public Optional<Subject> findPlace(String key) {
    return gazetteer.findByKey(key).map(CkanFeedSubjects::place);
  }

  private static Subject place(Place place) {
    var any = new Filter.In(IndexField.REGION, Set.copyOf(place.keys()));
    return new Subject(place.label(), newest().filteredBy(any), page("ort", place.key()));
  }

  @Override
  public Subject tag(String name) {
    var filter = tags.find(name).map(TagList.Used::filter).orElse(Filter.NEVER);
    return new Subject(name, newest().filteredBy(filter), page("q", name));
  }

  /** Each parameter beside those of the search is a filter: the field has exactly this value. */
  @Override
  public Subject search(Map<String, List<String>> parameters) {
    var words = parameters.getOrDefault("q", List.of("")).getFirst();
    try {
      var asked = new CkanParams(asked(parameters));
      var query =
          CkanSearchParams.parse(
                  asked, new CkanTimes(Optional.of(site.catalog().clock().instant())))
              .query();
      var isOrdered = asked.text("sort").filter(text -> !text.isBlank()).isPresent();
      return new Subject(words, isOrdered ? query : query.sortedBy(NEWEST), page("q", words));
    } catch (CkanException e) {
      throw Problem.of(e.status(), e.explanation()).asException();
    }
  }

  private static Map<String, JsonNode> asked(Map<String, List<String>> parameters) {
    var filters = CkanJson.MAPPER.createArrayNode();
    var asked = new LinkedHashMap<String, JsonNode>();
    parameters.forEach(
        (name, values) -> {
          if (name.equals("q") || name.equals("sort")) {
            asked.put(name, CkanJson.MAPPER.getNodeFactory().textNode(values.getFirst()));
          } else if (OF_THE_SEARCH.contains(name)) {
            values.forEach(filters::add);
          } else if (FIELD.matcher(name).matches()) {
            values.forEach(value -> filters.add(name + ":" + quoted(value)));
          }
        });
    asked.put("fq_list", filters);
    return asked;
  }

  private static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String page(String key, String value) {
    return value.isBlank()
        ? "/suche"
        : "/suche?" + key + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
