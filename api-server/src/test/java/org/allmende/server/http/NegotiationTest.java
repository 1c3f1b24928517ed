package org.allmende.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NegotiationTest {
  private static final List<String> RDF =
      List.of("application/rdf+xml", "text/turtle", "application/ld+json");

  @Test
  void choosesTheTypeOfTheBestQuality() {
    assertEquals(Optional.of("text/turtle"), rdf("application/rdf+xml;q=0.5, text/turtle;q=0.9"));
  }

  @Test
  void choosesRdfWhenItIsMoreWelcomeThanThePage() {
    assertEquals(Optional.of("text/turtle"), rdf("text/turtle, text/html;q=0.9, */*;q=0.1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*/*",
        "text/html, text/turtle",
        "text/turtle;q=0.8, text/html;q=0.8",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "image/png",
        "text/turtle;q=0",
        "text/*"
      })
  void choosesThePageFor(String accept) {
    assertEquals(Optional.empty(), rdf(accept));
  }

  @Test
  void letsTheMoreSpecificRangeDecide() {
    var accept = Negotiation.parse("text/*;q=0.3, text/turtle;q=0.7, */*;q=0.5");

    assertEquals(0.7, accept.quality("text/turtle"));
    assertEquals(0.3, accept.quality("text/n3"));
    assertEquals(0.5, accept.quality("application/rdf+xml"));
  }

  @Test
  void readsAQualityThatIsNoNumberAsOne() {
    assertEquals(1, Negotiation.parse("text/turtle;q=high").quality("text/turtle"));
  }

  private static Optional<String> rdf(String accept) {
    return Negotiation.parse(accept).rdfInsteadOfHtml(RDF);
  }
}
