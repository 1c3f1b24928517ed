package org.allmende.harvest.source.oparl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.harvest.SourceMemory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.junit.jupiter.api.Test;

class LegislativeTermsTest {

  private static final String BODY =
      """
      {"legislativeTerm": [
        {"name": "8. Wahlperiode", "startDate": "2024-07-01"},
        {"name": "7. Wahlperiode", "startDate": "2019-06-10", "endDate": "2024-06-30"},
        {"name": "ohne Zeit", "startDate": "N/A"}]}
      """;

  @Test
  void coversTheTimeFromTheFirstTermToTheLast() throws IOException {
    var terms = terms(BODY).orElseThrow();

    assertEquals(LocalDate.of(2019, 6, 10), terms.start());
    assertEquals(Optional.empty(), terms.end());
    assertEquals(Optional.empty(), terms("{\"legislativeTerm\": [{\"name\": \"?\"}]}"));
    assertEquals(Optional.empty(), terms("{}"));
  }

  @Test
  void isThereForTheDescriptionsOfTheSameRun() throws IOException {
    var memory = SourceMemory.empty();
    LegislativeTerms.keep(terms(BODY), memory);
    assertEquals(terms(BODY), LegislativeTerms.kept(memory));

    LegislativeTerms.keep(Optional.empty(), memory);
    assertEquals(Optional.empty(), LegislativeTerms.kept(memory));
  }

  @Test
  void saysTheTimeOfADataset() {
    var graph = GraphFactory.createDefaultGraph();
    var ended =
        new LegislativeTerms(LocalDate.of(2014, 1, 1), Optional.of(LocalDate.of(2019, 1, 1)));
    ended.addTo(graph, new DatasetUri("https://daten.example/dataset/rat"));

    var end = graph.find(null, DCAT.endDate.asNode(), null).next();
    assertEquals("2019-01-01", end.getObject().getLiteralLexicalForm());
  }

  private static Optional<LegislativeTerms> terms(String body) throws IOException {
    return LegislativeTerms.of(Stream.of(new ObjectMapper().readTree(body)), Stream.of());
  }
}
