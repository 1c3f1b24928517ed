package org.allmende.server.format.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.rdf.SparqlQuery;
import org.allmende.server.format.html.SparqlPage.Answer;
import org.allmende.server.format.html.SparqlPage.Cell;
import org.allmende.server.http.ParamReader;
import org.allmende.server.http.ProblemException;
import org.allmende.server.http.RouteTable;
import org.allmende.server.http.Routes;
import org.allmende.server.sparql.SparqlDesk;

/**
 * SPARQL for people ({@code web-ui.md} 7.6): a field, examples, the answer as a table. The query is
 * part of the address, so that it can be passed on.
 */
public final class SparqlPageRoutes implements Routes {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ROWS = 200;
  private static final String PREFIXES =
      """
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX foaf: <http://xmlns.com/foaf/0.1/>

      """;
  private static final Map<String, String> EXAMPLES = examples();

  private final SparqlDesk desk;
  private final Frames frames;
  private final PageSender sender = new PageSender();

  /**
   * @param desk answers the queries
   * @param site what the operator says about the site
   */
  public SparqlPageRoutes(SparqlDesk desk, Catalog catalog, Site site) {
    this.desk = desk;
    this.frames = new Frames(catalog, site, new StaticFiles(site));
  }

  private static Map<String, String> examples() {
    var examples = new LinkedHashMap<String, String>();
    examples.put(
        "titles",
        """
        SELECT ?dataset ?title WHERE {
          ?dataset a dcat:Dataset ; dct:title ?title .
        } ORDER BY ?title LIMIT 50
        """);
    examples.put(
        "formats",
        """
        SELECT ?format (COUNT(DISTINCT ?dataset) AS ?datasets) WHERE {
          ?dataset dcat:distribution/dct:format ?format .
        } GROUP BY ?format ORDER BY DESC(?datasets)
        """);
    examples.put(
        "publishers",
        """
        SELECT ?name (COUNT(?dataset) AS ?datasets) WHERE {
          ?dataset a dcat:Dataset ; dct:publisher/foaf:name ?name .
        } GROUP BY ?name ORDER BY DESC(?datasets)
        """);
    examples.put(
        "downloads",
        """
        SELECT ?title ?file WHERE {
          ?dataset dct:title ?title ; dcat:distribution/dcat:downloadURL ?file .
        } LIMIT 50
        """);
    return examples;
  }

  @Override
  public void addTo(RouteTable table) {
    table
        .get("/entwickler/sparql", ctx -> page(ctx, "de"))
        .get("/en/developers/sparql", ctx -> page(ctx, "en"));
  }

  private void page(Context ctx, String language) throws IOException {
    var asked = ParamReader.ofQuery(ctx.queryString()).text("query").strip();
    if (asked.isEmpty()) {
      var first = PREFIXES + EXAMPLES.get("titles");
      sender.send(ctx, "sparql.jte", new Sheet(language, first).page("", null));
      return;
    }
    var sheet = new Sheet(language, asked);
    try {
      sender.send(ctx, "sparql.jte", sheet.page("", answer(asked, sheet)));
    } catch (ProblemException e) {
      ctx.status(e.problem().status());
      e.problem().retryAfter().ifPresent(w -> ctx.header("Retry-After", "" + w.toSeconds()));
      sender.sendError(ctx, "sparql.jte", sheet.page(e.problem().detail(), null));
    }
  }

  private Answer answer(String asked, Sheet sheet) throws IOException {
    return desk.admitted(
        () -> {
          var query = SparqlQuery.parse(asked, List.of(), List.of());
          return switch (query.kind()) {
            case ROWS -> rows(JSON.readTree(bytes(query, SparqlRow.MEDIA_TYPE, ROWS + 1)), sheet);
            case BOOLEAN -> yesOrNo(JSON.readTree(bytes(query, SparqlRow.MEDIA_TYPE, 1)), sheet);
            case GRAPH -> triples(bytes(query, "text/turtle", ROWS), sheet);
          };
        });
  }

  private byte[] bytes(SparqlQuery query, String mediaType, long rows) {
    var out = new ByteArrayOutputStream();
    desk.answer(query, mediaType, rows, out);
    return out.toByteArray();
  }

  private static Answer rows(JsonNode json, Sheet sheet) {
    var columns = new ArrayList<String>();
    json.at("/head/vars").forEach(name -> columns.add(name.asText()));
    var rows = new ArrayList<List<Cell>>();
    for (var binding : json.at("/results/bindings")) {
      rows.add(columns.stream().map(column -> SparqlRow.cell(binding.path(column))).toList());
    }
    var shown = rows.subList(0, Math.min(ROWS, rows.size()));
    return new Answer(
        columns, shown, "", rows.size() > ROWS, sheet.forms("csv", "tsv", "json", "xml"));
  }

  private static Answer yesOrNo(JsonNode json, Sheet sheet) {
    var said = sheet.texts.get(json.path("boolean").asBoolean() ? "sparql.yes" : "sparql.no");
    return new Answer(List.of(), List.of(), said, false, sheet.forms("json", "xml"));
  }

  private static Answer triples(byte[] turtle, Sheet sheet) {
    var text = new String(turtle, StandardCharsets.UTF_8);
    return new Answer(
        List.of(), List.of(), text, false, sheet.forms("turtle", "ntriples", "jsonld", "rdfxml"));
  }

  /** How a value of SPARQL's JSON results is shown. */
  private static final class SparqlRow {
    static final String MEDIA_TYPE = "application/sparql-results+json";

    static Cell cell(JsonNode value) {
      var text = value.path("value").asText("");
      var isLink = value.path("type").asText().equals("uri") && Shown.isWebAddress(text);
      return new Cell(text, isLink ? text : "");
    }
  }

  /** The page in one language for one query. */
  private final class Sheet {
    private final Address address;
    private final Texts texts;
    private final String query;

    Sheet(String language, String query) {
      this.address = frames.address(language);
      this.texts = Texts.of(language);
      this.query = query;
    }

    SparqlPage page(String problem, @org.jspecify.annotations.Nullable Answer answer) {
      var title = texts.get("sparql.title");
      var heading = problem.isEmpty() ? title : texts.get("error.title", "what", title);
      var frame = frames.of(texts.language(), heading, Address::sparql);
      var limits = desk.limits();
      return new SparqlPage(
          answer == null && problem.isEmpty() ? frame : frame.notIndexed(),
          query,
          texts.get(
              "sparql.limits",
              "seconds",
              texts.number(limits.timeout().toSeconds()),
              "rows",
              texts.number(limits.rows()),
              "shown",
              texts.number(ROWS)),
          EXAMPLES.entrySet().stream()
              .map(
                  e ->
                      new SparqlPage.Example(
                          texts.get("sparql.example." + e.getKey()),
                          address.sparql() + "?query=" + encoded(PREFIXES + e.getValue())))
              .toList(),
          problem,
          answer);
    }

    List<Frame.Form> forms(String... names) {
      var asked = address.machine("/sparql") + "?query=" + encoded(query) + "&format=";
      return java.util.Arrays.stream(names)
          .map(name -> new Frame.Form(texts.get("sparql.form." + name), "", asked + name))
          .toList();
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }
}
