package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.allmende.catalog.accounts.Capacity;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.server.TestSite;
import org.allmende.server.TestTokens;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CkanPrivateSearchIT {

  @TempDir static Path folder;
  @AutoClose private static TestSite site;
  private static String member;
  private static String stranger;
  private static String sysadmin;

  @BeforeAll
  static void fill() {
    site = TestSite.in(folder);
    site.publish("open", "Offen", "");
    site.publish("draft", "Entwurf", "", TestSite.draft("draft"));
    site.publish("private", "Privat", "", record("private").withPrivate(true));
    member = TestTokens.member(site.catalog(), "m", Capacity.MEMBER, "stadt-anderswo");
    stranger = TestTokens.user(site.catalog(), "s");
    sysadmin = TestTokens.sysadmin(site.catalog(), "a");
  }

  private static CatalogRecord record(String key) {
    return CatalogRecord.harvested("test", key, TestSite.NOW);
  }

  private static String found(String token, Map<String, String> parameters) {
    var query =
        parameters.entrySet().stream()
            .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    var path = "/api/3/action/package_search?sort=name+asc&" + query;
    var answer = token.isEmpty() ? site.get(path) : site.get(path, "Authorization", token);
    var result = TestSite.json(answer.body()).get("result");
    var names =
        StreamSupport.stream(result.get("results").spliterator(), false)
            .map(dataset -> dataset.get("name").asText())
            .collect(Collectors.joining(" "));
    assertEquals(names.isEmpty() ? 0 : names.split(" ").length, result.get("count").asInt());
    return names;
  }

  @Test
  void nobodyFindsWhatIsNotPublicUnasked() {
    for (var token : new String[] {"", member, stranger, sysadmin}) {
      assertEquals("offen", found(token, Map.of()));
    }
  }

  @Test
  void aMemberFindsWhatTheOrganizationKeepsToItself() {
    assertEquals("offen privat", found(member, Map.of("include_private", "true")));
    assertEquals("entwurf offen", found(member, Map.of("include_drafts", "true")));
    assertEquals(
        "entwurf offen privat",
        found(member, Map.of("include_private", "true", "include_drafts", "True")));
    assertEquals("privat", found(member, Map.of("include_private", "1", "fq", "private:true")));
    assertEquals("privat", found(member, Map.of("include_private", "y", "q", "Privat")));
  }

  @Test
  void aSysadminFindsAll() {
    assertEquals(
        "entwurf offen privat",
        found(sysadmin, Map.of("include_private", "true", "include_drafts", "true")));
  }

  @Test
  void othersFindNoMoreWhateverTheyAsk() {
    for (var token : new String[] {"", stranger, "no-such-token"}) {
      for (var parameters :
          new Map<?, ?>[] {
            Map.of("include_private", "true", "include_drafts", "true", "include_deleted", "true"),
            Map.of("fq", "state:draft OR *:*"),
            Map.of("fq", "+state:(draft OR active)"),
            Map.of("q", "capacity:private OR *:*", "include_private", "true"),
            Map.of("fq_list", "capacity:private OR name:*", "include_private", "true")
          }) {
        @SuppressWarnings("unchecked") // all are of texts
        var asked = (Map<String, String>) parameters;
        assertEquals("offen", found(token, asked), token + asked);
      }
    }
  }

  @Test
  void aFilterThatNamesStatesReplacesTheUsualOne() {
    assertEquals("entwurf", found(member, Map.of("fq", "+state:draft")));
    assertEquals("entwurf offen", found(member, Map.of("fq", "+state:(draft OR active)")));
    assertEquals("", found("", Map.of("fq", "+state:draft")));
    assertEquals("", found(member, Map.of("fq", "state:draft")));
  }

  @Test
  void jsonpIsAnonymous() {
    var path = "/api/3/action/package_search?include_private=true&callback=show";
    var body = site.get(path, "Authorization", sysadmin).body();
    assertEquals(true, body.contains("\"count\":1"), body);
  }

  @Test
  void facetsCountNoMoreThanIsFound() {
    var path = "/api/3/action/package_search?facet.field=private&include_private=true";
    var facets = TestSite.json(site.get(path).body()).at("/result/facets");
    assertEquals(TestSite.json("{\"private\":{\"false\":1}}"), facets);
  }
}
