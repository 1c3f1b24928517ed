package org.allmende.server.ckan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.accounts.Caller;
import org.allmende.catalog.search.Hit;
import org.allmende.catalog.search.Page;

/** Puts datasets into groups, own ones and themes, and takes them out. */
final class GroupContents {

  private final CkanSite site;
  private final PackageEditor editor;

  GroupContents(CkanSite site, PackageEditor editor) {
    this.site = site;
    this.editor = editor;
  }

  /** Puts a dataset into a group. */
  void put(CatalogEntry dataset, String group, Caller caller) {
    editor.change(dataset, caller, now -> with(now, group, true));
  }

  /** Takes a dataset out of a group. */
  void remove(CatalogEntry dataset, String group, Caller caller) {
    editor.change(dataset, caller, now -> with(now, group, false));
  }

  /** Makes these the datasets of a group; of the public ones that are in it, the others leave. */
  void replace(List<CatalogEntry> datasets, String group, Caller caller) {
    var wanted = new HashSet<Long>();
    datasets.forEach(dataset -> wanted.add(dataset.addresses().ordinal()));
    var leaving =
        site.datasetsWith(CkanFields.GROUPS, group, Page.MAX_LIMIT).hits().stream()
            .map(Hit::ordinal)
            .filter(ordinal -> !wanted.contains(ordinal))
            .toList();
    site.catalog().entries(leaving).forEach(dataset -> remove(dataset, group, caller));
    datasets.forEach(dataset -> put(dataset, group, caller));
  }

  private static ObjectNode with(ObjectNode json, String group, boolean puts) {
    var groups = CkanJson.MAPPER.createArrayNode();
    for (JsonNode other : json.path("groups")) {
      if (!other.path("name").asText().equals(group)) {
        groups.add(other);
      }
    }
    if (puts) {
      groups.addObject().put("name", group);
    }
    json.set("groups", groups);
    return json;
  }
}
