package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real {@code ckanapi} meets the real server: it searches, dumps, loads into an empty one,
 * calls actions, and knows each error by its class. Skipped where there is no Python with it.
 */
class CkanApiIT {

  /** Prints the class and the text of what each call raises. */
  private static final String ERRORS =
      """
      import sys
      from ckanapi import RemoteCKAN
      site, token = sys.argv[1:]
      def call(ckan, action, **parameters):
          try:
              print(action, ckan.call_action(action, parameters))
          except Exception as e:
              print(action, type(e).__name__, e)
      chief, anybody = RemoteCKAN(site, apikey=token), RemoteCKAN(site)
      call(anybody, 'package_show', id='no-such-dataset')
      call(anybody, 'package_create', name='x-1')
      call(chief, 'package_create', name='A B')
      call(anybody, 'package_search', limit=3)
      call(anybody, 'package_search', q='title:(')
      call(anybody, 'no_such_action')
      call(RemoteCKAN(site, get_only=True), 'package_create', name='x-1')
      """;

  @TempDir static Path folder;
  private static CkanApiProgram ckanapi;
  private static RunningServer first;
  private static RunningServer second;
  private static String token;
  private static String otherToken;

  @BeforeAll
  static void start() throws Exception {
    ckanapi = CkanApiProgram.require();
    first = RunningServer.start(Files.createDirectories(folder.resolve("first")));
    second = RunningServer.start(Files.createDirectories(folder.resolve("second")));
    token = TestTokens.sysadmin(first.server().catalog(), "chief");
    otherToken = TestTokens.sysadmin(second.server().catalog(), "chief");
    fill();
  }

  /** With what it takes a client to write, and a dataset that only RDF says in full. */
  private static void fill() throws Exception {
    first.publish(
        "wege",
        """
        <https://daten.example/wege> dcat:keyword "Rad"@de, "Weg"@de .
        <https://daten.example/wege#csv>
          dct:format <http://publications.europa.eu/resource/authority/file-type/CSV> .
        """);
    first.awaitFollowers();
    ok("action", "organization_create", "name=gruenamt", "title=Grünflächenamt");
    ok("action", "group_create", "name=natur", "title=Natur & Umwelt");
    ok(
        "action",
        "package_create",
        "name=baeume",
        "title=Bäume der Stadt",
        "owner_org=gruenamt",
        "license_id=cc-by",
        "tags:[{\"name\": \"Straßenbaum\"}]",
        "groups:[{\"name\": \"natur\"}, {\"name\": \"envi\"}]",
        "extras:[{\"key\": \"farbe\", \"value\": \"grün\"}, {\"key\": \"zahl\", \"value\": 3}]",
        "resources:[{\"url\": \"https://x.example/b.csv\", \"name\": \"Liste\", \"höhe\":"
            + " \"12\"}]");
  }

  @AfterAll
  static void close() {
    if (first != null) {
      first.close();
    }
    if (second != null) {
      second.close();
    }
  }

  /** A call to the first server as its sysadmin. */
  private static CkanApiProgram.Run ok(String... arguments) throws IOException {
    return at(first, token, arguments).assertSucceeded();
  }

  private static CkanApiProgram.Run at(RunningServer server, String secret, String... arguments)
      throws IOException {
    var all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(List.of("-r", server.address(""), "-a", secret));
    return ckanapi.call(all.toArray(String[]::new));
  }

  private static JsonNode result(String... arguments) throws IOException {
    var all = new ArrayList<>(List.of("action"));
    all.addAll(List.of(arguments));
    all.add("-j");
    return ok(all.toArray(String[]::new)).json();
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream().map(TestSite::json).toList();
  }

  @Test
  void whatIsDumpedAndLoadedElsewhereIsTheSame() throws IOException {
    for (var things : List.of("users", "organizations", "groups", "datasets")) {
      var file = folder.resolve(things + ".jsonl");
      ok("dump", things, "--all", "-q", "-O", file.toString());
      at(second, otherToken, "load", things, "-q", "-I", file.toString()).assertSucceeded();
    }
    var back = folder.resolve("back.jsonl");
    at(second, otherToken, "dump", "datasets", "--all", "-q", "-O", back.toString())
        .assertSucceeded();
    var sent = ComparablePackages.of(lines(folder.resolve("datasets.jsonl")));
    assertTrue(sent.names().containsAll(List.of("baeume", "wege")), sent.names()::toString);
    sent.assertSame(ComparablePackages.of(lines(back)));
    at(second, otherToken, "load", "datasets", "-q", "-I", back.toString()).assertSucceeded();
    assertEquals(
        at(second, otherToken, "dump", "datasets", "--all", "-q").out(), Files.readString(back));
  }

  @Test
  void aSearchYieldsEveryDatasetOnce() throws IOException {
    var names = new TreeSet<String>();
    var found = ok("search", "datasets", "fq=organization:gruenamt OR tags:Rad").out();
    found.lines().forEach(line -> names.add(TestSite.json(line).path("name").asText()));
    assertTrue(names.containsAll(List.of("baeume", "wege")), found);
    assertEquals(names.size(), found.lines().count());
    assertEquals(1, ok("search", "datasets", "q=Bäume", "rows:1").out().lines().count());
  }

  @Test
  void getAndPostSayTheSame() throws IOException {
    assertEquals(
        ok("dump", "datasets", "--all", "-q").out(),
        ok("dump", "datasets", "--all", "-q", "-g", "--include-private", "--include-drafts").out());
  }

  @Test
  void aFileGoesUpAndComesDown() throws Exception {
    var file = Files.writeString(folder.resolve("Meine Bäume.csv"), "art,höhe\nLinde,12\n");
    result("package_create", "name=dateien", "owner_org=gruenamt");
    var made = result("resource_create", "package_id=dateien", "name=Ä", "upload@" + file);
    assertEquals("upload", made.path("url_type").asText());
    assertEquals("CSV", made.path("format").asText());
    var path = made.path("url").asText().substring(first.address("").length());
    assertEquals(Files.readString(file), first.get(path).body());
    var patched = result("resource_patch", "id=" + made.path("id").asText(), "description=neu");
    assertEquals(made.path("hash"), patched.path("hash"));
    ok("delete", "datasets", "dateien", "-q");
    assertEquals("deleted", result("package_show", "id=dateien").path("state").asText());
  }

  @Test
  void aPatchLeavesTheRest() throws IOException {
    result("package_create", "name=wiesen", "owner_org=gruenamt", "notes=Alle.");
    var patched = result("package_patch", "id=wiesen", "title=Wiesen", "private:true");
    assertEquals("Alle.", patched.path("notes").asText());
    assertTrue(patched.path("private").asBoolean());
    assertTrue(result("dataset_purge", "id=wiesen").isNull());
  }

  @Test
  void eachErrorIsKnownByItsClass() throws IOException {
    var said = ckanapi.script(ERRORS, first.address(""), token).assertSucceeded().out().lines();
    var expected =
        List.of(
            "package_show NotFound Not found",
            "package_create NotAuthorized {",
            "package_create ValidationError {",
            "package_search SearchQueryError Invalid search parameters: ['limit']",
            "package_search SearchError ",
            "no_such_action CKANAPIError [",
            "package_create CKANAPIError [");
    var lines = said.toList();
    assertEquals(expected.size(), lines.size(), lines::toString);
    for (var i = 0; i < expected.size(); i++) {
      assertTrue(lines.get(i).startsWith(expected.get(i)), lines.get(i));
    }
    assertTrue(lines.get(2).contains("'name': ['Must be purely lowercase"), lines.get(2));
    assertTrue(lines.get(2).contains("'owner_org': ['An organization must be"), lines.get(2));
    assertTrue(lines.get(6).contains("Please use POST method"), lines.get(6));
  }
}
