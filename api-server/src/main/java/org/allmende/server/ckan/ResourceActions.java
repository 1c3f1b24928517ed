package org.allmende.server.ckan;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.allmende.catalog.search.Page;

/** Searching resources ({@code ckan-api.md} 7.1). */
final class ResourceActions {

  private static final Duration LONGEST_SEARCH = Duration.ofSeconds(10);

  private final ResourceSearch search;

  ResourceActions(CkanSite site) {
    this.search = new ResourceSearch(site, LONGEST_SEARCH);
  }

  List<CkanAction> actions() {
    return List.of(
        CkanAction.reading(
            "resource_search",
            "Resources whose fields contain texts, in whatever case. Parameters: query (field:text,"
                + " one or several that must all hold), order_by, offset, limit (at most 1,000).",
            this::find));
  }

  private CkanResult find(CkanParams in) {
    var limit = Math.min(in.natural("limit").orElse(Page.MAX_LIMIT), Page.MAX_LIMIT);
    var offset = in.natural("offset").orElse(0);
    in.throwIfProblems();
    var terms = in.list("query").stream().map(ResourceActions::term).toList();
    if (terms.isEmpty()) {
      throw CkanException.invalidText("query", "Missing value");
    }
    var order = in.text("order_by").filter(text -> !text.isBlank());
    order.ifPresent(ResourceActions::requireField);
    var found = search.run(terms, order, offset, limit);
    return out -> {
      out.writeStartObject();
      out.writeNumberField("count", found.count());
      out.writeFieldName("results");
      CkanJson.MAPPER.writeValue(out, found.resources());
      out.writeEndObject();
    };
  }

  private static ResourceSearch.Term term(String text) {
    var colon = text.indexOf(':');
    if (colon < 0) {
      throw CkanException.invalidText("query", "Must be <field>:<value> pair(s)");
    }
    var field = text.substring(0, colon).strip();
    requireField(field);
    return new ResourceSearch.Term(field, text.substring(colon + 1).toLowerCase(Locale.ROOT));
  }

  private static void requireField(String field) {
    if (!ResourceSearch.FIELDS.contains(field)) {
      throw CkanException.invalidText(
          "query", "Field \"" + field + "\" not recognised in resource_search.");
    }
  }
}
