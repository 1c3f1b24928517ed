package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.catalog.model.DatasetState;
import org.apache.jena.riot.Lang;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetAddressIT {
  @TempDir private Path directory;
  @AutoClose private RunningServer server;

  @BeforeEach
  void start() {
    server = RunningServer.start(directory);
  }

  @ParameterizedTest
  @CsvSource({
    "rdf, application/rdf+xml, RDF/XML",
    "xml, application/rdf+xml, RDF/XML",
    "ttl, text/turtle, Turtle",
    "n3, text/n3, Turtle",
    "nt, application/n-triples, N-Triples",
    "jsonld, application/ld+json, JSON-LD",
  })
  void answersInTheFormatOfItsSuffix(String suffix, String mediaType, String language)
      throws Exception {
    var uri = server.publish("baum");

    var answer = server.get("/dataset/baum." + suffix, "Accept", "text/html");

    assertEquals(200, answer.statusCode());
    assertEquals(mediaType + ";charset=utf-8", header(answer, "Content-Type"));
    var lang = org.apache.jena.riot.RDFLanguages.nameToLang(language);
    assertTrue(
        RunningServer.parse(answer.body(), lang)
            .contains(uri.node(), RDF.type.asNode(), DCAT.Dataset.asNode()));
  }

  @Test
  void answersByItsIdToo() throws Exception {
    var uri = server.publish("baum");
    var id = server.server().catalog().find(uri).orElseThrow().addresses().id();

    assertEquals(
        server.get("/dataset/baum.ttl").body(), server.get("/dataset/" + id + ".ttl").body());
  }

  @Test
  void leadsPeopleToItsPage() throws Exception {
    server.publish("baum");

    var answer = server.get("/dataset/baum");

    assertEquals(303, answer.statusCode());
    assertTrue(header(answer, "Location").endsWith("/datensatz/baum"));
    assertTrue(header(answer, "Vary").contains("Accept"));
  }

  @Test
  void answersRdfHereForThoseWhoAcceptIt() throws Exception {
    var uri = server.publish("baum");
    var id = server.server().catalog().find(uri).orElseThrow().addresses().id();

    var answer = server.get("/dataset/baum", "Accept", "text/turtle");

    assertEquals(200, answer.statusCode());
    assertEquals("text/turtle;charset=utf-8", header(answer, "Content-Type"));
    assertEquals(
        server.server().url() + "/dataset/" + id + ".ttl", header(answer, "Content-Location"));
    assertTrue(answer.headers().allValues("Vary").contains("Accept"));
  }

  @Test
  void leadsFromADistributionToItsPage() throws Exception {
    var uri = server.publish("baum");
    var entry = server.server().catalog().find(uri).orElseThrow();
    var id = entry.addresses().distributions().getFirst().id();

    var answer = server.get("/dataset/baum/resource/" + id);

    assertEquals(303, answer.statusCode());
    assertTrue(header(answer, "Location").endsWith("/datensatz/baum/datei/1-tabelle"));
    assertEquals(200, server.get("/datensatz/baum/datei/1-tabelle").statusCode());
    assertEquals(404, server.get("/datensatz/baum/datei/9-x").statusCode());
    assertEquals(200, server.get("/dataset/baum/resource/" + id + ".ttl").statusCode());
    assertEquals(404, server.get("/dataset/baum/resource/nowhere").statusCode());
  }

  @Test
  void keepsADraftToItself() throws Exception {
    server.publish("entwurf", CatalogRecord.own(Instant.now()).withState(DatasetState.DRAFT));

    assertEquals(403, server.get("/dataset/entwurf").statusCode());
    assertEquals(403, server.get("/dataset/entwurf.ttl").statusCode());
  }

  @Test
  void saysThatAWithdrawnOneIsGone() throws Exception {
    var uri = server.publish("alt");
    server.server().catalog().withdraw(List.of(uri), Optional.empty());

    assertEquals(410, server.get("/dataset/alt").statusCode());
    assertEquals(410, server.get("/dataset/alt.ttl").statusCode());
  }

  @Test
  void saysWhenAndWhyADatasetIsGone() throws Exception {
    var uri = server.publish("vergangen");
    var catalog = server.server().catalog();
    catalog.announceDeparture(List.of(uri), DatasetState.DEPRECATED, Optional.empty());
    assertEquals(200, server.get("/dataset/vergangen.ttl").statusCode());
    assertTrue(server.get("/dataset/vergangen.ttl").body().contains("DEPRECATED"));
    catalog.announceDeparture(List.of(uri), DatasetState.WITHDRAWING, Optional.empty());
    assertTrue(server.get("/dataset/vergangen.ttl").body().contains("WITHDRAWN"));
    catalog.withdraw(List.of(uri), Optional.empty());

    var gone = server.get("/dataset/vergangen.ttl");
    assertEquals(410, gone.statusCode());
    assertTrue(gone.body().contains("its source no longer has it"), gone.body());
    assertTrue(gone.body().contains(" was withdrawn on 20"), gone.body());
  }

  @ParameterizedTest
  @CsvSource({"/dataset/nirgends", "/dataset/nirgends.ttl", "/dataset/baum.pdf"})
  void saysThatThereIsNothing(String path) throws Exception {
    server.publish("baum");

    var answer = server.get(path);

    assertEquals(404, answer.statusCode());
    assertEquals("application/problem+json;charset=utf-8", header(answer, "Content-Type"));
  }

  @Test
  void refusesAnUnknownProfile() throws Exception {
    server.publish("baum");

    var answer = server.get("/dataset/baum.ttl?profiles=schemaorg");

    assertEquals(409, answer.statusCode());
    assertTrue(answer.body().contains("Known: dcatap_de, dcatap_de_2, raw"), answer.body());
  }

  @Test
  void answers304UntilTheDatasetChanges() throws Exception {
    server.publish("baum");
    var tag = header(server.get("/dataset/baum.ttl"), "ETag");

    assertEquals(304, server.get("/dataset/baum.ttl", "If-None-Match", tag).statusCode());
    server.publish("baum", "<https://daten.example/baum> dcat:keyword \"Eiche\"@de .");
    assertEquals(200, server.get("/dataset/baum.ttl", "If-None-Match", tag).statusCode());
  }

  @Test
  void publishesInTheRawProfileWhatTheSourceSaid() throws Exception {
    server.publish("baum", "<https://daten.example/baum> <https://eigen.example/p> \"x\" .");

    var raw = RunningServer.parse(server.get("/dataset/baum.nt?profiles=raw").body(), Lang.NT);

    assertEquals(15, raw.size());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
