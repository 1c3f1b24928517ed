package org.allmende.server.rehearsal;

import static org.allmende.server.rehearsal.LoopbackPortal.next;
import static org.allmende.server.rehearsal.Rehearsed.dataset;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.allmende.vocab.profile.Profile;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests, limits and paging as GovData has them. */
class PageWalkIT {
  @AutoClose private final LoopbackPortal portal = new LoopbackPortal();

  @Test
  void asksEachPageByHeadAndGet() throws Exception {
    portal.turtle("/catalog.ttl", dataset("a") + next("/catalog.ttl?page=2"));
    portal.turtle("/catalog.ttl?page=2", dataset("b"));

    var report = json(portal.rehearse("/catalog.ttl"));

    assertEquals(
        List.of(
            "HEAD /catalog.ttl",
            "GET /catalog.ttl",
            "HEAD /catalog.ttl?page=2",
            "GET /catalog.ttl?page=2"),
        portal.asked());
    assertEquals(2, report.path("counts").path("imported").asInt());
    assertEquals(2, report.path("pages").asInt());
    assertEquals(List.of(), codes(report));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a hydra:PartialCollectionView ; hydra:next <HERE/2>",
        "a hydra:PartialCollectionView ; hydra:nextPage \"HERE/2\"",
        "a hydra:PagedCollection ; hydra:next \"HERE/2\"",
        "a hydra:PagedCollection ; hydra:nextPage <HERE/2>",
        "a hydra:PartialCollectionView ; hydra:next \"HERE/2\" ; hydra:nextPage \"HERE/3\"",
      })
  void findsTheNextPageUnderOldAndNewNames(String paging) throws Exception {
    portal.turtle("/1", dataset("a") + "<https://daten.example/page> " + paging + " .");
    portal.turtle("/2", dataset("b"));
    portal.turtle("/3", dataset("c"));

    var report = json(portal.rehearse("/1"));

    assertEquals(2, report.path("counts").path("imported").asInt());
    assertEquals(List.of(), codes(report));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"/2\"", "</2>", "\"?page=2\"", "\"urn:page:2\""})
  void endsAtANextPageThatIsNotAbsolute(String next) throws Exception {
    portal.turtle(
        "/1", dataset("a") + "<> a hydra:PagedCollection ; hydra:nextPage " + next + " .");

    assertEquals(List.of("next-not-absolute"), codes(json(portal.rehearse("/1"))));
  }

  @Test
  void stopsAtAPageThatIsTheFirstAgain() throws Exception {
    var first = dataset("a") + next("/1");
    portal.turtle("/1", first);

    var rehearsal = portal.rehearse("/1");

    assertEquals(List.of("first-page-again"), codes(json(rehearsal)));
    assertFalse(rehearsal.isLossless());
  }

  @Test
  void saysThatGovDataWouldWalkForEver() throws Exception {
    portal.turtle("/1", dataset("a") + next("/2"));
    portal.turtle("/2", dataset("b") + next("/3"));
    portal.turtle("/3", dataset("c") + next("/2"));

    var report = json(portal.rehearse("/1"));

    assertEquals(List.of("endless"), codes(report));
    assertEquals(portal.url("/2"), place(report, "endless").path("subject").asText());
  }

  @Test
  void believesInNoEndAfterManyPagesWithoutADataset() throws Exception {
    portal.turtle("/0", dataset("a") + next("/1"));
    for (var i = 1; i <= PageWalk.MAX_BARREN_PAGES; i++) {
      portal.turtle("/" + i, next("/" + (i + 1)));
    }

    assertEquals(List.of("endless"), codes(json(portal.rehearse("/0"))));
  }

  @Test
  void endsWhenHeadAnswersAnError() throws Exception {
    portal.at("/1", ctx -> ctx.status(503));

    var rehearsal = portal.rehearse("/1");

    assertEquals("HEAD 503", place(json(rehearsal), "head-status").path("detail").asText());
    assertEquals(List.of("HEAD /1"), portal.asked());
    assertFalse(rehearsal.isLossless());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 405})
  void triesGetWhereHeadIsNotKnown(int status) throws Exception {
    var page = Rehearsed.prefixes() + dataset("a");
    portal.at(
        "/1",
        ctx -> {
          if (ctx.req().getMethod().equals("HEAD")) {
            ctx.status(status);
          } else {
            ctx.contentType("text/turtle").result(LoopbackPortal.utf8(page));
          }
        });

    assertTrue(portal.rehearse("/1").isLossless());
  }

  @Test
  void looksAtTheStatusOfGetWhereHeadIsNotKnown() throws Exception {
    portal.at("/1", ctx -> ctx.status(ctx.req().getMethod().equals("HEAD") ? 405 : 500));

    assertEquals(List.of("head-status"), codes(json(portal.rehearse("/1"))));
  }

  @Test
  void followsARedirectOfGet() throws Exception {
    portal.at("/1", ctx -> ctx.redirect("/2"));
    portal.turtle("/2", dataset("a"));

    assertTrue(portal.rehearse("/1").isLossless());
    assertEquals(List.of("HEAD /1", "GET /1", "GET /2"), portal.asked());
  }

  @Test
  void takesAnErrorThatIsRdfForTheLastPage() throws Exception {
    portal.turtle("/1", dataset("a") + next("/2"));
    portal.at(
        "/2",
        ctx ->
            ctx.status(ctx.req().getMethod().equals("HEAD") ? 200 : 503)
                .contentType("text/turtle")
                .result("# come again"));

    var report = json(portal.rehearse("/1"));

    assertEquals(List.of("error-body"), codes(report));
    assertFalse(report.path("lossless").asBoolean());
  }

  @Test
  void endsAtAnErrorThatIsNoRdf() throws Exception {
    portal.turtle("/1", dataset("a") + next("/2"));
    portal.at(
        "/2",
        ctx ->
            ctx.status(ctx.req().getMethod().equals("HEAD") ? 200 : 503)
                .result("Service Unavailable"));

    var place = place(json(portal.rehearse("/1")), "no-rdf");

    assertTrue(place.path("detail").asText().contains("GET 503"), place.toString());
  }

  @Test
  void endsAtAnAnnouncementOfTooMuch() throws Exception {
    portal.at("/1", ctx -> ctx.res().setContentLengthLong(PageFetcher.MAX_BYTES + 1));

    assertEquals(List.of("too-large"), codes(json(portal.rehearse("/1"))));
    assertEquals(List.of("HEAD /1"), portal.asked());
  }

  @Test
  void countsWhatGzipUnfolds() throws Exception {
    var packed = LoopbackPortal.gzip(new byte[(int) PageFetcher.MAX_BYTES + 1]);
    portal.at(
        "/1",
        ctx -> ctx.contentType("text/turtle").header("Content-Encoding", "gzip").result(packed));

    assertEquals(List.of("too-large"), codes(json(portal.rehearse("/1"))));
  }

  @Test
  void unpacksGzip() throws Exception {
    var packed = LoopbackPortal.gzip(LoopbackPortal.utf8(Rehearsed.prefixes() + dataset("a")));
    portal.at(
        "/1",
        ctx -> ctx.contentType("text/turtle").header("Content-Encoding", "gzip").result(packed));

    assertTrue(portal.rehearse("/1").isLossless());
  }

  @ParameterizedTest
  @CsvSource({
    "application/xml, type-unknown",
    "text/plain, type-unknown",
    "text/html, type-unknown",
    "application/json, type-unknown",
    "application/n-quads, type-unknown",
    "application/rdf+xml, no-rdf",
    "text/n3; charset=x, ''",
    "application/trig, ''",
  })
  void readsThePageByItsContentType(String type, String code) throws Exception {
    var page = Rehearsed.prefixes() + dataset("a");
    portal.at("/1", ctx -> ctx.contentType(type).result(LoopbackPortal.utf8(page)));

    assertEquals(code.isEmpty() ? List.of() : List.of(code), codes(json(portal.rehearse("/1"))));
  }

  @Test
  void readsLaterPagesAsTheFirst() throws Exception {
    var page = Rehearsed.prefixes() + dataset("b");
    portal.turtle("/1", dataset("a") + next("/2"));
    portal.at(
        "/2", ctx -> ctx.contentType("application/rdf+xml").result(LoopbackPortal.utf8(page)));

    var report = json(portal.rehearse("/1"));

    assertEquals(List.of("type-changed"), codes(report));
    assertEquals(2, report.path("counts").path("imported").asInt());
  }

  @Test
  void endsAtAPageThatIsNotUtf8() throws Exception {
    var page = (Rehearsed.prefixes() + dataset("a")).getBytes(StandardCharsets.ISO_8859_1);
    portal.at("/1", ctx -> ctx.contentType("text/turtle;charset=iso-8859-1").result(page));

    assertEquals(List.of("not-utf8"), codes(json(portal.rehearse("/1"))));
  }

  @Test
  void endsAtAPageOfWhichALineIsBroken() throws Exception {
    portal.at(
        "/1",
        ctx ->
            ctx.contentType("application/n-triples")
                .result("<https://a.example/> <https://b.example/> \"c\" .\nbroken\n"));

    assertEquals(List.of("no-rdf"), codes(json(portal.rehearse("/1"))));
  }

  @Test
  void saysWhenNobodyAnswers() throws Exception {
    var url = portal.url("/1");
    portal.close();
    var plan = new Rehearsal.Plan(url, Profile.DCAT_AP_DE, "test", Optional.empty());

    var rehearsal = Rehearsal.play(plan, (done, total) -> {});

    assertEquals(List.of("unreachable"), codes(json(rehearsal)));
    assertTrue(rehearsal.text("de").contains("[dort antwortet kein Server]"), url);
    assertTrue(rehearsal.text("en").contains("[no server answers there]"), url);
  }

  @Test
  void followsAPageOfAnotherServerAndSaysSo() throws Exception {
    try (var other = new LoopbackPortal()) {
      other.turtle("/2", dataset("b"));
      portal.turtle("/1", dataset("a") + next("/2").replace("HERE", other.url("")));

      var report = json(portal.rehearse("/1"));

      assertEquals(List.of("other-host"), codes(report));
      assertEquals(2, report.path("counts").path("imported").asInt());
    }
  }

  @Test
  void noticesThatTheCatalogCountsOtherwise() throws Exception {
    portal.turtle(
        "/1",
        dataset("a") + "<https://a.example/> a hydra:PagedCollection ;" + " hydra:totalItems 2 .");

    assertEquals(List.of("total-differs"), codes(json(portal.rehearse("/1"))));
  }

  @Test
  void noticesIrisThatAreBrokenOrRelative() throws Exception {
    portal.turtle(
        "/1",
        dataset("a", "<https://daten.example/a> dct:relation <https://a.example/x y>, <doc/1> ."));

    var report = json(portal.rehearse("/1"));

    assertEquals(List.of("iris-mended", "relative-iri"), codes(report));
    assertEquals("doc/1", place(report, "relative-iri").path("detail").asText());
  }

  @Test
  void deletesNothingWhenTheRunEnds() throws Exception {
    portal.turtle("/1", dataset("a") + dataset("b"));
    var earlier = portal.rehearse("/1").json("de");
    portal.turtle("/1", dataset("a") + "<https://daten.example/c> a dcat:Dataset .");

    var ended = json(portal.rehearse("/1", Optional.of(earlier)));
    portal.turtle("/1", dataset("a"));
    var done = json(portal.rehearse("/1", Optional.of(earlier)));

    assertEquals(List.of("title-missing"), codes(ended));
    assertEquals(List.of("vanished"), codes(done));
    assertEquals(1, done.path("counts").path("deleted").asInt());
    assertEquals(1, done.path("counts").path("rewritten").asInt());
  }

  @Test
  void showsThreeExamplesToPeopleAndAllToPrograms() throws Exception {
    var page = new StringBuilder();
    for (var i = 0; i < 5; i++) {
      page.append(dataset("d" + i, "<https://daten.example/d" + i + "> dcat:keyword \"a/b\" ."));
    }
    portal.turtle("/1", page.toString());

    var rehearsal = portal.rehearse("/1");
    var german = rehearsal.text("de");

    assertTrue(german.contains("keyword-cleaned (5)"), german);
    assertTrue(german.contains("und 2 weitere"), german);
    assertTrue(
        german.contains("Importiert: 5 (neu 5, überschrieben 0); davon verändert: 5"), german);
    assertTrue(rehearsal.text("en").contains("and 2 more"), rehearsal.text("en"));
    assertEquals(5, json(rehearsal).path("findings").path(0).path("places").size());
  }

  private static JsonNode json(Rehearsal rehearsal) throws IOException {
    return new ObjectMapper().readTree(rehearsal.json("de"));
  }

  /** The codes of all findings, those of the shapes left out. */
  private static List<String> codes(JsonNode report) {
    return report.path("findings").findValuesAsText("code").stream()
        .filter(code -> Arrays.stream(Check.values()).anyMatch(c -> c.code().equals(code)))
        .toList();
  }

  /** The first place of a finding. */
  private static JsonNode place(JsonNode report, String code) {
    for (var finding : report.path("findings")) {
      if (finding.path("code").asText().equals(code)) {
        return finding.path("places").path(0);
      }
    }
    throw new AssertionError(code + " was not found: " + report);
  }
}
