package org.allmende.server.ckan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.allmende.catalog.search.IndexField;
import org.allmende.vocab.codelist.CodeLists;

/** The actions about tags, licenses and the site itself ({@code ckan-api.md} 7.3, 7.4). */
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
            "tag_list",
            "The names of all tags in use. Parameters: query, all_fields.",
            this::listTags),
        CkanAction.reading(
            "license_list", "All licenses of DCAT-AP.de. No parameters.", in -> licenses()),
        CkanAction.reading(
            "status_show", "What this site is and which CKAN it behaves like.", in -> status()),
        CkanAction.reading("help_show", "What an action does. Parameter: name.", this::showHelp));
  }

  private CkanResult listTags(CkanParams in) {
    var part = in.text("query").or(() -> in.text("q")).orElse("").strip().toLowerCase(Locale.ROOT);
    var tags = new TreeMap<String, CkanTag>();
    for (var count : site.counts(IndexField.KEYWORD)) {
      CkanTag.of(count.value(), site.catalog().identity())
          .filter(tag -> tag.name().toLowerCase(Locale.ROOT).contains(part))
          .ifPresent(tag -> tags.putIfAbsent(tag.name(), tag));
    }
    return in.flag("all_fields", false)
        ? CkanResult.ofAll(tags.values().stream().map(tag -> (CkanResult) tag::writeTo).toList())
        : CkanResult.ofTexts(new ArrayList<>(tags.keySet()));
  }

  private CkanResult licenses() {
    return CkanResult.ofAll(
        CodeLists.licenses().concepts().stream()
            .map(license -> CkanLicense.listed(license, site.language()))
            .toList());
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
      out.writeString("dcat");
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
