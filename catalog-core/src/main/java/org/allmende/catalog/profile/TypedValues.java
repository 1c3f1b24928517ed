package org.allmende.catalog.profile;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.SPDX;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;

/**
 * Dates, periods, sizes and hashes carry the datatype that 3.0 asks for (dcat-ap-de.md 4.6, 8). A
 * date-time without zone is local time in Germany; RDF writes UTC (DESIGN 6).
 */
final class TypedValues implements ViewRule {

  private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");

  private static final Node SCHEMA_START = Edit.iri("http://schema.org/startDate");
  private static final Node SCHEMA_END = Edit.iri("http://schema.org/endDate");

  private static final List<Node> DATES =
      List.of(
          DCTerms.issued.asNode(),
          DCTerms.modified.asNode(),
          DCTerms.created.asNode(),
          DCAT.startDate.asNode(),
          DCAT.endDate.asNode());

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    takeOver(graph, SCHEMA_START, DCAT.startDate.asNode());
    takeOver(graph, SCHEMA_END, DCAT.endDate.asNode());
    DATES.forEach(property -> Edit.objects(graph, property, TypedValues::date));
    Edit.objects(graph, DCAT.byteSize.asNode(), TypedValues::size);
    Edit.objects(
        graph,
        SPDX.checksumValue,
        value ->
            value.isLiteral() && Rdf.textOf(value).strip().matches("([0-9a-fA-F]{2})+")
                ? typed(Rdf.textOf(value).strip(), XSDDatatype.XSDhexBinary)
                : value);
  }

  /** Ends of a period in schema.org's words alone are a violation in 3.0 (dcat-ap-de.md 4.6). */
  private static void takeOver(Graph graph, Node from, Node to) {
    for (var triple : graph.find(Node.ANY, from, Node.ANY).toList()) {
      graph.delete(triple);
      if (!graph.contains(triple.getSubject(), to, Node.ANY)) {
        graph.add(triple.getSubject(), to, triple.getObject());
      }
    }
  }

  private static Node date(Node value) {
    if (!value.isLiteral()) {
      return value;
    }
    var text = Rdf.textOf(value).strip();
    if (text.matches("\\d{4}")) {
      return typed(text, XSDDatatype.XSDgYear);
    }
    if (text.matches("\\d{4}-\\d\\d")) {
      return typed(text, XSDDatatype.XSDgYearMonth);
    }
    if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
      return typed(text, XSDDatatype.XSDdate);
    }
    return utc(text).map(time -> typed(time, XSDDatatype.XSDdateTime)).orElse(value);
  }

  private static Optional<String> utc(String text) {
    try {
      var time =
          text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
              ? OffsetDateTime.parse(text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
              : LocalDateTime.parse(text.replace(' ', 'T')).atZone(GERMANY).toOffsetDateTime();
      return Optional.of(
          DateTimeFormatter.ISO_INSTANT.format(time.withOffsetSameInstant(ZoneOffset.UTC)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Node size(Node value) {
    var text = Rdf.textOf(value).strip();
    return value.isLiteral() && text.matches("\\d{1,18}(\\.0*)?")
        ? typed(text.replaceFirst("\\..*", ""), XSDDatatype.XSDnonNegativeInteger)
        : value;
  }

  private static Node typed(String text, RDFDatatype type) {
    return NodeFactory.createLiteralDT(text, type);
  }
}
