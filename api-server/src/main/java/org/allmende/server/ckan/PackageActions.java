package org.allmende.server.ckan;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The actions about datasets and their resources ({@code ckan-api.md} 6, 7.1). */
final class PackageActions {

  private final CkanSite site;
  private final ActivityActions activities;
  private final AtPosition<List<String>> names;
  private final CkanSearch search;
  private final Clock clock;

  /**
   * @param names the names of all public datasets, sorted
   */
  PackageActions(CkanSite site, AtPosition<List<String>> names, ActivityActions activities) {
    this.activities = activities;
    this.site = site;
    this.names = names;
    this.search = new CkanSearch(site);
    this.clock = site.catalog().clock();
  }

  List<CkanAction> actions() {
    return List.of(
        CkanAction.reading(
            "package_list",
            "The names of all public datasets, by name. Parameters: limit, offset.",
            this::list),
        CkanAction.reading(
            "package_show",
            "One dataset with its resources. Parameters: id (id or name), activity_id or"
                + " as_of (a time) for how it was then.",
            this::show),
        CkanAction.reading(
            "package_search",
            "Searches datasets. Parameters: q, fq, fq_list, rows, start, sort, facet, facet.field,"
                + " facet.limit, facet.mincount, fl, include_private, include_drafts, ext_bbox, qf,"
                + " mm, defType.",
            this::search),
        CkanAction.reading("resource_show", "One resource. Parameter: id.", this::showResource));
  }

  private CkanResult list(CkanParams in) {
    var limit = in.natural("limit");
    var offset = in.natural("offset").orElse(0);
    in.throwIfProblems();
    return CkanResult.ofTexts(window(names.get(), offset, limit));
  }

  /** A part of a list; neither end need lie inside. */
  static <T> List<T> window(List<T> all, int offset, OptionalInt limit) {
    var from = Math.min(offset, all.size());
    var to =
        limit.isEmpty() ? all.size() : (int) Math.min((long) from + limit.getAsInt(), all.size());
    return all.subList(from, to);
  }

  private CkanResult show(CkanParams in) {
    var then = activities.then(in);
    if (then.isPresent()) {
      var tree = site.packages().read(then.get()).tree();
      return out -> CkanJson.MAPPER.writeTree(out, tree);
    }
    var id = in.required("id", "name_or_id");
    return site.packages()
        .findPublic(id)
        .map(CkanResult::ofJson)
        .orElseGet(() -> site.packages().result(site.visible(id, in.caller())));
  }

  private CkanResult search(CkanParams in) {
    var times = new CkanTimes(Optional.of(clock.instant()));
    return search.run(CkanSearchParams.parse(in, times), in.caller());
  }

  private CkanResult showResource(CkanParams in) {
    var id = in.required("id");
    var whole = site.packages().read(site.visibleByResource(id, in.caller()));
    var resource =
        whole.resources().stream()
            .filter(candidate -> candidate.address().id().equals(id))
            .findFirst()
            .orElseThrow(CkanException::notFound); // the current revision no longer has it
    return out -> whole.writeResource(out, resource);
  }
}
