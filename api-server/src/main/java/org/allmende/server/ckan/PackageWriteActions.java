package org.allmende.server.ckan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.accounts.Caller;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.catalog.model.DatasetState;

/** The actions that make, change and remove datasets ({@code ckan-api.md} 8.1). */
final class PackageWriteActions {

  private final CkanSite site;
  private final PackageEditor editor;

  PackageWriteActions(CkanSite site, PackageEditor editor) {
    this.site = site;
    this.editor = editor;
  }

  List<CkanAction> actions() {
    return List.of(
        CkanAction.writing(
            "package_create",
            "Makes a dataset. Parameters: name, owner_org, and the other fields of a dataset.",
            this::create),
        CkanAction.writing(
            "package_update",
            "Replaces a dataset: absent texts, tags and extras are cleared, absent groups,"
                + " resources, owner_org, private and name stay. Parameters: id or name, and the"
                + " fields of a dataset.",
            this::update),
        CkanAction.writing(
            "package_patch",
            "Changes the named fields of a dataset. Parameters: id, and any fields.",
            this::patch),
        CkanAction.writing(
            "package_revise",
            "Changes parts of a dataset if it is as it must be. Parameters: match, filter, update,"
                + " include, and the same as paths such as update__resources__0__name.",
            this::revise),
        CkanAction.writing(
            "package_delete",
            "Takes a dataset out: its state becomes deleted. Parameter: id.",
            this::delete),
        CkanAction.writing(
            "dataset_purge",
            "Removes a dataset for good, sysadmins only: old revisions are emptied of text, files"
                + " that nothing else names are removed, a tombstone remains. Parameter: id.",
            this::purge),
        CkanAction.writing(
            "package_resource_reorder",
            "Puts resources first in this order. Parameters: id, order (list of resource ids, may"
                + " be partial).",
            this::reorder),
        CkanAction.writing(
            "package_owner_org_update",
            "Moves a dataset to another organization. Parameters: id, organization_id.",
            this::move),
        CkanAction.writing(
            "bulk_update_private",
            "Makes datasets of an organization private. Parameters: datasets (ids), org_id.",
            in -> bulk(in, record -> record.withPrivate(true))),
        CkanAction.writing(
            "bulk_update_public",
            "Makes datasets of an organization public. Parameters: datasets (ids), org_id.",
            in -> bulk(in, record -> record.withPrivate(false))),
        CkanAction.writing(
            "bulk_update_delete",
            "Takes datasets of an organization out. Parameters: datasets (ids), org_id.",
            in -> bulk(in, PackageWriteActions::gone)));
  }

  private CkanResult create(CkanParams in) {
    return shown(editor.create(in.json(), in.caller()));
  }

  private CkanResult update(CkanParams in) {
    var sent = in.json();
    if (in.text("id").isEmpty() && in.text("name").isEmpty()) {
      throw CkanException.invalid("id", "Missing value");
    }
    var entry = found(in.required("id", "name"), in.caller());
    return shown(editor.change(entry, in.caller(), now -> Absences.update(now, sent)).entry());
  }

  private CkanResult patch(CkanParams in) {
    var sent = in.json();
    var entry = found(in.required("id"), in.caller());
    return shown(editor.change(entry, in.caller(), now -> Absences.patch(now, sent)).entry());
  }

  private CkanResult revise(CkanParams in) {
    var revision = PackageRevision.of(in);
    var entry = found(revision.idOrName(), in.caller());
    var address = site.catalog().identity().url() + "/dataset/" + entry.addresses().id();
    var at = site.catalog().clock().instant();
    var written =
        editor.change(entry, in.caller(), now -> revision.applied(now, address + "/resource/", at));
    var shown = revision.shown(site.packages().read(written.entry()).tree());
    return CkanResult.changing(
        written.entry(),
        out -> {
          out.writeStartObject();
          out.writeFieldName("package");
          CkanJson.MAPPER.writeTree(out, shown);
          out.writeEndObject();
        });
  }

  /** A dataset that the caller may change; 404 when there is none, 403 when he may not. */
  private CatalogEntry found(String idOrName, Caller caller) {
    var entry = site.known(idOrName);
    PackageEditor.requireMayEdit(entry, caller);
    return entry;
  }

  private CkanResult shown(CatalogEntry entry) {
    return CkanResult.changing(entry, site.packages().result(entry));
  }

  private static CkanResult nothing(List<CatalogEntry> changed) {
    return CkanResult.changing(changed, out -> out.writeNull());
  }

  private CkanResult delete(CkanParams in) {
    var entry = found(in.required("id"), in.caller());
    return nothing(List.of(delete(entry, in.caller())));
  }

  private CatalogEntry delete(CatalogEntry entry, Caller caller) {
    return editor.changeRecord(entry, caller, PackageWriteActions::gone).entry();
  }

  private static CatalogRecord gone(CatalogRecord record) {
    return record.withState(DatasetState.WITHDRAWN);
  }

  private CkanResult purge(CkanParams in) {
    var entry = site.known(in.required("id"));
    if (!in.caller().isSysadmin()) {
      throw CkanException.denied(
          "User " + PackageEditor.name(in.caller()) + " not authorized to purge packages");
    }
    return nothing(List.of(editor.purge(entry, in.caller())));
  }

  private CkanResult reorder(CkanParams in) {
    var entry = found(in.required("id"), in.caller());
    var order = in.list("order");
    if (order.isEmpty()) {
      throw CkanException.invalid("order", "Missing value");
    }
    var changed = editor.change(entry, in.caller(), now -> reordered(now, order)).entry();
    return CkanResult.changing(
        changed,
        out -> {
          out.writeStartObject();
          out.writeStringField("id", changed.addresses().id());
          out.writeFieldName("order");
          CkanResult.ofTexts(
                  site.packages().read(changed).resources().stream()
                      .map(resource -> resource.address().id())
                      .toList())
              .writeTo(out);
          out.writeEndObject();
        });
  }

  /** The named resources first, in their order; the others behind them, in theirs. */
  private static ObjectNode reordered(ObjectNode json, List<String> order) {
    var left = new ArrayList<>(Absences.elements(json, "resources"));
    var sorted = CkanJson.MAPPER.createArrayNode();
    for (var id : order) {
      var named = left.stream().filter(r -> r.path("id").asText().equals(id)).findFirst();
      if (named.isEmpty()) {
        throw CkanException.invalid("order", "resource id \"" + id + "\" is not in the package");
      }
      left.remove(named.get());
      sorted.add(named.get());
    }
    sorted.addAll(left);
    return json.set("resources", sorted);
  }

  private CkanResult move(CkanParams in) {
    var entry = found(in.required("id"), in.caller());
    var organization = in.required("organization_id");
    var moved = editor.change(entry, in.caller(), now -> now.put("owner_org", organization));
    return nothing(List.of(moved.entry()));
  }

  /** All of them are looked at before the first is changed. */
  private CkanResult bulk(CkanParams in, UnaryOperator<CatalogRecord> change) {
    var asked = in.required("org_id");
    var organization =
        site.catalog()
            .findOrganization(asked)
            .orElseThrow(() -> CkanException.notFound("Organization was not found."));
    if (!in.caller().mayEdit(organization.id())) {
      throw CkanException.denied(
          "User " + PackageEditor.name(in.caller()) + " not authorized to update organization");
    }
    var ids = in.list("datasets");
    if (ids.isEmpty()) {
      throw CkanException.invalid("datasets", "Missing value");
    }
    var entries = ids.stream().distinct().map(site::known).toList();
    entries.stream()
        .filter(entry -> !entry.publisher().id().equals(organization.id()))
        .findFirst()
        .ifPresent(
            stranger -> {
              throw CkanException.invalid(
                  "datasets",
                  "Dataset " + stranger.addresses().id() + " is not of this organization");
            });
    return nothing(
        entries.stream()
            .map(entry -> editor.changeRecord(entry, in.caller(), change).entry())
            .toList());
  }
}
