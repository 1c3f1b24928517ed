package org.allmende.server.ckan;

import java.util.List;
import org.allmende.catalog.search.Page;
import org.allmende.catalog.search.SearchQuery;
import org.allmende.catalog.search.SortOrder;

/** The actions that list datasets beside the search, and those that complete names. */
final class ListActions {

  private static final int USUAL_LIST = 10;
  private static final int USUAL_PACKAGES = 10;
  private static final int USUAL_GROUPS = 20;
  private static final int USUAL_FORMATS = 5;

  private final CkanSite site;
  private final Completions completions;

  ListActions(CkanSite site, Completions completions) {
    this.site = site;
    this.completions = completions;
  }

  List<CkanAction> actions() {
    return List.of(
        CkanAction.reading(
            "current_package_list_with_resources",
            "Whole datasets, those changed last first. Parameters: limit (10, at most 1,000),"
                + " offset, page.",
            this::current),
        CkanAction.reading(
            "package_relationships_list",
            "How datasets are related in CKAN's way: never. Parameters: id, id2, rel.",
            this::relationships),
        groupPackages(),
        CkanAction.reading(
            "package_autocomplete",
            "Datasets whose name or title contains a text. Parameters: q, limit (10).",
            this::completePackages),
        completeGroups(GroupKind.organizations(site)),
        completeGroups(GroupKind.groups(site)),
        CkanAction.reading(
            "format_autocomplete",
            "Formats that contain a text, those used most first. Parameters: q, limit (5).",
            this::completeFormats));
  }

  private CkanResult current(CkanParams in) {
    var limit = Math.min(in.natural("limit").orElse(USUAL_LIST), Page.MAX_LIMIT);
    var page = in.natural("page");
    var offset = in.natural("offset").orElse(0);
    if (page.isPresent() && page.getAsInt() == 0) {
      in.problem("page", "Must be a positive integer");
    }
    in.throwIfProblems();
    var start = page.isPresent() ? (page.getAsInt() - 1L) * limit : offset;
    var window = new Page((int) Math.min(start, Integer.MAX_VALUE - Page.MAX_LIMIT), limit);
    return datasets(
        SearchQuery.all().sortedBy(new SortOrder(SortOrder.Key.MODIFIED, true)).withPage(window));
  }

  private CkanResult datasets(SearchQuery query) {
    var found = site.search().apply(query);
    return out -> {
      out.writeStartArray();
      site.packages().writeAll(found, out);
      out.writeEndArray();
    };
  }

  /** DCAT's relations stand in the extras; CKAN's own kinds of them, nobody can enter here. */
  private CkanResult relationships(CkanParams in) {
    site.visible(in.required("id"), in.caller());
    in.text("id2").filter(text -> !text.isBlank()).ifPresent(id -> site.visible(id, in.caller()));
    return CkanResult.of(List.of());
  }

  private CkanAction groupPackages() {
    var groups = GroupKind.groups(site);
    return CkanAction.reading(
        "group_package_show",
        "The datasets of a group. Parameters: id (id or name), limit (at most 1,000), offset.",
        in -> {
          var limit = Math.min(in.natural("limit").orElse(Page.MAX_LIMIT), Page.MAX_LIMIT);
          var offset = in.natural("offset").orElse(0);
          var id = in.required("id");
          in.throwIfProblems();
          var window = new Page(Math.min(offset, Integer.MAX_VALUE - limit), limit);
          return datasets(site.having(groups.field(), groups.require(id).name(), window));
        });
  }

  private CkanResult completePackages(CkanParams in) {
    var limit = in.natural("limit").orElse(USUAL_PACKAGES);
    var text = in.required("q");
    in.throwIfProblems();
    return CkanResult.of(completions.packages(text, Math.min(limit, Page.MAX_LIMIT)));
  }

  private CkanAction completeGroups(GroupKind kind) {
    return CkanAction.reading(
        kind.word() + "_autocomplete",
        "Those whose name or title contains a text. Parameters: q, limit (20).",
        in -> {
          var limit = in.natural("limit").orElse(USUAL_GROUPS);
          in.throwIfProblems();
          return CkanResult.of(completions.groups(kind, in.text("q").orElse(""), limit));
        });
  }

  private CkanResult completeFormats(CkanParams in) {
    var limit = in.natural("limit").orElse(USUAL_FORMATS);
    var text = in.required("q");
    in.throwIfProblems();
    return CkanResult.ofTexts(completions.formats(text, limit));
  }
}
