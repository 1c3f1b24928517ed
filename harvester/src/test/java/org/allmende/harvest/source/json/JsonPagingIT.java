package org.allmende.harvest.source.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.allmende.harvest.Defaults;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.Harvests;
import org.allmende.harvest.SourceRecord.TableEntry;
import org.allmende.harvest.source.Given;
import org.allmende.harvest.source.table.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists of 25 rows that a server gives ten at a time, in each style of {@code sources.md} 3. */
class JsonPagingIT {

  private static final int ALL = 25;
  private static final int SIZE = 10;

  private final List<String> asked = new ArrayList<>();
  private Javalin server = Javalin.create();

  @BeforeEach
  void start() {
    server =
        Javalin.create(
                config -> {
                  config.routes.before(
                      c -> asked.add(c.queryString() == null ? "" : c.queryString()));
                  config.routes.get("/offset", c -> rows(c, number(c, "offset", 0), ""));
                  config.routes.get("/total", c -> rows(c, number(c, "offset", 0), ""));
                  config.routes.get("/page", JsonPagingIT::page);
                  config.routes.get("/cursor", JsonPagingIT::cursor);
                  config.routes.get("/body", JsonPagingIT::body);
                  config.routes.get("/header", JsonPagingIT::header);
                  config.routes.get("/loop", c -> rows(c, 0, "\"next\": \"/loop\""));
                  config.routes.get("/same", JsonPagingIT::same);
                  config.routes.get("/broken", JsonPagingIT::broken);
                })
            .start("127.0.0.1", 0);
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void walksByOffsetAndLimit() throws IOException {
    assertEquals(all(), numbers(read("/offset?offset=99&kind=a", "{ style: offset, size: 10 }")));
    assertEquals(
        List.of(
            "kind=a&limit=10&offset=0", "kind=a&limit=10&offset=10", "kind=a&limit=10&offset=20"),
        asked);
  }

  @Test
  void endsWhereTheDocumentSaysHowManyThereAre() throws IOException {
    var paging = "{ style: offset, size: 25, total: $.meta.total }";
    assertEquals(all(), numbers(read("/total", paging)));
    assertEquals(3, asked.size(), "the server gives fewer rows than asked for");
  }

  @Test
  void walksByNumberedPagesToTheOneThatIsNotThere() throws IOException {
    var paging = "{ style: page, first: 0, page: p, limit: per_page, size: 50 }";
    assertEquals(all(), numbers(read("/page", paging)));
    assertEquals("per_page=50&p=3", asked.getLast());
  }

  @Test
  void walksByATokenInTheBody() throws IOException {
    var paging = "{ style: cursor, parameter: after, at: $.paging.cursor }";
    assertEquals(all(), numbers(read("/cursor", paging)));
    assertEquals(List.of("", "after=n+10", "after=n+20"), asked);
  }

  @Test
  void followsALinkInTheBody() throws IOException {
    assertEquals(all(), numbers(read("/body", "{ style: link-body, at: $.links.next }")));
  }

  @Test
  void followsALinkInTheHeader() throws IOException {
    assertEquals(all(), numbers(read("/header", "{ style: link-header }")));
  }

  @Test
  void takesOneDocumentForAllWhereNoPagingIsDeclared() throws IOException {
    assertEquals(SIZE, read("/body", "{ style: none }").rows().size());
  }

  @Test
  void endsAtALinkThatLeadsBack() throws IOException {
    var table = read("/loop", "{ style: link-body, at: $.links.next }");

    assertEquals(SIZE, table.rows().size());
    assertTrue(table.notes().warnings().getFirst().contains("/loop"), table.notes().toString());
  }

  @Test
  void endsAtTheThirdPageWithoutANewRow() throws IOException {
    var table = read("/same", "{ style: page, size: 10 }");

    assertEquals(SIZE, table.rows().size(), "a page that was there before counts once");
    assertEquals(4, asked.size());
    assertTrue(table.notes().warnings().getFirst().contains("schon da"), table.notes().toString());
  }

  @Test
  void makesNoTableOfHalfAList() {
    assertThrows(IOException.class, () -> read("/broken", "{ style: offset, size: 10 }"));
  }

  private Table read(String path, String paging) throws IOException {
    var mapping =
        Harvests.mapping(
            "select: { path: $.rows }\nkey: [n]\nfields: [{ name: n, type: integer }]\npaging: "
                + paging);
    var address = "http://127.0.0.1:" + server.port() + path;
    var source =
        new HarvestSource(
            "liste",
            "json",
            address,
            Optional.of(mapping),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Defaults.none(),
            List.of(),
            Given.quick());
    var records = Given.records(new JsonSourceFormat(), source, Given.http(address));
    return ((TableEntry) records.getFirst()).table();
  }

  private static List<Object> all() {
    return IntStream.range(0, ALL).<Object>mapToObj(n -> (long) n).toList();
  }

  private static List<Object> numbers(Table table) {
    return Harvests.column(table, "n");
  }

  private static int number(Context c, String name, int standard) {
    var text = c.queryParam(name);
    return text == null ? standard : Integer.parseInt(text);
  }

  private static void rows(Context c, int from, String links) {
    var rows =
        IntStream.range(from, Math.min(ALL, from + SIZE))
            .mapToObj("{\"n\": %d}"::formatted)
            .collect(Collectors.joining(", "));
    c.contentType("application/json")
        .result(
            "{\"links\": {%s}, \"meta\": {\"total\": %d}, \"rows\": [%s]}"
                .formatted(links, ALL, rows));
  }

  private static void page(Context c) {
    var from = number(c, "p", -1) * SIZE;
    if (from >= ALL) {
      c.status(404);
    } else {
      rows(c, from, "");
    }
  }

  private static void cursor(Context c) {
    var token = c.queryParam("after");
    var from = token == null ? 0 : Integer.parseInt(token.substring(2));
    var next = from + SIZE < ALL ? "\"n " + (from + SIZE) + "\"" : "null";
    c.result(
        "{\"paging\": {\"cursor\": %s}, \"rows\": [%s]}"
            .formatted(
                next,
                IntStream.range(from, Math.min(ALL, from + SIZE))
                    .mapToObj("{\"n\": %d}"::formatted)
                    .collect(Collectors.joining(", "))));
  }

  private static void body(Context c) {
    var from = number(c, "from", 0);
    rows(c, from, from + SIZE < ALL ? "\"next\": \"?from=" + (from + SIZE) + "\"" : "");
  }

  private static void header(Context c) {
    var from = number(c, "from", 0);
    if (from + SIZE < ALL) {
      c.header(
          "Link", "</header>; rel=\"first\", </header?from=" + (from + SIZE) + ">; rel=\"next\"");
    }
    rows(c, from, "");
  }

  private static void same(Context c) {
    rows(c, 0, "");
  }

  private static void broken(Context c) {
    if (number(c, "offset", 0) > 0) {
      c.status(500);
    } else {
      rows(c, 0, "");
    }
  }
}
