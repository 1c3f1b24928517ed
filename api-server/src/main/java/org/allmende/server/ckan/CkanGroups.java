package org.allmende.server.ckan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.allmende.catalog.accounts.Accounts;
import org.allmende.catalog.accounts.Caller;
import org.allmende.catalog.accounts.Group;

/**
 * The groups that a package names ({@code ckan-api.md} 5.8): themes, which anybody who may edit the
 * package may choose, and groups of our own, which their members may fill.
 */
final class CkanGroups {

  private CkanGroups() {}

  /**
   * The package with each of its groups by name.
   *
   * @param shown the groups that it has stay, whoever writes
   * @throws CkanException 404 for a group that does not exist, 403 for one that the caller may not
   *     fill
   */
  static ObjectNode resolve(ObjectNode json, PackageForm shown, Caller caller, Accounts accounts) {
    var resolved = json.deepCopy();
    var list = resolved.putArray("groups");
    for (var group : json.path("groups")) {
      var name = name(group, shown, accounts);
      if (!shown.groups().contains(name)) {
        requireMayFill(name, caller);
      }
      list.addObject().put("name", name);
    }
    return resolved;
  }

  private static String name(JsonNode group, PackageForm shown, Accounts accounts) {
    var asked =
        PackageForm.written(group.path("id"))
            .or(() -> PackageForm.written(group.path("name")))
            .map(String::strip)
            .orElse("");
    return find(asked, accounts)
        .or(() -> PackageForm.written(group.path("name")).flatMap(name -> find(name, accounts)))
        .or(() -> Optional.of(asked).filter(shown.groups()::contains))
        .orElseThrow(() -> CkanException.notFound("Group \"" + asked + "\" was not found."));
  }

  private static Optional<String> find(String nameOrId, Accounts accounts) {
    return CkanGroup.findTheme(nameOrId)
        .map(CkanGroup::nameOf)
        .or(
            () ->
                accounts
                    .findGroup(Group.Kind.GROUP, nameOrId)
                    .filter(Group::isActive)
                    .map(group -> group.name().value()));
  }

  private static void requireMayFill(String name, Caller caller) {
    if (CkanGroup.findTheme(name).isEmpty() && !caller.mayFill(name)) {
      throw CkanException.denied(
          "User " + PackageEditor.name(caller) + " not authorized to edit group " + name);
    }
  }
}
