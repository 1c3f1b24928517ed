package org.allmende.server.ckan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.accounts.Caller;
import org.allmende.catalog.accounts.User;
import org.allmende.server.TestSite;

/** Edits packages of a test site as a sysadmin, without HTTP between. */
final class Edits {

  static final Caller SYSADMIN =
      Caller.of(User.named("u1", "writer", TestSite.NOW).withSysadmin(true), List.of());

  private final TestSite test;
  private final CkanSite site;
  private final PackageEditor editor;

  Edits(TestSite test) {
    this.test = test;
    this.site = new CkanSite(test.catalog(), test::search, test.position(), test.packages());
    this.editor = new PackageEditor(site);
  }

  /** What {@code package_show} gives. */
  ObjectNode shown(CatalogEntry entry) {
    return site.packages().read(current(entry)).tree();
  }

  CatalogEntry current(CatalogEntry entry) {
    return test.catalog().find(entry.uri()).orElseThrow();
  }

  /** {@code package_update} with the shown JSON after a change; tells whether anything changed. */
  boolean update(CatalogEntry entry, Consumer<ObjectNode> change) {
    var sent = shown(entry);
    change.accept(sent);
    return update(entry, sent);
  }

  boolean update(CatalogEntry entry, ObjectNode sent) {
    return editor.change(current(entry), SYSADMIN, now -> Absences.update(now, sent)).isChanged();
  }

  CatalogEntry create(ObjectNode sent) {
    return editor.create(sent, SYSADMIN);
  }

  /** The value of an extra; a missing node when there is none. */
  static JsonNode extra(JsonNode shown, String key) {
    for (var extra : shown.path("extras")) {
      if (extra.path("key").asText().equals(key)) {
        return extra.path("value");
      }
    }
    return shown.path("no such extra");
  }

  /** Sets an extra, or takes it away with an empty value. */
  static void setExtra(ObjectNode json, String key, String value) {
    var list = json.withArray("extras");
    for (var i = list.size() - 1; i >= 0; i--) {
      if (list.get(i).path("key").asText().equals(key)) {
        list.remove(i);
      }
    }
    if (!value.isEmpty()) {
      list.addObject().put("key", key).put("value", value);
    }
  }
}
