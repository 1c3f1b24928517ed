package org.allmende.server.ckan;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.CatalogSettings.ConfiguredOrganization;
import org.allmende.catalog.accounts.Accounts;
import org.allmende.catalog.accounts.AccountsChange;
import org.allmende.catalog.accounts.Caller;
import org.allmende.catalog.accounts.Capacity;
import org.allmende.catalog.accounts.Group;
import org.allmende.catalog.model.DatasetSlug;
import org.allmende.catalog.model.Organization;

/**
 * The actions that make, change and take away organizations and own groups ({@code ckan-api.md}
 * 8.4). What {@code allmende.yaml} says about an organization wins over them.
 */
final class GroupWriteActions {

  private static final String HELP =
      " Parameters: id, name, title, description, image_url, image_upload (a file) or clear_upload,"
          + " extras, users, groups, packages (of a group).";

  private final CkanSite site;
  private final Accounts accounts;
  private final GroupActions shown;
  private final GroupContents contents;

  GroupWriteActions(CkanSite site, GroupActions shown, GroupContents contents) {
    this.site = site;
    this.accounts = site.catalog().accounts();
    this.shown = shown;
    this.contents = contents;
  }

  List<CkanAction> actions() {
    return java.util.Arrays.stream(Group.Kind.values())
        .flatMap(kind -> actions(kind).stream())
        .toList();
  }

  private List<CkanAction> actions(Group.Kind kind) {
    var word = word(kind);
    return List.of(
        CkanAction.writing(
            word + "_create", "Makes " + one(kind) + "." + HELP, in -> create(kind, in)),
        CkanAction.writing(
            word + "_update",
            "Replaces what is said about " + one(kind) + "." + HELP,
            in -> change(kind, in, false)),
        CkanAction.writing(
            word + "_patch",
            "Changes what is given of " + one(kind) + "." + HELP,
            in -> change(kind, in, true)),
        CkanAction.writing(
            word + "_delete",
            "Takes " + one(kind) + " away; sysadmins still see it. Parameter: id.",
            in -> delete(kind, in)),
        CkanAction.writing(
            word + "_purge",
            "Takes " + one(kind) + " away for good; for sysadmins. Parameter: id.",
            in -> purge(kind, in)));
  }

  static String word(Group.Kind kind) {
    return kind == Group.Kind.ORGANIZATION ? "organization" : "group";
  }

  private static String one(Group.Kind kind) {
    return kind == Group.Kind.ORGANIZATION ? "an organization" : "a group of our own";
  }

  // Make.

  private CkanResult create(Group.Kind kind, CkanParams in) {
    if (kind == Group.Kind.ORGANIZATION) {
      UserActions.requireSysadmin(in.caller(), "create organizations");
    }
    var form = form(in);
    var packages = packages(kind, form, in.caller());
    var name = form.name();
    var id = form.text("id").filter(text -> !text.isEmpty());
    if (id.isPresent() && !in.caller().isSysadmin()) {
      form.problem("id", "The input field id was not expected.");
    } else if (id.filter(text -> !GroupForm.ID.matcher(text).matches()).isPresent()) {
      form.problem("id", "Invalid id provided");
    }
    var made = accounts.changing(change -> create(kind, form, name, id, in.caller(), change));
    // the rights of a member count from now on
    var caller = accounts.callerFor(in.caller().user().orElseThrow());
    packages.forEach(dataset -> contents.put(dataset, made.name().value(), caller));
    return show(kind, made, caller);
  }

  /** What was said, with the address of a picture that came along. */
  private GroupForm form(CkanParams in) {
    return new GroupForm(Pictures.described(in, site.catalog().identity()).json());
  }

  /**
   * The datasets that a group shall have; those of an organization say themselves whose they are.
   */
  private List<CatalogEntry> packages(Group.Kind kind, GroupForm form, Caller caller) {
    return kind == Group.Kind.GROUP ? form.packages(site, caller) : List.of();
  }

  private Group create(
      Group.Kind kind,
      GroupForm form,
      Optional<DatasetSlug> name,
      Optional<String> wish,
      Caller caller,
      AccountsChange change) {
    change.organizations(); // the configured ones take their names first
    if (name.filter(slug -> isTaken(slug.value(), change)).isPresent()) {
      form.problem("name", "Group name already exists in database");
    }
    if (wish.filter(id -> !change.groups().isFreeId(id)).isPresent()) {
      form.problem("id", "Group id already exists in database");
    }
    var slug = name.orElseGet(() -> new DatasetSlug("unnamed"));
    var id = wish.orElseGet(() -> newId(kind, form.text("title").orElse(slug.value()), change));
    var group = form.over(Group.named(id, kind, slug, change.now()), true);
    checkParents(group, form, change);
    var members = form.members(change);
    form.throwIfProblems();
    enter(group, change);
    members.forEach(m -> change.accounts().putMember(id, m.userId(), m.capacity()));
    change.accounts().putMember(id, caller.userId().orElseThrow(), Capacity.ADMIN);
    return group;
  }

  private static boolean isTaken(String name, AccountsChange change) {
    return !change.groups().isFreeName(name) || CkanGroup.findTheme(name).isPresent();
  }

  /** The id that a harvest would give this publisher, so that both are one (DESIGN 6). */
  private String newId(Group.Kind kind, String title, AccountsChange change) {
    return Optional.of(site.catalog().identity().organizationId(title))
        .filter(id -> kind == Group.Kind.ORGANIZATION && change.groups().isFreeId(id))
        .orElseGet(() -> UUID.randomUUID().toString());
  }

  private void enter(Group group, AccountsChange change) {
    if (group.kind() == Group.Kind.ORGANIZATION) {
      var unused =
          change.enter(
              new Organization(
                  group.id(),
                  group.name(),
                  group.displayName(),
                  site.catalog().identity().base() + "/organization/" + group.id(),
                  Optional.empty(),
                  change.now()));
    }
    change.groups().put(titled(group));
  }

  /** An organization is a publisher, and one without a title could not be named. */
  private static Group titled(Group group) {
    return group.kind() == Group.Kind.ORGANIZATION && group.title().isBlank()
        ? group.withTexts(group.name(), group.name().value(), group.description(), group.imageUrl())
        : group;
  }

  private static void checkParents(Group group, GroupForm form, AccountsChange change) {
    for (var parent : group.parents()) {
      if (change.groups().find(group.kind(), parent).isEmpty()) {
        form.problem("groups", "Group " + parent + " does not exist");
      }
    }
  }

  // Change.

  private CkanResult change(Group.Kind kind, CkanParams in, boolean keeps) {
    var asked = in.required("id");
    var form = form(in);
    if (kind == Group.Kind.GROUP && in.caller().isSysadmin() && isThemeAsItIs(asked, form, keeps)) {
      return shown.show(kind, in);
    }
    var packages = packages(kind, form, in.caller());
    var changed =
        accounts.changing(
            change -> {
              var before = require(kind, asked, in.caller(), change);
              return change(before, form, keeps, in.caller(), change);
            });
    if (kind == Group.Kind.GROUP && form.has("packages")) {
      contents.replace(packages, changed.name().value(), in.caller());
    }
    site.position().await(site.catalog().ledger().read(s -> s.lastSequence()));
    return show(kind, changed, in.caller());
  }

  /**
   * Whether this says of a theme what is true of it anyway, as {@code ckanapi load} does with the
   * groups that another Allmende dumped.
   */
  private static boolean isThemeAsItIs(String asked, GroupForm form, boolean keeps) {
    return CkanGroup.findTheme(asked)
        .filter(theme -> form.agrees("name", keeps, CkanGroup.nameOf(theme)))
        .filter(theme -> form.agrees("title", keeps, theme.label("de"), theme.label("en")))
        .filter(theme -> form.agrees("description", true, ""))
        .filter(theme -> form.agrees("image_url", true, ""))
        .filter(theme -> form.items("extras").isEmpty() && form.items("users").isEmpty())
        .isPresent();
  }

  private Group change(
      Group before, GroupForm form, boolean keeps, Caller caller, AccountsChange change) {
    var after = titled(form.over(before, keeps));
    if (caller.isSysadmin() && form.text("state").filter("active"::equals).isPresent()) {
      after = after.withState(Group.State.ACTIVE);
    }
    if (form.text("type").filter(type -> !type.equals(word(before.kind()))).isPresent()) {
      form.problem("type", "The type cannot be changed");
    }
    checkName(before, after, form, change);
    checkConfigured(before, after, form);
    checkParents(after, form, change);
    var members = form.has("users") ? form.members(change) : List.<GroupForm.Member>of();
    form.throwIfProblems();
    change.groups().put(after);
    if (form.has("users")) {
      replaceMembers(after, members, change);
    }
    if (showsOtherwise(before, after)) {
      change.groups().renewDatasets(after, change.now());
    }
    return after;
  }

  private static void checkName(Group before, Group after, GroupForm form, AccountsChange change) {
    if (before.name().equals(after.name())) {
      return;
    }
    if (isTaken(after.name().value(), change)) {
      form.problem("name", "Group name already exists in database");
    } else if (change.groups().hasDatasets(before)) {
      form.problem(
          "name",
          "The name stands in addresses and searches for its datasets; it can be changed only while"
              + " there are none");
    }
  }

  private void checkConfigured(Group before, Group after, GroupForm form) {
    configured(before)
        .ifPresent(
            said -> {
              if (!after.name().equals(before.name())) {
                form.problem("name", setBy("the name", said.name().value()));
              }
              if (!after.title().equals(before.title())) {
                form.problem("title", setBy("the title", said.title()));
              }
            });
  }

  private static String setBy(String what, String value) {
    return "allmende.yaml says "
        + what
        + " of this organization, \""
        + value
        + "\", and wins. Send it as it is, or change it there";
  }

  private Optional<ConfiguredOrganization> configured(Group group) {
    return site.catalog().settings().organizations().stream()
        .filter(said -> group.kind() == Group.Kind.ORGANIZATION)
        .filter(said -> said.name().equals(group.name()))
        .findFirst();
  }

  private static void replaceMembers(
      Group group, List<GroupForm.Member> members, AccountsChange change) {
    for (var member : change.accounts().members(group.id())) {
      change.accounts().removeMember(group.id(), member.userId());
    }
    members.forEach(m -> change.accounts().putMember(group.id(), m.userId(), m.capacity()));
  }

  /** Whether its datasets show something else of it than before. */
  private static boolean showsOtherwise(Group before, Group after) {
    return !before
        .withExtras(Map.of())
        .withParents(List.of())
        .equals(after.withExtras(Map.of()).withParents(List.of()));
  }

  // Take away.

  private CkanResult delete(Group.Kind kind, CkanParams in) {
    return remove(
        in,
        (caller, change) -> {
          var group = require(kind, in.required("id"), caller, change);
          requireRemovable(group, change);
          change.groups().put(group.withState(Group.State.DELETED));
          return group;
        });
  }

  private CkanResult purge(Group.Kind kind, CkanParams in) {
    UserActions.requireSysadmin(in.caller(), "purge a " + word(kind));
    return remove(
        in,
        (caller, change) -> {
          var group = require(kind, in.required("id"), caller, change);
          requireRemovable(group, change);
          change.groups().purge(group);
          return group;
        });
  }

  private CkanResult remove(CkanParams in, BiFunction<Caller, AccountsChange, Group> removal) {
    accounts.changing(
        change -> {
          var group = removal.apply(in.caller(), change);
          if (group.kind() == Group.Kind.GROUP) {
            change.groups().renewDatasets(group, change.now());
          }
          return group;
        });
    site.position().await(site.catalog().ledger().read(s -> s.lastSequence()));
    return out -> out.writeNull();
  }

  private void requireRemovable(Group group, AccountsChange change) {
    if (configured(group).isPresent()) {
      throw CkanException.invalidText(
          "message", "This organization stands in allmende.yaml. Take it out there");
    }
    if (group.kind() == Group.Kind.ORGANIZATION && change.groups().hasDatasets(group)) {
      throw CkanException.invalidText(
          "message", "Organization cannot be deleted while it still has datasets");
    }
  }

  /** One that the caller may manage; 404 when there is none, 403 for a theme and for others. */
  static Group require(Group.Kind kind, String idOrName, Caller caller, AccountsChange change) {
    if (kind == Group.Kind.ORGANIZATION) {
      change.organizations(); // the configured ones are there from now on
    } else if (CkanGroup.findTheme(idOrName).isPresent()) {
      throw CkanException.denied(
          "Group " + idOrName + " is a data theme of the EU, which nobody here may change");
    }
    var found =
        change
            .groups()
            .find(kind, idOrName)
            .filter(group -> group.isActive() || caller.isSysadmin())
            .orElseThrow(CkanException::notFound);
    if (!caller.mayManage(found.id())) {
      throw CkanException.denied(
          "User "
              + PackageEditor.name(caller)
              + " not authorized to edit "
              + word(kind)
              + " "
              + found.name());
    }
    return found;
  }

  private CkanResult show(Group.Kind kind, Group group, Caller caller) {
    return shown.show(
        kind, new CkanParams(Map.of("id", TextNode.valueOf(group.id())), caller, Map.of()));
  }
}
