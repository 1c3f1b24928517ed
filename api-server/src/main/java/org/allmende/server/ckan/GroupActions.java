package org.allmende.server.ckan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.allmende.catalog.accounts.Caller;
import org.allmende.catalog.accounts.Capacity;
import org.allmende.catalog.accounts.Group;
import org.allmende.catalog.search.Filter;
import org.allmende.catalog.search.Page;
import org.allmende.catalog.search.SearchQuery;

/**
 * The actions about organizations, which are our publishers, and groups, which are the EU data
 * themes and our own ({@code ckan-api.md} 7.2). Counts come from one question to the index.
 */
final class GroupActions {

  /** CKAN cuts its lists of names there too; its lists of objects end at 25, ours do not. */
  private static final int MOST_LISTED = 1_000;

  private static final String LISTED =
      "all_fields, sort, limit (at most 1,000), offset, q, type, include_dataset_count (true),"
          + " include_extras, include_users, include_groups, include_member_count.";

  private static final String SHOWN =
      " Parameters: id (id or name), include_datasets (at most 1,000), include_dataset_count,"
          + " include_extras, include_users, include_groups, include_followers,"
          + " include_member_count.";

  private final CkanSite site;
  private final GroupKind organization;
  private final GroupKind group;
  private final UserActions users;

  GroupActions(CkanSite site, UserActions users) {
    this.site = site;
    this.users = users;
    this.organization = GroupKind.organizations(site);
    this.group = GroupKind.groups(site);
  }

  List<CkanAction> actions() {
    return List.of(
        CkanAction.reading(
            "organization_list",
            "All organizations. Parameters: organizations, and " + LISTED,
            in -> list(organization, in)),
        CkanAction.reading(
            "organization_show",
            "One organization." + SHOWN,
            in -> show(Group.Kind.ORGANIZATION, in)),
        CkanAction.reading(
            "group_list", "All groups. Parameters: groups, and " + LISTED, in -> list(group, in)),
        CkanAction.reading("group_show", "One group." + SHOWN, in -> show(Group.Kind.GROUP, in)),
        CkanAction.reading(
            "organization_list_for_user",
            "The organizations in which a user has a permission. Parameters: id (default: the"
                + " caller), permission, include_dataset_count.",
            in -> listForUser(organization, in, in.text("permission").orElse("manage_group"))),
        CkanAction.reading(
            "group_list_authz",
            "The groups of our own that the caller may edit. No parameters.",
            in -> listForUser(group, in, "membership")));
  }

  private CkanResult list(GroupKind kind, CkanParams in) {
    var limit = in.natural("limit");
    var offset = in.natural("offset").orElse(0);
    in.throwIfProblems();
    var counts = site.countsByValue(kind.field());
    var order = order(in, counts);
    var wanted = in.names(kind.word() + "s");
    var hasType = in.text("type").filter(type -> !type.equals(kind.word())).isEmpty();
    var found =
        kind.containing(in.text("q").orElse("")).stream()
            .filter(g -> hasType)
            .filter(g -> wanted.isEmpty() || wanted.contains(g.name()) || wanted.contains(g.id()))
            .sorted(order)
            .toList();
    var most = OptionalInt.of(Math.min(limit.orElse(MOST_LISTED), MOST_LISTED));
    var window = PackageActions.window(found, offset, most);
    if (!in.flag("all_fields", false)) {
      return CkanResult.ofTexts(window.stream().map(CkanGroup::name).toList());
    }
    return CkanResult.ofAll(window.stream().map(g -> g.with(listed(g, in, counts))).toList());
  }

  private CkanGroup.Parts listed(CkanGroup g, CkanParams in, Map<String, Long> counts) {
    return new CkanGroup.Parts(
        count(in.flag("include_dataset_count", true), g, counts),
        true,
        in.flag("include_extras", false),
        in.flag("include_groups", false),
        memberCount(g, in),
        users(g, in, false),
        Optional.empty());
  }

  private Optional<Integer> memberCount(CkanGroup g, CkanParams in) {
    return in.flag("include_member_count", false)
        ? Optional.of(site.catalog().accounts().members(g.id()).size())
        : Optional.empty();
  }

  private Optional<List<ObjectNode>> users(CkanGroup g, CkanParams in, boolean fallback) {
    return in.flag("include_users", fallback) && users.mayBeSeenBy(in.caller())
        ? Optional.of(users.members(g.id(), in.caller()))
        : Optional.empty();
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

  /** The full form, as {@code …_show} gives it to this caller. */
  CkanResult show(Group.Kind which, CkanParams in) {
    var kind = which == Group.Kind.ORGANIZATION ? organization : group;
    var withDatasets = in.flag("include_datasets", false);
    var withCount = in.flag("include_dataset_count", true);
    var found = find(which, kind, in.required("id"), in.caller());
    var datasets =
        site.search()
            .apply(
                SearchQuery.all()
                    .visibleThrough(CkanSight.of(in.caller()))
                    .filteredBy(new Filter.Is(kind.field(), found.name()))
                    .filteredBy(new Filter.Not(new Filter.Is(CkanFields.STATE, "deleted")))
                    .withPage(new Page(0, 0)));
    var shown = site.datasetsWith(kind.field(), found.name(), withDatasets ? Page.MAX_LIMIT : 0);
    return found.with(
        new CkanGroup.Parts(
            withCount ? Optional.of(datasets.total()) : Optional.empty(),
            in.flag("include_followers", true),
            in.flag("include_extras", true),
            in.flag("include_groups", true),
            memberCount(found, in),
            users(found, in, true),
            withDatasets
                ? Optional.of(out -> site.packages().writeAll(shown, out))
                : Optional.empty()));
  }

  /** With all that people say about it; deleted ones for sysadmins alone. */
  private CkanGroup find(Group.Kind which, GroupKind kind, String idOrName, Caller caller) {
    return site.catalog()
        .accounts()
        .findGroup(which, idOrName)
        .filter(found -> found.isActive() || caller.isSysadmin())
        .map(CkanGroup::of)
        .orElseGet(() -> kind.require(idOrName));
  }

  private CkanResult listForUser(GroupKind kind, CkanParams in, String permission) {
    var asked = in.text("id").flatMap(id -> site.catalog().accounts().find(id));
    if (in.text("id").isPresent() && asked.isEmpty()) {
      throw CkanException.notFound("User");
    }
    var user = asked.or(() -> in.caller().user());
    if (user.isEmpty()) {
      return CkanResult.ofAll(List.of());
    }
    if (!in.caller().is(user.get().id())) {
      UserActions.requireSysadmin(in.caller(), "list organizations of other users");
    }
    var caller = site.catalog().accounts().callerFor(user.get());
    var counts = site.countsByValue(kind.field());
    return CkanResult.ofAll(
        kind.all().get().stream()
            .filter(g -> CkanGroup.findTheme(g.name()).isEmpty() || g.isOrganization())
            .filter(g -> may(caller, g.id(), permission))
            .map(g -> listed(g, caller, count(in.flag("include_dataset_count", false), g, counts)))
            .toList());
  }

  private static CkanResult listed(CkanGroup found, Caller caller, Optional<Long> count) {
    var capacity = caller.capacityIn(found.id()).orElse(Capacity.ADMIN);
    return found.withCapacity(caller.isSysadmin() ? Capacity.ADMIN : capacity, count);
  }

  /** What a permission of CKAN means in roles. */
  private static boolean may(Caller caller, String groupId, String permission) {
    return switch (permission) {
      case "read", "manage_group" -> caller.mayFill(groupId);
      case "create_dataset", "update_dataset", "delete_dataset" -> caller.mayEdit(groupId);
      default -> caller.mayManage(groupId);
    };
  }
}
