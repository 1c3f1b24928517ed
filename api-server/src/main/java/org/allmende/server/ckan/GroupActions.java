package org.allmende.server.ckan;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.search.Page;

/**
 * The actions about organizations, which are our publishers, and groups, which are the EU data
 * themes ({@code ckan-api.md} 7.2). Counts come from one question to the index.
 */
final class GroupActions {

  private final CkanSite site;
  private final GroupKind organization;
  private final GroupKind group;

  GroupActions(CkanSite site) {
    this.site = site;
    this.organization = GroupKind.organizations(site);
    this.group = GroupKind.groups(site);
  }

  List<CkanAction> actions() {
    return List.of(
        CkanAction.reading(
            "organization_list",
            "All organizations. Parameters: all_fields, sort, limit, offset, q, organizations,"
                + " include_dataset_count.",
            in -> list(organization, in)),
        CkanAction.reading(
            "organization_show",
            "One organization. Parameters: id (id or name), include_datasets,"
                + " include_dataset_count.",
            in -> show(organization, in)),
        CkanAction.reading(
            "group_list",
            "All groups. Parameters: all_fields, sort, limit, offset, q, groups,"
                + " include_dataset_count.",
            in -> list(group, in)),
        CkanAction.reading(
            "group_show",
            "One group. Parameters: id (id or name), include_datasets, include_dataset_count.",
            in -> show(group, in)));
  }

  private CkanResult list(GroupKind kind, CkanParams in) {
    var limit = in.natural("limit");
    var offset = in.natural("offset").orElse(0);
    in.throwIfProblems();
    var counts = site.countsByValue(kind.field());
    var order = order(in, counts);
    var wanted = in.names(kind.word() + "s");
    var found =
        kind.containing(in.text("q").orElse("")).stream()
            .filter(g -> wanted.isEmpty() || wanted.contains(g.name()) || wanted.contains(g.id()))
            .sorted(order)
            .toList();
    var window = PackageActions.window(found, offset, limit);
    if (!in.flag("all_fields", false)) {
      return CkanResult.ofTexts(window.stream().map(CkanGroup::name).toList());
    }
    var withCount = in.flag("include_dataset_count", true);
    return CkanResult.ofAll(
        window.stream()
            .map(g -> g.full(count(withCount, g, counts), false, Optional.empty()))
            .toList());
  }

  private static Optional<Long> count(boolean wanted, CkanGroup g, Map<String, Long> counts) {
    return wanted ? Optional.of(counts.getOrDefault(g.name(), 0L)) : Optional.empty();
  }

  private static Comparator<CkanGroup> order(CkanParams in, Map<String, Long> counts) {
    var text = in.text("sort").or(() -> in.text("order_by")).orElse("title asc").strip();
    var words = text.split("\\s+");
    var byCount = words[0].equals("package_count") || words[0].equals("packages");
    if (text.contains(",") || words.length > 2) {
      throw CkanException.invalid("sort", "Only one field can be sorted by, such as \"name asc\"");
    }
    var comparator = comparator(words[0], counts);
    var descending = words.length == 2 ? words[1].equalsIgnoreCase("desc") : byCount;
    return (descending ? comparator.reversed() : comparator).thenComparing(CkanGroup::name);
  }

  private static Comparator<CkanGroup> comparator(String field, Map<String, Long> counts) {
    return switch (field) {
      case "name" -> Comparator.comparing(CkanGroup::name);
      case "title" -> Comparator.comparing(CkanGroup::title, Collator.getInstance(Locale.GERMAN));
      case "package_count", "packages" ->
          Comparator.comparing((CkanGroup g) -> counts.getOrDefault(g.name(), 0L));
      default -> throw CkanException.invalid("sort", "Cannot sort by field " + field);
    };
  }

  private CkanResult show(GroupKind kind, CkanParams in) {
    var withDatasets = in.flag("include_datasets", false);
    var withCount = in.flag("include_dataset_count", true);
    var found = kind.require(in.required("id"));
    var datasets = site.datasetsWith(kind.field(), found.name(), withDatasets ? Page.MAX_LIMIT : 0);
    return found.full(
        withCount ? Optional.of(datasets.total()) : Optional.empty(),
        true,
        withDatasets
            ? Optional.of(out -> site.packages().writeAll(datasets, out))
            : Optional.empty());
  }
}
