package org.allmende.bench;

import java.time.LocalDate;
import java.util.Objects;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.vocab.DCATDE;
import org.allmende.vocab.VCARD;
import org.allmende.vocab.codelist.CodeList;
import org.allmende.vocab.codelist.CodeLists;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/** A sketch as valid DCAT-AP.de 3.0: about 60 triples. */
final class SketchGraph {

  private static final String KEYS = "http://dcat-ap.de/def/politicalGeocoding/municipalityKey/";
  private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";

  private final Graph graph = GraphFactory.createDefaultGraph();
  private final Sketch sketch;
  private final Node dataset;

  private SketchGraph(Sketch sketch) {
    this.sketch = sketch;
    this.dataset = iri(sketch.iri());
  }

  /** The description of the sketch's dataset. */
  static DatasetDescription of(Sketch sketch) {
    var graph = new SketchGraph(sketch);
    graph.describe();
    return DatasetDescription.owning(new DatasetUri(sketch.iri()), graph.graph);
  }

  private void describe() {
    texts();
    codes();
    times();
    publisher();
    contact();
    for (var i = 0; i < sketch.formats().size(); i++) {
      distribution(i + 1, sketch.formats().get(i));
    }
  }

  private void texts() {
    add(dataset, RDF.type.asNode(), DCAT.Dataset.asNode());
    add(dataset, DCTerms.title.asNode(), german(sketch.title()));
    add(dataset, DCTerms.description.asNode(), german(sketch.description()));
    add(dataset, DCTerms.identifier.asNode(), NodeFactory.createLiteralString(sketch.iri()));
    sketch.keywords().forEach(word -> add(dataset, DCAT.keyword.asNode(), german(word)));
    add(dataset, DCAT.landingPage.asNode(), iri(sketch.iri() + "/seite"));
  }

  private void codes() {
    sketch
        .themes()
        .forEach(code -> add(dataset, DCAT.theme.asNode(), code(CodeLists.themes(), code)));
    add(
        dataset,
        DCTerms.accrualPeriodicity.asNode(),
        code(CodeLists.frequencies(), sketch.frequency()));
    add(dataset, DCTerms.language.asNode(), code(CodeLists.languages(), "DEU"));
    add(dataset, DCTerms.accessRights.asNode(), code(CodeLists.accessRights(), "PUBLIC"));
    add(
        dataset,
        DCATDE.politicalGeocodingLevelURI,
        code(CodeLists.geocodingLevels(), "municipality"));
    var place = iri(KEYS + sketch.town().key());
    add(dataset, DCTerms.spatial.asNode(), place);
    add(place, RDF.type.asNode(), DCTerms.Location.asNode());
  }

  private void times() {
    add(dataset, DCTerms.issued.asNode(), date(sketch.issued()));
    add(dataset, DCTerms.modified.asNode(), date(sketch.modified()));
    sketch.year().ifPresent(this::period);
  }

  private void period(int year) {
    var period = NodeFactory.createBlankNode();
    add(dataset, DCTerms.temporal.asNode(), period);
    add(period, RDF.type.asNode(), DCTerms.PeriodOfTime.asNode());
    add(period, DCAT.startDate.asNode(), date(LocalDate.of(year, 1, 1)));
    add(period, DCAT.endDate.asNode(), date(LocalDate.of(year, 12, 31)));
  }

  private void publisher() {
    var town = sketch.town();
    var agent = iri("https://" + town.host() + "/organization/" + town.key());
    add(dataset, DCTerms.publisher.asNode(), agent);
    add(agent, RDF.type.asNode(), FOAF.Organization.asNode());
    add(agent, RDF.type.asNode(), FOAF.Agent.asNode());
    add(agent, FOAF.name.asNode(), german(town.publisher()));
    add(agent, DCTerms.type.asNode(), code(CodeLists.publisherTypes(), "LocalAuthority"));
  }

  private void contact() {
    var contact = NodeFactory.createBlankNode();
    add(dataset, DCAT.contactPoint.asNode(), contact);
    add(contact, RDF.type.asNode(), VCARD.Organization);
    add(contact, RDF.type.asNode(), VCARD.Kind);
    add(contact, VCARD.fn, NodeFactory.createLiteralString(sketch.office()));
    add(contact, VCARD.hasEmail, iri("mailto:offene-daten@" + sketch.town().host()));
  }

  private void distribution(int number, String format) {
    var type = CodeLists.fileTypes().require(format);
    var license = CodeLists.licenses().require(sketch.license());
    var node = iri(sketch.iri() + "/resource/" + number);
    var address = iri(sketch.iri() + "/download/" + number);
    add(dataset, DCAT.distribution.asNode(), node);
    add(node, RDF.type.asNode(), DCAT.Distribution.asNode());
    add(node, DCTerms.title.asNode(), german(sketch.title() + " (" + type.labelDe() + ")"));
    add(node, DCAT.accessURL.asNode(), address);
    add(node, DCTerms.format.asNode(), iri(type.iri()));
    type.attribute("mediaType")
        .ifPresent(media -> add(node, DCAT.mediaType.asNode(), iri(MEDIA_TYPES + media)));
    add(node, DCTerms.license.asNode(), iri(license.iri()));
    if (license.is("attribution")) {
      add(node, DCATDE.licenseAttributionByText, german(sketch.town().publisher()));
    }
    if (!format.endsWith("_SRVC")) {
      add(node, DCAT.downloadURL.asNode(), address);
      add(node, DCAT.byteSize.asNode(), size());
    }
  }

  private Node size() {
    var size = 1_000 + Math.floorMod(Objects.hash(sketch.id(), graph.size()), 5_000_000);
    return NodeFactory.createLiteralDT(Integer.toString(size), XSDDatatype.XSDnonNegativeInteger);
  }

  private void add(Node subject, Node property, Node object) {
    graph.add(subject, property, object);
  }

  private static Node code(CodeList list, String code) {
    return iri(list.require(code).iri());
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }

  private static Node german(String text) {
    return NodeFactory.createLiteralLang(text, "de");
  }

  private static Node date(LocalDate day) {
    return NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate);
  }
}
