package org.allmende.vocab.profile;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.allmende.vocab.Prefixes;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.sparql.graph.GraphFactory;

/** Descriptions written in the tests, and what our shapes say about them. */
final class Descriptions {

  /** The base of relative IRIs such as {@code <#csv>}. */
  static final String BASE = "https://daten.musterstadt.example/dataset/1";

  /** What the official example pages lack in every version: other classes, rare properties. */
  static final String FURTHER =
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
        dct:conformsTo <http://dcat-ap.de/def/dcatde/3.0> ; dct:source <#eintrag> .
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
        dcat:distribution <#datei> ; adms:sample <#datei> ; dcat:hasVersion <#daten> ;
        dct:source <#daten> ; dct:contributor <#amt> ;
        dcat:qualifiedRelation <#beziehung> ; prov:qualifiedAttribution <#zustaendig> ; prov:wasGeneratedBy <#tat> ;
        dct:conformsTo <#norm> ; dct:provenance <#herkunft> ; dct:relation <#daten> ; dct:isReferencedBy <#daten> ;
        foaf:page <https://daten.musterstadt.example/hilfe> ; dcat:temporalResolution "P1D"^^xsd:duration ;
        dcat:spatialResolutionInMeters 10.5 .
      <#datei> a dcat:Distribution ; dcat:accessURL <https://daten.musterstadt.example/d.zip> ;
        odrl:hasPolicy <#regel> ; dct:conformsTo <#norm> ; foaf:page <#hilfe> ;
        dcat:compressFormat <https://www.iana.org/assignments/media-types/application/gzip> ;
        dcat:packageFormat <https://www.iana.org/assignments/media-types/application/zip> ;
        dcat:temporalResolution "P1D"^^xsd:duration ; dcat:spatialResolutionInMeters 10.5 .
      <#lizenz> a dct:LicenseDocument ; dct:type <http://purl.org/adms/licencetype/Attribution> .
      <#beziehung> a dcat:Relationship ; dcat:hadRole <#rolle> ; dct:relation <#daten> .
      <#rolle> a dcat:Role .
      <#zustaendig> a prov:Attribution ; dcat:hadRole <#rolle> ; prov:agent <#amt> .
      """;

  private static final String PREFIXES =
      Prefixes.map().entrySet().stream()
          .map(e -> "@prefix " + e.getKey() + ": <" + e.getValue() + "> .\n")
          .collect(joining());

  /** Parsed once: what a server does, too. */
  private static final Map<Profile, org.apache.jena.shacl.Shapes> SHAPES =
      new ConcurrentHashMap<>();

  private Descriptions() {}

  /** Reads Turtle; all our prefixes are declared. */
  static Graph graph(String turtle) {
    var graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).base(BASE).parse(graph);
    return graph;
  }

  /** The codes of the rules that a description breaks, violations only. */
  static Set<String> violations(Graph description) {
    return violations(Profile.DCAT_AP_DE, description);
  }

  /** The same for the rules of a profile. */
  static Set<String> violations(Profile profile, Graph description) {
    return broken(profile, description, Severity.Violation);
  }

  /** The codes of the rules that a description breaks, warnings only. */
  static Set<String> warnings(Graph description) {
    return warnings(Profile.DCAT_AP_DE, description);
  }

  /** The same for the rules of a profile. */
  static Set<String> warnings(Profile profile, Graph description) {
    return broken(profile, description, Severity.Warning);
  }

  private static Set<String> broken(Profile profile, Graph description, Severity severity) {
    var codes = new TreeSet<String>();
    for (var entry : ShaclValidator.get().validate(shapes(profile), description).getEntries()) {
      if (entry.severity().equals(severity)) {
        codes.add(code(entry));
      }
    }
    return codes;
  }

  private static org.apache.jena.shacl.Shapes shapes(Profile profile) {
    return SHAPES.computeIfAbsent(profile, p -> org.apache.jena.shacl.Shapes.parse(Shapes.of(p)));
  }

  static String code(ReportEntry entry) {
    return Shapes.findRule(entry.source()).orElseThrow().code();
  }
}
