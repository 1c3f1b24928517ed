package org.allmende.server.ckan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.allmende.catalog.accounts.Accounts;
import org.allmende.catalog.accounts.Caller;
import org.allmende.catalog.accounts.User;
import org.allmende.catalog.search.IndexField;

/** The actions about users ({@code ckan-api.md} 7.4, 8.5). */
final class UserActions {

  private static final int SHORTEST_PASSWORD = 8;
  private static final int MOST_COMPLETIONS = 20;

  private final CkanSite site;
  private final Accounts accounts;
  private final boolean publicUsers;

  UserActions(CkanSite site, CkanSettings settings) {
    this.site = site;
    this.accounts = site.catalog().accounts();
    this.publicUsers = settings.publicUsers();
  }

  List<CkanAction> actions() {
    return List.of(
        CkanAction.reading(
            "user_list",
            "All users, for users alone. Parameters: q, all_fields, email (sysadmins).",
            this::list),
        CkanAction.reading(
            "user_show",
            "One user; without id the caller. Parameter: id (id or name).",
            this::show),
        CkanAction.reading(
            "user_autocomplete",
            "Users whose name contains a text. Parameters: q, limit, ignore_self.",
            this::complete),
        CkanAction.writing(
            "user_create",
            "Makes a user; for sysadmins. Parameters: name, email, password (checked and forgotten:"
                + " who writes shows a token), fullname, about, image_url, image_upload (a file),"
                + " id.",
            in -> create(Pictures.described(in, site.catalog().identity()))),
        CkanAction.writing(
            "user_update",
            "Replaces what is known of a user: the own account, or any for sysadmins. Parameters:"
                + " id, email, fullname, about, image_url, image_upload (a file) or clear_upload;"
                + " sysadmin for sysadmins.",
            in -> change(Pictures.described(in, site.catalog().identity()), false)),
        CkanAction.writing(
            "user_patch",
            "Changes what is given of a user. Parameters as of user_update.",
            in -> change(Pictures.described(in, site.catalog().identity()), true)),
        CkanAction.writing(
            "user_delete",
            "Takes a user away with all tokens and memberships; for sysadmins. Parameter: id.",
            this::delete),
        CkanAction.writing(
            "user_invite",
            "Always denied: this server sends no mail. A sysadmin makes users with user_create.",
            in -> {
              throw CkanException.denied(
                  "This server sends no mail. Make the user with user_create.");
            }));
  }

  /** Users are seen by users alone, unless the operator opens them to all. */
  boolean mayBeSeenBy(Caller caller) {
    return publicUsers || !caller.isAnonymous();
  }

  /** Who is anything in an organization or group, each with the capacity. */
  List<ObjectNode> members(String groupId, Caller caller) {
    return accounts.members(groupId).stream()
        .flatMap(
            member ->
                accounts.find(member.userId()).stream()
                    .map(
                        user ->
                            CkanUser.of(user, caller, datasets(user))
                                .put("capacity", member.capacity().word())))
        .toList();
  }

  private void requireSeenBy(Caller caller) {
    if (!mayBeSeenBy(caller)) {
      throw CkanException.denied("User not authorized to see users");
    }
  }

  private List<User> present() {
    return accounts.users().stream().filter(user -> !user.isDeleted()).toList();
  }

  private static boolean contains(User user, String part) {
    return user.name().contains(part) || user.displayName().toLowerCase(Locale.ROOT).contains(part);
  }

  private CkanResult list(CkanParams in) {
    requireSeenBy(in.caller());
    var part = in.text("q").orElse("").strip().toLowerCase(Locale.ROOT);
    var email = in.text("email").filter(text -> in.caller().isSysadmin());
    var found =
        present().stream()
            .filter(user -> contains(user, part))
            .filter(user -> email.isEmpty() || email.equals(user.email()))
            .sorted(Comparator.comparing(User::name))
            .toList();
    if (!in.flag("all_fields", true)) {
      return CkanResult.ofTexts(found.stream().map(User::name).toList());
    }
    var counts = site.countsByValue(IndexField.CREATOR);
    return CkanResult.of(
        found.stream()
            .map(user -> CkanUser.of(user, in.caller(), counts.getOrDefault(user.id(), 0L)))
            .toList());
  }

  private CkanResult show(CkanParams in) {
    var id = in.text("id").or(() -> in.caller().userId());
    if (id.isEmpty()) {
      throw CkanException.notFound("User");
    }
    requireSeenBy(in.caller());
    var user = require(id.get(), in.caller());
    return shown(user, in.caller());
  }

  private CkanResult shown(User user, Caller caller) {
    return CkanResult.of(CkanUser.of(user, caller, datasets(user)));
  }

  private long datasets(User user) {
    return site.datasetsWith(IndexField.CREATOR, user.id(), 0).total();
  }

  private CkanResult complete(CkanParams in) {
    requireSeenBy(in.caller());
    var part = in.required("q").strip().toLowerCase(Locale.ROOT);
    var limit = in.natural("limit").orElse(MOST_COMPLETIONS);
    in.throwIfProblems();
    var ignoresSelf = in.flag("ignore_self", false);
    return CkanResult.of(
        present().stream()
            .filter(user -> contains(user, part))
            .filter(user -> !ignoresSelf || !in.caller().is(user.id()))
            .limit(limit)
            .map(
                user ->
                    CkanJson.MAPPER
                        .createObjectNode()
                        .put("id", user.id())
                        .put("name", user.name())
                        .put("fullname", user.fullName().orElse("")))
            .toList());
  }

  /** Deleted users are there for sysadmins alone. */
  private User require(String idOrName, Caller caller) {
    return accounts
        .find(idOrName)
        .filter(user -> caller.isSysadmin() || !user.isDeleted())
        .orElseThrow(() -> CkanException.notFound("User"));
  }

  // Writing.

  static void requireSysadmin(Caller caller, String what) {
    if (!caller.isSysadmin()) {
      throw CkanException.denied(
          "User " + PackageEditor.name(caller) + " not authorized to " + what);
    }
  }

  private CkanResult create(CkanParams in) {
    requireSysadmin(in.caller(), "create users");
    var name = checkedName(in);
    if (in.text("email").filter(text -> !text.isBlank()).isEmpty()) {
      in.problem("email", "Missing value");
    }
    checkPassword(in, true);
    checkEmail(in);
    in.throwIfProblems();
    var id = in.text("id").orElseGet(() -> UUID.randomUUID().toString());
    var user =
        accounts.changing(
            change -> {
              if (change.accounts().findUser(name).isPresent()) {
                throw CkanException.invalid("name", "That login name is not available.");
              }
              if (change.accounts().findUser(id).isPresent()) {
                throw CkanException.invalid("id", "That id is not available.");
              }
              var bare = User.named(id, name, change.now());
              return change.put(described(bare, in, false));
            });
    return shown(user, in.caller());
  }

  private static String checkedName(CkanParams in) {
    var json = in.json().path("name");
    if (json.isMissingNode() || json.isNull() || json.asText().isBlank()) {
      in.problem("name", "Missing value");
      return "";
    }
    PackageRules.nameProblem(json).ifPresent(message -> in.problem("name", message));
    return json.asText().strip();
  }

  private static void checkPassword(CkanParams in, boolean isNeeded) {
    var password = in.text("password");
    if (password.isEmpty() && isNeeded) {
      in.problem("password", "Missing value");
    }
    if (password.filter(text -> text.length() < SHORTEST_PASSWORD).isPresent()) {
      in.problem("password", "Your password must be 8 characters or longer");
    }
  }

  private static void checkEmail(CkanParams in) {
    in.text("email")
        .map(String::strip)
        .filter(text -> !text.isEmpty() && !CkanMail.isAddress(text))
        .ifPresent(text -> in.problem("email", CkanMail.problem(text)));
  }

  private CkanResult change(CkanParams in, boolean keepsTheRest) {
    var before = require(in.required("id"), in.caller());
    if (!in.caller().is(before.id())) {
      requireSysadmin(in.caller(), "edit user " + before.id());
    }
    if (in.text("name").filter(name -> !name.equals(before.name())).isPresent()) {
      in.problem("name", "That login name can not be modified.");
    }
    checkPassword(in, false);
    checkEmail(in);
    in.throwIfProblems();
    var user =
        accounts.changing(
            change -> {
              var now = change.accounts().findUser(before.id()).orElseThrow();
              return change.put(rights(described(now, in, keepsTheRest), in));
            });
    return shown(user, in.caller());
  }

  private static User described(User user, CkanParams in, boolean keepsTheRest) {
    return new User(
        user.id(),
        user.name(),
        text(in, "fullname", user.fullName(), keepsTheRest),
        text(in, "email", user.email(), true),
        text(in, "about", user.about(), keepsTheRest),
        text(in, "image_url", user.imageUrl(), keepsTheRest),
        user.isSysadmin(),
        user.isDeleted(),
        user.created());
  }

  /** An absent one stays or goes; an empty one goes. */
  private static Optional<String> text(
      CkanParams in, String key, Optional<String> before, boolean keeps) {
    return (in.json().has(key) || !keeps ? in.text(key) : before)
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  /** Only a sysadmin gives or takes rights, and brings a deleted user back. */
  private static User rights(User user, CkanParams in) {
    if (!in.caller().isSysadmin()) {
      return user;
    }
    var isDeleted = in.text("state").map("deleted"::equals).orElse(user.isDeleted());
    return user.withSysadmin(in.flag("sysadmin", user.isSysadmin())).withDeleted(isDeleted);
  }

  private CkanResult delete(CkanParams in) {
    requireSysadmin(in.caller(), "delete users");
    var user = require(in.required("id"), in.caller());
    accounts.changing(
        change -> {
          change.delete(user);
          return user;
        });
    return out -> out.writeNull();
  }
}
