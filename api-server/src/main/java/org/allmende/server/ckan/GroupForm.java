package org.allmende.server.ckan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.accounts.AccountsChange;
import org.allmende.catalog.accounts.Caller;
import org.allmende.catalog.accounts.Capacity;
import org.allmende.catalog.accounts.Group;
import org.allmende.catalog.model.DatasetSlug;

/**
 * What a call says about an organization or a group ({@code ckan-api.md} 8.4), each field as far as
 * it was sent; problems are collected and told together.
 */
final class GroupForm {

  static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{2,100}");

  private final ObjectNode json;
  private final Map<String, Object> problems = new LinkedHashMap<>();

  GroupForm(ObjectNode json) {
    this.json = json;
  }

  boolean has(String key) {
    return json.has(key);
  }

  /** Whether a text says one of these; one that was not sent does when {@code keeps} says so. */
  boolean agrees(String key, boolean keeps, String... truths) {
    return has(key) ? List.of(truths).contains(text(key).orElse("")) : keeps;
  }

  /** A text; absent and null are the same. */
  Optional<String> text(String key) {
    var value = json.path(key);
    return value.isValueNode() && !value.isNull()
        ? Optional.of(value.asText().strip())
        : Optional.empty();
  }

  void problem(String key, Object message) {
    problems.putIfAbsent(key, message instanceof String text ? List.of(text) : message);
  }

  void throwIfProblems() {
    if (!problems.isEmpty()) {
      throw CkanException.invalidFields(problems);
    }
  }

  /** The name; missing or ill-formed ones are problems. */
  Optional<DatasetSlug> name() {
    if (json.path("name").isMissingNode() || json.path("name").isNull()) {
      problem("name", "Missing value");
      return Optional.empty();
    }
    var wrong = PackageRules.nameProblem(json.path("name"));
    wrong.ifPresent(message -> problem("name", message));
    return wrong.isPresent() ? Optional.empty() : text("name").map(DatasetSlug::new);
  }

  /** The group with what was sent; what was not stays when {@code keeps} says so, else goes. */
  Group over(Group before, boolean keeps) {
    var changed =
        before.withTexts(
            has("name") ? name().orElse(before.name()) : before.name(),
            text("title", before.title(), keeps),
            text("description", before.description(), keeps),
            text("image_url", before.imageUrl(), keeps));
    if (has("extras") || !keeps) {
      changed = changed.withExtras(extras());
    }
    return has("groups") ? changed.withParents(parents(before)) : changed;
  }

  private String text(String key, String before, boolean keeps) {
    return has(key) || !keeps ? text(key).orElse("") : before;
  }

  private Map<String, String> extras() {
    var extras = new TreeMap<String, String>();
    var wrong = new ArrayList<Map<String, List<String>>>();
    for (var extra : items("extras")) {
      var key = extra.path("key").asText("");
      var value = extra.path("value");
      if (key.isBlank()) {
        wrong.add(Map.of("key", List.of("Missing value")));
      } else if (value.isMissingNode()) {
        wrong.add(Map.of("value", List.of("Missing value")));
      } else {
        wrong.add(Map.of());
        if (extras.containsKey(key)) {
          problem("extras_validation", "Duplicate key \"" + key + "\"");
        }
        var text = value.isTextual() ? value.textValue() : value.toString();
        if (!value.isNull() && !text.isEmpty() && !extra.path("deleted").asBoolean()) {
          extras.put(key, text);
        }
      }
    }
    tellIfAny("extras", wrong);
    return extras;
  }

  private void tellIfAny(String key, List<Map<String, List<String>>> wrong) {
    if (wrong.stream().anyMatch(item -> !item.isEmpty())) {
      problem(key, wrong);
    }
  }

  private List<String> parents(Group child) {
    var names = new ArrayList<String>();
    for (var parent : items("groups")) {
      var name = parent.path("name").asText(parent.path("id").asText(""));
      if (name.equals(child.name().value()) || name.equals(child.id())) {
        problem("groups", "A group cannot stand above itself");
      } else if (!name.isEmpty() && !names.contains(name)) {
        names.add(name);
      }
    }
    return names;
  }

  /** The objects of a list; something else in their place is a 400. */
  List<JsonNode> items(String key) {
    var list = json.path(key);
    if (list.isMissingNode() || list.isNull()) {
      return List.of();
    }
    var items = new ArrayList<JsonNode>();
    list.forEach(items::add);
    if (!list.isArray() || !items.stream().allMatch(JsonNode::isObject)) {
      throw CkanException.integrity("Expected a list of objects for " + key, list.toString());
    }
    return items;
  }

  /** The datasets named; an unknown one is a problem of its place in the list. */
  List<CatalogEntry> packages(CkanSite site, Caller caller) {
    var packages = new ArrayList<CatalogEntry>();
    var wrong = new ArrayList<Map<String, List<String>>>();
    for (var item : items("packages")) {
      var name = item.path("id").asText(item.path("name").asText(""));
      var found = site.catalog().find(name).filter(caller::mayRead);
      wrong.add(found.isPresent() ? Map.of() : Map.of("id", List.of("Not found: Dataset")));
      found.ifPresent(
          dataset -> {
            PackageEditor.requireMayEdit(dataset, caller);
            packages.add(dataset);
          });
    }
    tellIfAny("packages", wrong);
    return packages;
  }

  /** What a user shall be. */
  record Member(String userId, Capacity capacity) {}

  /** The members named; an unknown user or capacity is a problem of its place in the list. */
  List<Member> members(AccountsChange change) {
    var members = new ArrayList<Member>();
    var wrong = new ArrayList<Map<String, List<String>>>();
    for (var item : items("users")) {
      var name = item.path("name").asText(item.path("id").asText(""));
      var user = change.accounts().findUser(name).filter(found -> !found.isDeleted());
      var capacity = Capacity.find(item.path("capacity").asText("member"));
      if (user.isEmpty()) {
        wrong.add(Map.of("name", List.of("User " + name + " does not exist")));
      } else if (capacity.isEmpty()) {
        wrong.add(Map.of("capacity", List.of("Known: admin, editor, member")));
      } else {
        wrong.add(Map.of());
        members.add(new Member(user.get().id(), capacity.get()));
      }
    }
    tellIfAny("users", wrong);
    return members;
  }
}
