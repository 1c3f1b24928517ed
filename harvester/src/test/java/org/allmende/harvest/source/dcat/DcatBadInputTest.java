package org.allmende.harvest.source.dcat;

import static org.allmende.harvest.source.dcat.DcatTests.PREFIXES;
import static org.allmende.harvest.source.dcat.DcatTests.START;
import static org.allmende.harvest.source.dcat.DcatTests.entries;
import static org.allmende.harvest.source.dcat.DcatTests.keys;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.allmende.harvest.source.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The museum of documents that somebody once served as a catalog. */
class DcatBadInputTest {

  private static final String XML =
      """
      <?xml version="1.0" encoding="utf-8"?>%s
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dct="http://purl.org/dc/terms/">
        <dcat:Dataset rdf:about="https://katalog.example/a">%s</dcat:Dataset>
      </rdf:RDF>
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text/turtle         | @prefix dcat: <http://www.w3.org/ns/dcat#> . <x> a dcat:Dataset ; dcat:
          text/turtle         | <x> a nobody:Knows .
          application/rdf+xml | <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
          application/ld+json | {"@id": "x"
          application/ld+json | {"result": []}
          application/ld+json | {"@context": "https://schema.example/ctx.jsonld", "@id": "x"}
          application/ld+json | {"@context": "file:///geheim.txt", "@id": "x"}
          text/html           | <!DOCTYPE html><html><body>Anmeldung</body></html>
          text/turtle         | <html><body>Wartungsarbeiten</body></html>
          text/plain          | ''
          """)
  void isRefusedWithTheAddressAndTheReason(String mediaType, String body) {
    var pages = new Given.Pages().with(START, mediaType.strip(), body);

    var error = assertThrows(IOException.class, () -> entries(pages));

    assertTrue(Given.message(error).contains(START), Given.message(error));
  }

  @Test
  void tellsThatAContextIsNotFetched() {
    var body = "{\"@context\": \"https://schema.example/ctx.jsonld\", \"@id\": \"x\"}";
    var pages = new Given.Pages().with(START, "application/ld+json", body);

    var error = assertThrows(IOException.class, () -> entries(pages));

    assertTrue(
        Given.message(error).contains("https://schema.example/ctx.jsonld is not fetched"),
        Given.message(error));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE r SYSTEM 'http://127.0.0.1:9/x.dtd'>",
        "<!DOCTYPE r PUBLIC 'x' 'http://127.0.0.1:9/x.dtd'>",
        "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///geheim.txt'>]>",
        "<!DOCTYPE r [<!ENTITY % x SYSTEM 'file:///geheim.txt'> %x;]>"
      })
  void refusesAnExternalEntity(String doctype) {
    var pages =
        new Given.Pages()
            .with(START, "text/xml", XML.formatted(doctype, "<dct:title>A</dct:title>"));

    var error = assertThrows(IOException.class, () -> entries(pages));

    assertTrue(Given.message(error).contains("never fetched"), Given.message(error));
  }

  @Test
  void endsABombOfEntities() {
    var bomb = new StringBuilder("<!DOCTYPE r [<!ENTITY a0 'lol'>");
    for (var i = 1; i < 12; i++) {
      bomb.append("<!ENTITY a%d '%s'>".formatted(i, "&a%d;".formatted(i - 1).repeat(10)));
    }
    var body = XML.formatted(bomb + "]>", "<dct:title>&a11;</dct:title>");

    assertThrows(IOException.class, () -> entries(new Given.Pages().with(START, "text/xml", body)));
  }

  @Test
  void readsInternalEntitiesAndAHundredThousandCharacterReferences() throws IOException {
    var body =
        XML.formatted(
            "<!DOCTYPE r [<!ENTITY k 'https://katalog.example/'>]>",
            "<dct:relation rdf:resource='&k;x'/><dct:description>"
                + "&#252;&amp;".repeat(100_000)
                + "</dct:description>");

    var entry = entries(new Given.Pages().with(START, "text/xml", body)).getFirst();

    assertEquals(3, entry.graph().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text/turtle           | <https://katalog.example/a> a <http://www.w3.org/ns/dcat#Dataset> ; <u:p> <http://x.example/a b{c}> .
          application/n-triples | <https://katalog.example/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/dcat#Dataset> . <https://katalog.example/a> <u:p> <http://x.example/a b{c}> .
          application/ld+json   | {"@id": "https://katalog.example/a", "@type": "http://www.w3.org/ns/dcat#Dataset", "u:p": {"@id": "http://x.example/a b{c}"}}
          application/ld+json   | {"@context": {"p": {"@id": "u:p", "@type": "@id"}}, "@id": "https://katalog.example/a", "@type": "http://www.w3.org/ns/dcat#Dataset", "p": ["http://x.example/a b{c}"]}
          application/rdf+xml   | <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:u="u:"><rdf:Description rdf:about="https://katalog.example/a"><rdf:type rdf:resource="http://www.w3.org/ns/dcat#Dataset"/><u:p rdf:resource="http://x.example/a b{c}"/></rdf:Description></rdf:RDF>
          """)
  void mendsABadIriAndSaysSo(String mediaType, String body) throws IOException {
    var pages = new Given.Pages().with(START, mediaType.strip(), body);

    var entry = entries(pages).getFirst();

    assertTrue(
        entry.graph().stream()
            .anyMatch(t -> t.toString().contains("http://x.example/a%20b%7Bc%7D")),
        () -> entry.graph().toString());
    assertTrue(pages.notes().warnings().getFirst().text("en").contains("percent-encoded"));
  }

  @Test
  void mendsARelativeIriBeforeItIsResolved() throws IOException {
    var body =
        "{\"@id\": \"die a\", \"@type\": \"http://www.w3.org/ns/dcat#Dataset\", \"u:p\": \"x\"}";
    var pages = new Given.Pages().with(START, "application/ld+json", body);

    assertEquals(List.of("https://katalog.example/die%20a"), keys(entries(pages)));
  }

  @Test
  void leavesOutABrokenLineOfNTriples() throws IOException {
    var body =
        """
        <https://katalog.example/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/dcat#Dataset> .
        <https://katalog.example/a> <u:p> "cut off
        <https://katalog.example/a> <u:p> "x" .
        """;
    var pages = new Given.Pages().with(START, "application/n-triples", body);

    assertEquals(2, entries(pages).getFirst().graph().size());
    assertEquals(1, pages.notes().unreadableCount());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text/turtle         | <x> <y:> | [ <y:>   | 1 | ] | .
          application/ld+json | {"y:y": | {"y:y":  | 1 | } | }
          """)
  void survivesDeepNesting(
      String mediaType, String start, String open, String middle, String close, String end) {
    var depth = 100_000;
    var body = start + " " + open.repeat(depth) + middle + close.repeat(depth) + end;
    var pages = new Given.Pages().with(START, mediaType.strip(), body);

    assertThrows(IOException.class, () -> entries(pages));
  }

  @Test
  void readsTurtleInWindows1252AndSaysSo() throws IOException {
    var body = (PREFIXES + ":a a dcat:Dataset ; dct:title \"Müll\" .");
    var pages =
        new Given.Pages()
            .with(START, "text/turtle", body.getBytes(Charset.forName("windows-1252")));

    var graph = entries(pages).getFirst().graph();

    assertTrue(graph.stream().anyMatch(t -> t.toString().contains("Müll")));
    assertTrue(pages.notes().warnings().getFirst().text("en").contains("windows-1252"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-8", "ISO-8859-1"})
  void readsXmlInTheEncodingThatItNames(String encoding) throws IOException {
    var body =
        XML.formatted("", "<dct:title>Müll</dct:title>").replace("\"utf-8\"", '"' + encoding + '"');
    var pages = new Given.Pages().with(START, "text/xml", body.getBytes(Charset.forName(encoding)));

    var graph = entries(pages).getFirst().graph();

    assertTrue(graph.stream().anyMatch(t -> t.toString().contains("Müll")));
  }

  @Test
  void leavesOutADatasetThatHasNothingToBeFoundBy() throws IOException {
    var pages =
        new Given.Pages()
            .with(
                START,
                "text/turtle",
                PREFIXES
                    + "[] a dcat:Dataset ; dct:description \"?\" . "
                    + ":a a dcat:Dataset ; dct:title \"A\" .");

    assertEquals(List.of("https://katalog.example/a"), keys(entries(pages)));
    assertEquals(1, pages.notes().unreadableCount());
  }

  @Test
  void readsTheOtherFilesOfAFolderAndTrustsNoAbsence(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("a.ttl"), PREFIXES + ":a a dcat:Dataset ; dct:title \"A\" .");
    Files.writeString(folder.resolve("b.ttl"), PREFIXES + ":b a dcat:Dataset ; dct:ti");
    Files.writeString(folder.resolve("c.json"), "{\"list\": []}");
    Files.write(folder.resolve("d.pdf"), "%PDF".getBytes(StandardCharsets.US_ASCII));
    var pages = new Given.Pages();

    assertEquals(List.of("https://katalog.example/a"), keys(entries(pages, folder.toString())));
    assertEquals(2, pages.notes().unreadableCount());
    assertFalse(pages.notes().isComplete());
  }
}
