package org.allmende.harvest.source.dcat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.allmende.harvest.fetch.Fetcher.Fetched;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RdfSyntaxTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          text/turtle              | x                | <a> <b> <c> .                      | TURTLE
          application/ld+json      | x                | {}                                 | JSON_LD
          application/json         | x.ttl            | {"@id":"x"}                        | JSON_LD
          text/xml                 | x                | <?xml version="1.0"?><rdf:RDF/>    | RDF_XML
          application/xml          | x                | <rdf:RDF/>                         | RDF_XML
          text/plain               | x                | @prefix a: <b:> .                  | TRIG
          text/plain               | x                | PREFIX a: <b:>                     | TRIG
          text/plain               | x                | <http://a.example/> a <http://b> . | TRIG
          application/octet-stream | x                | <a:1> <a:2> "v" <a:g> .            | N_QUADS
          application/octet-stream | x                | [] a <a:1> .                       | TRIG
          application/octet-stream | x                | [ {"@id": "x"} ]                   | JSON_LD
          text/plain               | x/katalog.nt?y=1 | # nothing                          | N_TRIPLES
          `                       `| dump.nq          | x                                  | N_QUADS
          `                       `| catalog.xml      | <!-- x --> <r:RDF xmlns:r="y:"/>   | RDF_XML
          """)
  void isToldByMediaTypeThenSuffixThenContent(
      String mediaType, String location, String body, RdfSyntax expected) throws IOException {
    assertEquals(expected, RdfSyntax.of(document(mediaType.strip(), location, body)));
  }

  @Test
  void seesThroughAByteOrderMark() throws IOException {
    assertEquals(RdfSyntax.JSON_LD, RdfSyntax.of(document("text/plain", "x", "\uFEFF {}")));
  }

  private static Fetched document(String mediaType, String location, String body) {
    return new Fetched(location, mediaType, "", body.getBytes(StandardCharsets.UTF_8), List.of());
  }
}
