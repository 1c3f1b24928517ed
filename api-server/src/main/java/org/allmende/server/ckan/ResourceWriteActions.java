package org.allmende.server.ckan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.accounts.Caller;

/** The actions that make, change and remove single resources ({@code ckan-api.md} 8.3, 9). */
final class ResourceWriteActions {

  private final CkanSite site;
  private final PackageEditor editor;

  ResourceWriteActions(CkanSite site, PackageEditor editor) {
    this.site = site;
    this.editor = editor;
  }

  List<CkanAction> actions() {
    return List.of(
        CkanAction.writing(
            "resource_create",
            "Adds a resource to a dataset. Parameters: package_id, url, and other fields.",
            this::create),
        CkanAction.writing(
            "resource_update",
            "Replaces a resource; an upload stays when its url does. Parameters: id, and all"
                + " fields.",
            this::update),
        CkanAction.writing(
            "resource_patch",
            "Changes the named fields of a resource. Parameters: id, and any fields.",
            this::patch),
        CkanAction.writing("resource_delete", "Removes a resource. Parameter: id.", this::delete));
  }

  private CkanResult create(CkanParams in) {
    var sent = in.json();
    var entry = site.known(in.required("package_id"));
    PackageEditor.requireMayEdit(entry, in.caller());
    var id = in.text("id").filter(text -> !text.isBlank()).orElse(UUID.randomUUID().toString());
    if (site.catalog().findByDistribution(id).isPresent()) {
      throw CkanException.invalid("id", "Resource id already exists.");
    }
    var resource = sent.deepCopy().put("id", id);
    var written =
        unwrapped(
            () ->
                editor.change(
                    entry,
                    in.caller(),
                    now -> {
                      resources(now).add(withFile(resource.deepCopy(), now, in));
                      return now;
                    }));
    return shown(written.entry(), id);
  }

  /** The resource with the file that came with the call, or without the one it had. */
  private ObjectNode withFile(ObjectNode resource, ObjectNode dataset, CkanParams in) {
    var upload = in.uploads().get("upload");
    if (upload != null) {
      var address = site.catalog().identity().url() + "/dataset/";
      var id = dataset.path("id").asText();
      return upload.describe(
          resource, address + id + "/resource/", site.catalog().clock().instant());
    }
    if (in.flag("clear_upload", false)) {
      CkanUpload.forget(resource);
      if (in.text("url").isEmpty()) {
        resource.put("url", "");
      }
    }
    return resource;
  }

  private CkanResult update(CkanParams in) {
    var sent = in.json();
    return change(in, now -> sent);
  }

  private CkanResult patch(CkanParams in) {
    var sent = in.json();
    return change(
        in,
        now -> {
          sent.properties().forEach(field -> now.set(field.getKey(), field.getValue()));
          return now;
        });
  }

  private CkanResult change(CkanParams in, UnaryOperator<ObjectNode> change) {
    var id = in.required("id");
    var entry = found(id, in.caller());
    var written =
        unwrapped(
            () ->
                editor.change(
                    entry,
                    in.caller(),
                    now -> {
                      var place = place(now, id);
                      var resource = (ObjectNode) resources(now).get(place);
                      var wanted = change.apply(resource.deepCopy()).deepCopy().put("id", id);
                      resources(now).set(place, withFile(moved(wanted, resource), now, in));
                      return now;
                    }));
    return shown(written.entry(), id);
  }

  /** Another address leads to another file: what was said of the upload is no longer true. */
  private static ObjectNode moved(ObjectNode wanted, ObjectNode now) {
    var wasUpload = now.path("url_type").asText().equals("upload");
    if (wasUpload && !wanted.path("url").equals(now.path("url"))) {
      CkanUpload.forget(wanted);
    }
    return wanted;
  }

  private CkanResult delete(CkanParams in) {
    var id = in.required("id");
    var entry = found(id, in.caller());
    var written =
        editor.change(
            entry,
            in.caller(),
            now -> {
              resources(now).remove(place(now, id));
              return now;
            });
    return CkanResult.changing(written.entry(), out -> out.writeNull());
  }

  private CatalogEntry found(String id, Caller caller) {
    var entry = site.knownByResource(id);
    PackageEditor.requireMayEdit(entry, caller);
    return entry;
  }

  private static ArrayNode resources(ObjectNode json) {
    return json.withArray("resources");
  }

  /** Where a resource stands; 404 when its dataset no longer has it. */
  private static int place(ObjectNode json, String id) {
    var resources = resources(json);
    for (var place = 0; place < resources.size(); place++) {
      if (resources.get(place).path("id").asText().equals(id)) {
        return place;
      }
    }
    throw CkanException.notFound("Resource was not found.");
  }

  /** Errors of the one resource stand at the top (3.4). */
  private static <T> T unwrapped(Supplier<T> change) {
    try {
      return change.get();
    } catch (CkanException e) {
      throw e.details().get("resources") instanceof List<?> items
          ? CkanException.invalidFields(only(items))
          : e;
    }
  }

  private static Map<String, Object> only(List<?> items) {
    Map<String, Object> found = new LinkedHashMap<>();
    for (var item : items) {
      if (item instanceof Map<?, ?> problems) {
        problems.forEach((key, messages) -> found.put(String.valueOf(key), messages));
      }
    }
    return found;
  }

  private CkanResult shown(CatalogEntry entry, String id) {
    JsonNode tree = site.packages().read(entry).tree();
    for (var resource : tree.path("resources")) {
      if (resource.path("id").asText().equals(id)) {
        return CkanResult.changing(entry, out -> CkanJson.MAPPER.writeTree(out, resource));
      }
    }
    throw CkanException.notFound("Resource was not found."); // taken away by another call since
  }
}
