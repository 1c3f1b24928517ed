package org.allmende.server.ckan;

import java.util.List;
import java.util.stream.Stream;
import org.allmende.catalog.CatalogEntry;

/**
 * The actions about views of resources ({@code ckan-api.md} 7.1, 8.3). There are none here: the
 * pages show data themselves. Who asks for one gets an empty list, as from a CKAN that cannot show
 * the format.
 */
final class ResourceViewActions {

  private final CkanSite site;

  ResourceViewActions(CkanSite site) {
    this.site = site;
  }

  List<CkanAction> actions() {
    return Stream.of(reading(), making(), changing()).flatMap(List::stream).toList();
  }

  private List<CkanAction> reading() {
    return List.of(
        CkanAction.reading(
            "resource_view_list",
            "The views of a resource: none, the pages show data themselves. Parameter: id.",
            in -> {
              site.visibleByResource(in.required("id"), in.caller());
              return CkanResult.of(List.of());
            }),
        CkanAction.reading(
            "resource_view_show",
            "One view of a resource: there is none. Parameter: id.",
            ResourceViewActions::notThere));
  }

  private List<CkanAction> making() {
    var help = "Makes no view and answers with an empty list. Parameter: ";
    return List.of(
        CkanAction.writing(
            "resource_view_create",
            help + "resource_id.",
            in -> none(in, site.knownByResource(in.required("resource_id")))),
        CkanAction.writing(
            "resource_create_default_resource_views",
            help + "resource (with its id).",
            in -> none(in, site.knownByResource(idOf(in, "resource")))),
        CkanAction.writing(
            "package_create_default_resource_views",
            help + "package (with its id).",
            in -> none(in, site.known(idOf(in, "package")))));
  }

  private List<CkanAction> changing() {
    return List.of(
        CkanAction.writing(
            "resource_view_update",
            "Changes a view: there is none. Parameter: id.",
            ResourceViewActions::notThere),
        CkanAction.writing(
            "resource_view_delete",
            "Removes a view: there is none. Parameter: id.",
            ResourceViewActions::notThere),
        CkanAction.writing(
            "resource_view_reorder",
            "Puts the views of a resource in order: there are none. Parameter: id (of the"
                + " resource).",
            in -> {
              var id = in.required("id");
              requireMayEdit(in, site.knownByResource(id));
              var order = CkanJson.MAPPER.createObjectNode().put("id", id);
              order.putArray("order");
              return CkanResult.of(order);
            }),
        CkanAction.writing(
            "resource_view_clear",
            "Removes all views, of which there are none; for sysadmins.",
            in -> {
              OperatorActions.requireSysadmin(in, "resource_view_clear");
              return out -> out.writeNull();
            }));
  }

  /** The id in an object that was sent whole. */
  private static String idOf(CkanParams in, String parameter) {
    var id = in.json().path(parameter).path("id").asText("");
    if (id.isEmpty()) {
      throw CkanException.invalid(parameter, "Missing value");
    }
    return id;
  }

  private static CkanResult none(CkanParams in, CatalogEntry entry) {
    requireMayEdit(in, entry);
    return CkanResult.of(List.of());
  }

  private static void requireMayEdit(CkanParams in, CatalogEntry entry) {
    PackageEditor.requireMayEdit(entry, in.caller());
  }

  private static CkanResult notThere(CkanParams in) {
    throw CkanException.notFound(in.required("id"));
  }
}
