package org.allmende.harvest.source.ready;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.allmende.harvest.source.table.Attachment;
import org.allmende.harvest.source.table.Row;
import org.allmende.harvest.source.table.Table;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;

/**
 * A list of services in the words of CPSV-AP: one {@code cpsv:PublicService} each, with who is
 * competent, what it costs and where it is to be had. Triple by triple in the order of the rows, so
 * that the same table gives the same bytes.
 */
final class PublicServices {

  private static final String CPSV = "http://purl.org/vocab/cpsv#";
  private static final String CV = "http://data.europa.eu/m8g/";
  private static final String LANGUAGE =
      "http://publications.europa.eu/resource/authority/language/DEU";

  private final Table table;
  private final String dataset;
  private final StringBuilder out = new StringBuilder();

  private PublicServices(Table table, String dataset) {
    this.table = table;
    this.dataset = dataset;
  }

  /** The file; nothing when there are no services. */
  static List<Attachment> of(Table table, String dataset) {
    if (table.rows().isEmpty()) {
      return List.of();
    }
    var services = new PublicServices(table, dataset);
    table.rows().forEach(services::write);
    var bytes = services.out.toString().getBytes(StandardCharsets.UTF_8);
    return List.of(new Attachment(Attachment.CPSV, bytes));
  }

  private void write(Row row) {
    var service = node("service", row.key());
    var id = text(row, "leika").isEmpty() ? row.key() : text(row, "leika");
    add(service, RDF.type.asNode(), iri(CPSV + "PublicService"));
    add(service, DCTerms.identifier.asNode(), NodeFactory.createLiteralString(id));
    say(service, DCTerms.title.asNode(), text(row, "name"));
    say(service, DCTerms.description.asNode(), text(row, "description"));
    add(service, DCTerms.language.asNode(), iri(LANGUAGE));
    for (var keyword : list(row, "keywords")) {
      say(service, DCAT.keyword.asNode(), keyword);
    }
    for (var authority : list(row, "authorities")) {
      var competent = node("authority", authority);
      add(service, iri(CV + "hasCompetentAuthority"), competent);
      add(competent, RDF.type.asNode(), iri(CV + "PublicOrganisation"));
      say(competent, DCTerms.title.asNode(), authority);
    }
    cost(row, service);
    channel(row, service);
  }

  private void cost(Row row, Node service) {
    var fees = text(row, "fees");
    if (!fees.isEmpty()) {
      var cost = node("cost", row.key());
      add(service, iri(CV + "hasCost"), cost);
      add(cost, RDF.type.asNode(), iri(CV + "Cost"));
      say(cost, DCTerms.description.asNode(), fees);
    }
  }

  private void channel(Row row, Node service) {
    var url = text(row, "url");
    if (url.matches("https?://[^\\s<>\"{}|\\\\^`]+")) {
      var channel = node("channel", row.key());
      add(service, iri(CV + "hasChannel"), channel);
      add(channel, RDF.type.asNode(), iri(CV + "Channel"));
      add(channel, iri("http://xmlns.com/foaf/0.1/page"), iri(url));
    }
  }

  private Node node(String kind, String key) {
    return iri(dataset + "#" + kind + "-" + URLEncoder.encode(key, StandardCharsets.UTF_8));
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }

  private void say(Node subject, Node property, String text) {
    if (!text.isEmpty()) {
      add(subject, property, NodeFactory.createLiteralLang(text, "de"));
    }
  }

  private void add(Node subject, Node property, Node value) {
    for (var node : List.of(subject, property, value)) {
      out.append(NodeFmtLib.strNT(node)).append(' ');
    }
    out.append(".\n");
  }

  private String text(Row row, String column) {
    var value = value(row, column);
    return value == null ? "" : value.toString();
  }

  private List<String> list(Row row, String column) {
    return value(row, column) instanceof List<?> list
        ? list.stream().map(String::valueOf).distinct().toList()
        : List.of();
  }

  private @Nullable Object value(Row row, String column) {
    var names = table.columns().stream().map(one -> one.name()).toList();
    var index = names.indexOf(column);
    return index < 0 ? null : row.values().get(index);
  }
}
