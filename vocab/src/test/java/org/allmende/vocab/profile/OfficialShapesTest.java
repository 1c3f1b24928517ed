package org.allmende.vocab.profile;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.allmende.vocab.LOCN;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Our shapes against the official ones, on many descriptions with one thing changed in each:
 * whatever the official shapes call a violation, ours call one too.
 *
 * <p>The official shapes are no part of this repository. They are looked for beside it, in {@code
 * ../shared/conformance}; without them the tests are skipped.
 */
class OfficialShapesTest {

  private static final Path CONFORMANCE = conformance();

  /** Rules that are stricter than the official shapes on purpose, each with its reason. */
  private static final Set<String> STRICTER =
      Set.of(
          // Project rules: what the portal refuses, and what ends its whole run.
          "dataset-distribution-missing",
          "dataset-title-empty",
          "location-geometry-present",
          // A blank node is no address that anyone could open.
          "distribution-access-url-value",
          "distribution-download-url-value",
          "service-endpoint-url-value",
          // The official rules are written in the namespace r5r# by mistake and never fire.
          "catalog-availability-repeated",
          "catalog-availability-value",
          "dataset-availability-repeated",
          "dataset-availability-value",
          "distribution-availability-value",
          "service-availability-repeated",
          "service-availability-value",
          // The official rule stands in its file, but no shape refers to it.
          "series-publisher-missing",
          // Types must stand in the description: an ontology that adds them is not at hand.
          "catalog-creator-value",
          "catalog-publisher-value",
          "dataset-contact-point-value",
          "dataset-contributor-value",
          "dataset-creator-value",
          "dataset-custodian-value",
          "dataset-originator-value",
          "dataset-publisher-value",
          "series-contact-point-value",
          "series-publisher-value",
          "service-contact-point-value",
          "service-publisher-value");

  /** What the page of the example lacks: the other classes, and properties that are seldom used. */
  private static final String FURTHER =
      """
      <https://daten.musterstadt.example/>
        dct:creator <#amt> ; dcat:service <#dienst> ; dcat:catalog <#teil> ; dct:hasPart <#teil> ;
        dct:isPartOf <#teil> ; dcat:record <#eintrag> ; dct:temporal <#zeit> ;
        dct:rights <https://www.musterstadt.example/rechte> ;
        dcatap:availability <http://publications.europa.eu/resource/authority/planned-availability/STABLE> ;
        dcatap:applicableLegislation <http://data.europa.eu/eli/reg_impl/2023/138/oj> .
      <#teil> a dcat:Catalog ; dct:title "Teil"@de ; dct:description "Ein Teil."@de ; dct:publisher <#amt> .
      <#amt> a foaf:Person , foaf:Agent ; foaf:name "Amt" ; dct:type <http://purl.org/adms/publishertype/LocalAuthority> .
      <#eintrag> a dcat:CatalogRecord ; dct:modified "2025-01-01"^^xsd:date ; foaf:primaryTopic <#serie> ;
        dct:issued "2025-01-01"^^xsd:date ; dct:title "Eintrag" ; dct:description "Ein Eintrag." ;
        dct:language <http://publications.europa.eu/resource/authority/language/DEU> ;
        dct:conformsTo <http://dcat-ap.de/def/dcatde/3.0> ; dct:source <#eintrag> ; adms:status <#status> .
      <#serie> a dcat:DatasetSeries , dcat:Resource ; dct:title "Serie" ; dct:description "Eine Serie." ;
        dct:publisher <#amt> ; dcat:contactPoint <#kontakt> ; dct:spatial <#ort> ; dct:temporal <#zeit> ;
        dct:accrualPeriodicity <http://publications.europa.eu/resource/authority/frequency/ANNUAL> ;
        dct:issued "2025"^^xsd:gYear ; dct:modified "2025-01"^^xsd:gYearMonth ;
        dcatap:applicableLegislation <http://data.europa.eu/eli/reg_impl/2023/138/oj> .
      <#kontakt> a vcard:Individual , vcard:Kind ; vcard:fn "Kontakt" ; vcard:hasURL <https://www.musterstadt.example/> .
      <#ort> a dct:Location ; dcat:bbox "POLYGON((8 53,9 53,9 54,8 53))"^^gsp:wktLiteral .
      <#zeit> a dct:PeriodOfTime ; dcat:endDate "2024-12-31"^^xsd:date ; time:hasBeginning <#anfang> ; time:hasEnd <#anfang> .
      <#anfang> a time:Instant .
      <#zeit2> a dct:PeriodOfTime ; time:hasEnd <#anfang> .
      <#dienst> a dcat:DataService ; dct:title "Dienst" ; dct:description "Ein Dienst." ; dct:publisher <#amt> ;
        dcat:endpointURL <https://daten.musterstadt.example/wfs> ; dcat:servesDataset <#daten> ;
        dcat:keyword "wfs" ; dcat:theme <http://publications.europa.eu/resource/authority/data-theme/TRAN> ;
        dct:conformsTo <http://www.opengis.net/def/wfs> ; dcat:landingPage <https://daten.musterstadt.example/> .
      <#daten> a dcat:Dataset ; dct:title "Daten" ; dct:description "Daten." ; dct:publisher <#amt> ;
        dcat:distribution <#datei> ; adms:sample <#datei> ; dcat:inSeries <#serie> ; dcat:hasVersion <#daten> ;
        dct:source <#daten> ; dct:contributor <#amt> ; geodcatap:originator <#amt> ; geodcatap:custodian <#amt> ;
        dcat:qualifiedRelation <#beziehung> ; prov:qualifiedAttribution <#zustaendig> ; prov:wasGeneratedBy <#tat> ;
        dct:conformsTo <#norm> ; dct:provenance <#herkunft> ; dct:relation <#daten> ; dct:isReferencedBy <#daten> ;
        foaf:page <https://daten.musterstadt.example/hilfe> ; dcat:temporalResolution "P1D"^^xsd:duration ;
        dcat:spatialResolutionInMeters 10.5 .
      <#datei> a dcat:Distribution ; dcat:accessURL <https://daten.musterstadt.example/d.zip> ;
        dct:license <#lizenz> ; odrl:hasPolicy <#regel> ; dct:conformsTo <#norm> ; foaf:page <#hilfe> ;
        dcat:compressFormat <https://www.iana.org/assignments/media-types/application/gzip> ;
        dcat:packageFormat <https://www.iana.org/assignments/media-types/application/zip> ;
        dcat:temporalResolution "P1D"^^xsd:duration ; dcat:spatialResolutionInMeters 10.5 .
      <#lizenz> a dct:LicenseDocument ; dct:type <http://purl.org/adms/licencetype/Attribution> .
      <#beziehung> a dcat:Relationship ; dcat:hadRole <#rolle> ; dct:relation <#daten> .
      <#rolle> a dcat:Role .
      <#zustaendig> a prov:Attribution ; dcat:hadRole <#rolle> ; prov:agent <#amt> .
      """;

  @BeforeAll
  static void needsTheOfficialShapes() {
    var present = Files.isDirectory(CONFORMANCE);
    if (!present) {
      System.out.println("skipped: the official shapes are not at hand beside the repository");
    }
    Assumptions.assumeTrue(present);
  }

  @Test
  void acceptsTheExamplePageWithoutAWord() {
    var page = load(CONFORMANCE.resolve("examples/own/musterstadt-catalog-3.0.ttl"));
    assertEquals(Set.of(), Descriptions.violations(page));
    assertEquals(Set.of(), Descriptions.warnings(page));
  }

  @Test
  void findsAViolationWhereverTheOfficialShapesFindOne() {
    var page = load(CONFORMANCE.resolve("examples/own/musterstadt-catalog-3.0.ttl"));
    GraphUtil.addInto(page, Descriptions.graph(FURTHER));
    var official = new OfficialShapes(page);
    assertEquals(Set.of(), official.violations(page), "the unchanged page");
    assertEquals(Set.of(), Descriptions.violations(page), "the unchanged page");

    var changes = changes(page);
    var missed = new ArrayList<String>();
    var stricter = new TreeMap<String, String>();
    var found = 0;
    var fired = new TreeSet<String>();
    for (var change : changes) {
      official.apply(change);
      apply(page, change);
      var theirs = official.violations(page);
      var ours = Descriptions.violations(page);
      fired.addAll(ours);
      if (!theirs.isEmpty()) {
        found++;
      }
      if (!theirs.isEmpty() && ours.isEmpty()) {
        missed.add(change + " " + theirs);
      }
      if (theirs.isEmpty()) {
        ours.forEach(code -> stricter.putIfAbsent(code, change.toString()));
      }
      apply(page, change.undone());
      official.apply(change.undone());
    }

    System.out.println(changes.size() + " changes, " + found + " of them violations for both");
    assertTrue(changes.size() >= 300 && found >= 300, changes.size() + ", " + found);
    assertEquals(List.of(), missed);
    assertEquals(Set.of(), minus(violationCodes(), fired), "rules that no change breaks");
    assertEquals(Set.of(), minus(STRICTER, stricter.keySet()), "no longer stricter");
    stricter.keySet().removeAll(STRICTER);
    assertEquals(new TreeMap<>(), stricter, "stricter than the official shapes without a reason");
  }

  @Test
  void findsTheViolationsOfTheOfficialExamples() {
    for (var file : files(CONFORMANCE.resolve("examples/3.0"))) {
      var page = load(file);
      var official = new OfficialShapes(page);
      assertEquals(
          official.violations(page).isEmpty(),
          Descriptions.violations(page).isEmpty(),
          file.getFileName().toString());
    }
  }

  /** The codes of all rules that are violations. */
  private static Set<String> violationCodes() {
    var severity = NodeFactory.createURI("http://www.w3.org/ns/shacl#severity");
    return Shapes.rules(Profile.DCAT_AP_DE).stream()
        .filter(rule -> !Shapes.of(Profile.DCAT_AP_DE).contains(rule.shape(), severity, Node.ANY))
        .map(Rule::code)
        .collect(toSet());
  }

  private static Set<String> minus(Set<String> all, Set<String> some) {
    var rest = new TreeSet<String>(all);
    rest.removeAll(some);
    return rest;
  }

  /** One thing changed in the page. */
  private record Change(String kind, Set<Triple> removed, Set<Triple> added) {
    Change undone() {
      return new Change(kind, /* removed= */ added, /* added= */ removed);
    }
  }

  private static void apply(Graph graph, Change change) {
    change.removed().forEach(graph::delete);
    change.added().forEach(graph::add);
  }

  /** For each triple: left out, said twice, and with every kind of wrong value. */
  private static List<Change> changes(Graph page) {
    var changes = new ArrayList<Change>();
    for (var triple : page.find().toList()) {
      changes.add(new Change("left out", Set.of(triple), Set.of()));
      for (var value : otherValues(triple.getObject())) {
        var other = Triple.create(triple.getSubject(), triple.getPredicate(), value);
        if (!page.contains(other)) {
          changes.add(new Change("replaced", Set.of(triple), Set.of(other)));
          changes.add(new Change("beside", Set.of(), Set.of(other)));
        }
      }
    }
    changes.add(new Change("added", Set.of(), Set.of(geometry())));
    return changes;
  }

  /** A geometry as DCAT-AP 3.0 wants it, which yet ends a run of GovData. */
  private static Triple geometry() {
    return Triple.create(
        NodeFactory.createURI(Descriptions.BASE + "#ort"),
        LOCN.geometry,
        NodeFactory.createBlankNode());
  }

  private static Set<Node> otherValues(Node value) {
    var others = new HashSet<Node>();
    others.add(NodeFactory.createLiteralString("Unsinn"));
    others.add(NodeFactory.createURI("https://daten.musterstadt.example/nirgends"));
    others.add(NodeFactory.createBlankNode());
    others.add(NodeFactory.createLiteralDT("kein Wert", XSDDatatype.XSDdecimal));
    if (value.isURI()) {
      others.add(NodeFactory.createURI(value.getURI() + "X"));
      others.add(NodeFactory.createURI(value.getURI().replaceFirst("^http:", "https:")));
      others.add(NodeFactory.createLiteralString(value.getURI()));
    } else if (value.isLiteral()) {
      others.add(NodeFactory.createLiteralString(value.getLiteralLexicalForm()));
      others.add(NodeFactory.createLiteralLang(value.getLiteralLexicalForm(), "en"));
      others.add(NodeFactory.createLiteralString(""));
    }
    others.remove(value);
    return others;
  }

  /** The official shapes as the README of the conformance folder puts them together. */
  private static final class OfficialShapes {
    private final org.apache.jena.shacl.Shapes shapes;
    private final Graph data = GraphFactory.createDefaultGraph();

    OfficialShapes(Graph page) {
      var shapesGraph = GraphFactory.createDefaultGraph();
      files(CONFORMANCE.resolve("shacl/3.0"))
          .forEach(file -> RDFDataMgr.read(shapesGraph, file.toUri().toString()));
      shapesGraph.remove(Node.ANY, OWL.imports.asNode(), Node.ANY);
      shapes = org.apache.jena.shacl.Shapes.parse(shapesGraph);
      GraphUtil.addInto(data, shapesGraph);
      for (var folder : List.of("ontologies", "vocab")) {
        files(CONFORMANCE.resolve(folder)).stream()
            .filter(file -> !file.toString().endsWith(".txt"))
            .forEach(file -> RDFDataMgr.read(data, file.toUri().toString()));
      }
      data.remove(Node.ANY, OWL.imports.asNode(), Node.ANY);
      GraphUtil.addInto(data, page);
    }

    void apply(Change change) {
      OfficialShapesTest.apply(data, change);
    }

    /** Violations at nodes of the page; those inside ontologies and vocabularies do not count. */
    Set<String> violations(Graph page) {
      var messages = new TreeSet<String>();
      ShaclValidator.get().validate(shapes, data).getEntries().stream()
          .filter(entry -> entry.severity().equals(Severity.Violation))
          .filter(entry -> isOn(page, entry.focusNode()))
          .map(ReportEntry::message)
          .forEach(messages::add);
      return messages;
    }

    private static boolean isOn(Graph page, Node node) {
      return page.contains(node, Node.ANY, Node.ANY) || page.contains(Node.ANY, Node.ANY, node);
    }
  }

  private static Graph load(Path file) {
    var graph = GraphFactory.createDefaultGraph();
    RDFDataMgr.read(graph, file.toUri().toString());
    return graph;
  }

  private static List<Path> files(Path folder) {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Beside the repository; the tests of a module run in its folder. */
  private static Path conformance() {
    return Path.of("..", "..", "shared", "conformance", "dcat-ap-de").normalize();
  }
}
