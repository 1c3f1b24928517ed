package org.allmende.server.ckan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.allmende.catalog.accounts.Accounts;
import org.allmende.catalog.accounts.Caller;
import org.allmende.catalog.accounts.Capacity;
import org.allmende.catalog.accounts.Group;
import org.allmende.catalog.accounts.User;
import org.allmende.catalog.model.Uuids;
import org.allmende.catalog.search.Page;

/** The actions about who and what is in organizations and groups ({@code ckan-api.md} 7.2, 8.4). */
final class MemberActions {

  private static final List<String> TYPES = List.of("package", "user", "group");

  private final CkanSite site;
  private final Accounts accounts;
  private final UserActions users;
  private final GroupContents contents;

  MemberActions(CkanSite site, UserActions users, GroupContents contents) {
    this.site = site;
    this.accounts = site.catalog().accounts();
    this.users = users;
    this.contents = contents;
  }

  List<CkanAction> actions() {
    var all = new ArrayList<CkanAction>();
    for (var kind : Group.Kind.values()) {
      var word = GroupWriteActions.word(kind);
      all.add(
          CkanAction.writing(
              word + "_member_create",
              "Makes a user a member. Parameters: id, username, role (member, editor, admin).",
              in -> putUser(kind, in, in.required("username"), in.required("role"))));
      all.add(
          CkanAction.writing(
              word + "_member_delete",
              "Ends a membership. Parameters: id, username (or user_id).",
              in -> removeUser(kind, in, in.required("username", "user_id"))));
    }
    all.add(
        CkanAction.writing(
            "member_create",
            "Puts a dataset into a group, a user into an organization or group, or one of these"
                + " below another. Parameters: id, object, object_type (package, user, group),"
                + " capacity.",
            this::create));
    all.add(
        CkanAction.writing(
            "member_delete",
            "The reverse of member_create. Parameters: id, object, object_type.",
            this::delete));
    all.add(
        CkanAction.reading(
            "member_list",
            "Who and what is in an organization or group, and what it stands below. Parameters: id,"
                + " object_type (package, user, group), capacity.",
            this::list));
    all.add(
        CkanAction.reading(
            "member_roles_list",
            "The roles there are. Parameter: group_type (organization, group).",
            MemberActions::roles));
    return all;
  }

  // Users.

  private CkanResult putUser(Group.Kind kind, CkanParams in, String userName, String role) {
    var capacity = capacity(kind, role);
    var asked = in.required("id");
    return accounts.changing(
        change -> {
          var group = GroupWriteActions.require(kind, asked, in.caller(), change);
          var user = requireUser(change.accounts().findUser(userName));
          change.accounts().putMember(group.id(), user.id(), capacity);
          return membership(group.id(), user.id(), "user", capacity.word());
        });
  }

  private static Capacity capacity(Group.Kind kind, String role) {
    return Capacity.find(role)
        .filter(found -> kind == Group.Kind.ORGANIZATION || found != Capacity.EDITOR)
        .orElseThrow(
            () ->
                CkanException.invalid(
                    "role",
                    "Expected "
                        + (kind == Group.Kind.ORGANIZATION
                            ? "member, editor or admin"
                            : "member or admin")
                        + ", got "
                        + role));
  }

  private static User requireUser(Optional<User> user) {
    return user.filter(found -> !found.isDeleted())
        .orElseThrow(() -> CkanException.notFound("User not found"));
  }

  private CkanResult removeUser(Group.Kind kind, CkanParams in, String userName) {
    var asked = in.required("id");
    return accounts.changing(
        change -> {
          var group = GroupWriteActions.require(kind, asked, in.caller(), change);
          var user = requireUser(change.accounts().findUser(userName));
          change.accounts().removeMember(group.id(), user.id());
          return (CkanResult) out -> out.writeNull();
        });
  }

  /** CKAN's object of a membership; its id follows from what it joins. */
  private static CkanResult membership(
      String groupId, String objectId, String objectType, String capacity) {
    return CkanResult.of(
        CkanJson.MAPPER
            .createObjectNode()
            .put("id", Uuids.v5(Uuids.URL, groupId + "/" + objectId).toString())
            .put("table_id", objectId)
            .put("table_name", objectType)
            .put("capacity", capacity)
            .put("group_id", groupId)
            .put("state", "active"));
  }

  // Either.

  private CkanResult create(CkanParams in) {
    var group = in.required("id");
    var object = in.required("object");
    var capacity = in.text("capacity");
    return switch (type(in)) {
      case "package" ->
          membership(
              fill(group, object, in.caller(), true), object, "package", capacity.orElse("public"));
      case "group" -> {
        var id = stand(group, object, in.caller(), true);
        yield membership(id, object, "group", capacity.orElse("public"));
      }
      default -> putUser(kindOf(group), in, object, capacity.orElse("member"));
    };
  }

  private CkanResult delete(CkanParams in) {
    var group = in.required("id");
    var object = in.required("object");
    switch (type(in)) {
      case "package" -> fill(group, object, in.caller(), false);
      case "group" -> stand(group, object, in.caller(), false);
      default -> {
        return removeUser(kindOf(group), in, object);
      }
    }
    return out -> out.writeNull();
  }

  private static String type(CkanParams in) {
    var type = in.required("object_type");
    if (!TYPES.contains(type)) {
      throw CkanException.invalid("object_type", "Expected package, user or group, got " + type);
    }
    return type;
  }

  // Groups.

  /** Lets a group stand below another one, or no longer; answers its id. */
  private String stand(String idOrName, String parent, Caller caller, boolean stands) {
    var kind = kindOf(idOrName);
    return accounts.changing(
        change -> {
          var group = GroupWriteActions.require(kind, idOrName, caller, change);
          var above =
              change
                  .groups()
                  .find(kind, parent)
                  .filter(Group::isActive)
                  .orElseThrow(() -> CkanException.notFound("Group was not found."));
          if (above.id().equals(group.id())) {
            throw CkanException.invalid("object", "A group cannot stand above itself");
          }
          var parents = new ArrayList<>(group.parents());
          parents.remove(above.name().value());
          if (stands) {
            parents.add(above.name().value());
          }
          change.groups().put(group.withParents(parents));
          return group.id();
        });
  }

  private Group.Kind kindOf(String idOrName) {
    return accounts.findGroup(Group.Kind.GROUP, idOrName).isPresent()
        ? Group.Kind.GROUP
        : Group.Kind.ORGANIZATION;
  }

  // Datasets.

  /** Puts a dataset into a group, own or theme, or takes it out; answers the group's id. */
  private String fill(String idOrName, String dataset, Caller caller, boolean puts) {
    var group = GroupKind.groups(site).require(idOrName);
    var entry = site.visible(dataset, caller);
    if (puts) {
      contents.put(entry, group.name(), caller);
    } else {
      contents.remove(entry, group.name(), caller);
    }
    return group.id();
  }

  // Lists.

  private CkanResult list(CkanParams in) {
    var asked = in.required("id");
    var organization = GroupKind.organizations(site).find().apply(asked);
    var kind = organization.isPresent() ? GroupKind.organizations(site) : GroupKind.groups(site);
    var group = organization.orElseGet(() -> kind.require(asked));
    var type = in.text("object_type");
    var capacity = in.text("capacity").map(text -> text.toLowerCase(java.util.Locale.ROOT));
    var members = CkanJson.MAPPER.createArrayNode();
    if (type.isEmpty() || type.get().equals("user")) {
      listUsers(in.caller(), group.id())
          .filter(m -> capacity.isEmpty() || capacity.get().equals(m.capacity().word()))
          .forEach(m -> members.addArray().add(m.userId()).add("user").add(m.capacity().title()));
    }
    if ((type.isEmpty() || type.get().equals("package")) && capacity.isEmpty()) {
      var word = organization.isPresent() ? "organization" : "public";
      var found = site.datasetsWith(kind.field(), group.name(), Page.MAX_LIMIT);
      var ordinals = found.hits().stream().map(hit -> hit.ordinal()).toList();
      for (var entry : site.catalog().entries(ordinals)) {
        members.addArray().add(entry.addresses().id()).add("package").add(word);
      }
    }
    if ((type.isEmpty() || type.get().equals("group")) && capacity.isEmpty()) {
      for (var parent : group.said().parents()) {
        kind.find()
            .apply(parent)
            .ifPresent(above -> members.addArray().add(above.id()).add("group").add("public"));
      }
    }
    return CkanResult.of(members);
  }

  private java.util.stream.Stream<org.allmende.catalog.accounts.Membership> listUsers(
      Caller caller, String groupId) {
    return users.mayBeSeenBy(caller)
        ? accounts.members(groupId).stream()
        : java.util.stream.Stream.empty();
  }

  private static CkanResult roles(CkanParams in) {
    var isGroup = in.text("group_type").filter("group"::equals).isPresent();
    var roles = CkanJson.MAPPER.createArrayNode();
    for (var capacity : Capacity.values()) {
      if (!isGroup || capacity != Capacity.EDITOR) {
        roles.addObject().put("text", capacity.title()).put("value", capacity.word());
      }
    }
    return CkanResult.of(roles);
  }
}
