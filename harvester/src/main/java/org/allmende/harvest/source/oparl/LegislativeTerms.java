package org.allmende.harvest.source.oparl;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.harvest.SourceMemory;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * The time that the council's legislative terms cover together ({@code sources.md} 7.1): what a run
 * reads of them is kept for the descriptions of its tables.
 *
 * @param start of the first
 * @param end of the last; absent when it goes on, or when none says
 */
record LegislativeTerms(LocalDate start, Optional<LocalDate> end) {

  private static final String NAME = "oparl-terms";

  /** The terms that stand in these bodies, and others; empty when none has a beginning. */
  static Optional<LegislativeTerms> of(
      Stream<? extends JsonNode> bodies, Stream<? extends JsonNode> others) {
    var embedded =
        bodies.flatMap(body -> OparlJson.elements(body.path("legislativeTerm")).stream());
    List<JsonNode> terms = Stream.<JsonNode>concat(embedded, others).toList();
    return dates(terms, "startDate")
        .min(Comparator.naturalOrder())
        .map(
            start ->
                new LegislativeTerms(
                    start,
                    dates(terms, "endDate")
                        .max(Comparator.naturalOrder())
                        .filter(end -> end.isAfter(start))
                        .filter(end -> dates(terms, "startDate").allMatch(end::isAfter))));
  }

  private static Stream<LocalDate> dates(List<JsonNode> terms, String key) {
    return terms.stream().flatMap(term -> OparlJson.date(term, key).stream());
  }

  /** Keeps what a run read; that there are none, too. */
  static void keep(Optional<LegislativeTerms> terms, SourceMemory memory) {
    memory.keep(
        NAME, terms.map(t -> t.start + "/" + t.end.map(LocalDate::toString).orElse("")).orElse(""));
  }

  /** What the run that is going on kept. */
  static Optional<LegislativeTerms> kept(SourceMemory memory) {
    var parts = memory.next().find(NAME).orElse("").split("/", 2);
    try {
      return parts.length < 2
          ? Optional.empty()
          : Optional.of(
              new LegislativeTerms(
                  LocalDate.parse(parts[0]),
                  Optional.of(parts[1]).filter(end -> !end.isEmpty()).map(LocalDate::parse)));
    } catch (DateTimeException e) {
      return Optional.empty(); // written by another version: the next run writes it anew
    }
  }

  /** Says it of a dataset. */
  void addTo(Graph graph, DatasetUri dataset) {
    var period = NodeFactory.createURI(dataset.value() + "#period");
    graph.add(Triple.create(dataset.node(), DCTerms.temporal.asNode(), period));
    graph.add(Triple.create(period, RDF.type.asNode(), DCTerms.PeriodOfTime.asNode()));
    var from = NodeFactory.createLiteralDT(start.toString(), XSDDatatype.XSDdate);
    graph.add(Triple.create(period, DCAT.startDate.asNode(), from));
    end.ifPresent(
        date -> {
          var until = NodeFactory.createLiteralDT(date.toString(), XSDDatatype.XSDdate);
          graph.add(Triple.create(period, DCAT.endDate.asNode(), until));
        });
  }
}
