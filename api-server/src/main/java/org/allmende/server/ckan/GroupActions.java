package org.allmende.server.ckan;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.Page;
import org.allmende.vocab.codelist.CodeLists;

/**
 * The actions about organizations, which are our publishers, and groups, which are the EU data
 * themes ({@code ckan-api.md} 7.2). Counts come from one question to the index.
 */
final class GroupActions {

  /**
   * What distinguishes the two.
   *
   * @param word as in {@code organization_list}
   * @param all all there are
   * @param find by id or name
   * @param field the index field with their names
   */
  private record Kind(
      String word,
      Supplier<List<CkanGroup>> all,
      java.util.function.Function<String, Optional<CkanGroup>> find,
      IndexField field) {}

  private final CkanSite site;
  private final Kind organization;
  private final Kind group;

  GroupActions(CkanSite site) {
    this.site = site;
    this.organization =
        new Kind(
            "organization",
            () -> site.catalog().organizations().stream().map(CkanGroup::of).toList(),
            idOrName -> site.catalog().findOrganization(idOrName).map(CkanGroup::of),
            IndexField.PUBLISHER);
    this.group = new Kind("group", this::themes, this::theme, IndexField.THEME);
  }

  private List<CkanGroup> themes() {
    return CodeLists.themes().concepts().stream()
        .map(theme -> CkanGroup.of(theme, site.language()))
        .toList();
  }

  private Optional<CkanGroup> theme(String idOrName) {
    return themes().stream()
        .filter(theme -> theme.id().equals(idOrName) || theme.name().equals(idOrName))
        .findFirst();
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

  private CkanResult list(Kind kind, CkanParams in) {
    var limit = in.natural("limit");
    var offset = in.natural("offset").orElse(0);
    in.throwIfProblems();
    var counts = site.countsByValue(kind.field());
    var order = order(in, counts);
    var wanted = in.names(kind.word() + "s");
    var part = in.text("q").orElse("").strip().toLowerCase(Locale.ROOT);
    var found =
        kind.all().get().stream()
            .filter(g -> wanted.isEmpty() || wanted.contains(g.name()) || wanted.contains(g.id()))
            .filter(g -> contains(g, part))
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

  private static boolean contains(CkanGroup group, String part) {
    return group.name().contains(part) || group.title().toLowerCase(Locale.ROOT).contains(part);
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

  private CkanResult show(Kind kind, CkanParams in) {
    var withDatasets = in.flag("include_datasets", false);
    var withCount = in.flag("include_dataset_count", true);
    var found = kind.find().apply(in.required("id")).orElseThrow(CkanException::notFound);
    var datasets = site.datasetsWith(kind.field(), found.name(), withDatasets ? Page.MAX_LIMIT : 0);
    return found.full(
        withCount ? Optional.of(datasets.total()) : Optional.empty(),
        true,
        withDatasets
            ? Optional.of(out -> site.packages().writeAll(datasets, out))
            : Optional.empty());
  }
}
