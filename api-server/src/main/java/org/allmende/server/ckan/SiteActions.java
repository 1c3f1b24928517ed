package org.allmende.server.ckan;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.allmende.vocab.codelist.CodeLists;

/** The actions about licenses and the site itself ({@code ckan-api.md} 7.3, 7.4). */
final class SiteActions {

  /** Clients read digits and dots, and choose what to ask by them. */
  private static final String CKAN_VERSION = "2.11.3";

  private final CkanSite site;
  private final Supplier<Map<String, CkanAction>> all;

  /**
   * @param all every action by name, for {@code help_show}
   */
  SiteActions(CkanSite site, Supplier<Map<String, CkanAction>> all) {
    this.site = site;
    this.all = all;
  }

  List<CkanAction> actions() {
    return List.of(
        CkanAction.reading(
            "license_list",
            "All licenses of DCAT-AP.de, then CKAN's own ids as further names of these.",
            in -> licenses()),
        CkanAction.reading(
            "site_read", "Whether anybody may read here: yes.", in -> CkanResult.of(true)),
        CkanAction.reading(
            "status_show", "What this site is and which CKAN it behaves like.", in -> status()),
        CkanAction.reading("help_show", "What an action does. Parameter: name.", this::showHelp));
  }

  private CkanResult licenses() {
    var listed =
        CodeLists.licenses().concepts().stream()
            .map(license -> CkanLicense.listed(license.iri(), license, site.language()));
    return CkanResult.ofAll(Stream.concat(listed, CkanLicense.builtIn(site.language())).toList());
  }

  /** The object of {@code status_show}. */
  CkanResult status() {
    var settings = site.catalog().settings();
    return out -> {
      out.writeStartObject();
      CkanJson.text(out, "site_title", settings.title().in(settings.language()));
      CkanJson.text(out, "site_description", settings.description().in(settings.language()));
      out.writeStringField("site_url", site.catalog().identity().url());
      out.writeStringField("ckan_version", CKAN_VERSION);
      CkanJson.nothing(out, "error_emails_to");
      out.writeStringField("locale_default", settings.language());
      out.writeArrayFieldStart("extensions");
      for (var extension : List.of("activity", "dcat", "harvest", "spatial_query")) {
        out.writeString(extension);
      }
      out.writeEndArray();
      out.writeEndObject();
    };
  }

  private CkanResult showHelp(CkanParams in) {
    var action = all.get().get(in.required("name"));
    if (action == null) {
      throw CkanException.notFound("Action function not found");
    }
    return out -> out.writeString(action.help());
  }
}
