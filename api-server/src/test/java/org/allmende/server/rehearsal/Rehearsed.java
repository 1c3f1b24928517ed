package org.allmende.server.rehearsal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.allmende.catalog.validate.Validator;
import org.allmende.server.rehearsal.Portal.Entry;
import org.allmende.server.rehearsal.Portal.Fate;
import org.allmende.vocab.Prefixes;
import org.allmende.vocab.profile.Profile;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/** Pages in Turtle that were read without a server, and what was noticed. */
final class Rehearsed {
  static final String SOURCE = "https://daten.example/catalog.rdf";

  private static final Validator VALIDATOR = new Validator(Profile.DCAT_AP_DE);

  private final Findings findings = new Findings();
  private final Portal portal;

  private Rehearsed(List<Entry> before, List<String> pages) {
    this.portal = new Portal(before, findings);
    var reading = new CatalogReading(SOURCE, VALIDATOR, portal, findings);
    for (var page : pages) {
      var graph = GraphFactory.createDefaultGraph();
      RDFParser.fromString(prefixes() + page, Lang.TURTLE).parse(graph);
      reading.take(graph, SOURCE);
    }
    portal.deleteVanished();
  }

  /** Reads these pages for a portal that has nothing. */
  static Rehearsed pages(String... pages) {
    return new Rehearsed(List.of(), Arrays.asList(pages));
  }

  /** Reads these pages for a portal that has this. */
  static Rehearsed pagesAfter(List<Entry> before, String... pages) {
    return new Rehearsed(before, Arrays.asList(pages));
  }

  /** All our prefixes as Turtle declares them. */
  static String prefixes() {
    return Prefixes.map().entrySet().stream()
        .map(entry -> "@prefix " + entry.getKey() + ": <" + entry.getValue() + "> .\n")
        .collect(Collectors.joining());
  }

  /** A dataset at which nothing is to be noticed. */
  static String dataset(String name, String... more) {
    return titled(name, "\"" + name + "\"@de", more);
  }

  /** The same with this title, in Turtle. */
  static String titled(String name, String title, String... more) {
    return """
    <https://daten.example/%1$s> a dcat:Dataset ;
      dct:title %2$s ;
      dct:description "Beschreibung."@de ;
      dct:identifier "https://daten.example/%1$s" ;
      dct:modified "2026-01-01T00:00:00Z"^^xsd:dateTime ;
      dct:publisher <https://daten.example/stadt> ;
      dcat:contactPoint <https://daten.example/%1$s#contact> ;
      dcat:keyword "Bäume"@de ;
      dcat:theme <http://publications.europa.eu/resource/authority/data-theme/ENVI> ;
      dcatde:contributorID <http://dcat-ap.de/def/contributors/openDataHRO> ;
      dcat:distribution <https://daten.example/%1$s/csv> .
    <https://daten.example/%1$s#contact> a vcard:Kind ; vcard:fn "Amt"@de ;
      vcard:hasEmail <mailto:amt@daten.example> .
    <https://daten.example/stadt> a foaf:Agent, foaf:Organization ; foaf:name "Stadt"@de .
    <https://daten.example/%1$s/csv> a dcat:Distribution ;
      dct:title "Tabelle"@de ;
      dct:modified "2026-01-01"^^xsd:date ;
      dct:format <http://publications.europa.eu/resource/authority/file-type/CSV> ;
      dct:license <http://dcat-ap.de/def/licenses/dl-zero-de/2.0> ;
      dcat:accessURL <https://daten.example/%1$s.csv> .
    """
            .formatted(name, title)
        + String.join("\n", Arrays.asList(more));
  }

  /** The codes of the checks that noticed something, those of the shapes left out. */
  List<String> codes() {
    var checks = Arrays.stream(Check.values()).map(Check::code).toList();
    return findings.groups().stream()
        .map(group -> group.topic().code())
        .filter(checks::contains)
        .toList();
  }

  /** Where a check noticed something, such as {@code "https://daten.example/a [b]"}. */
  List<String> places(Check check) {
    return places(check.code());
  }

  List<String> places(String code) {
    return findings.groups().stream()
        .filter(group -> group.topic().code().equals(code))
        .flatMap(group -> group.places().stream())
        .map(
            p ->
                p.subject()
                    + (p.detail().equals(Detail.NONE) ? "" : " [" + p.detail().in("de") + "]"))
        .toList();
  }

  boolean hasLoss() {
    return findings.hasLoss();
  }

  /** What the shapes call a violation. */
  List<String> violations() {
    return findings.groups().stream()
        .filter(group -> group.topic().effect() == Effect.INVALID)
        .map(group -> group.topic().code())
        .toList();
  }

  boolean has(Effect effect) {
    return findings.has(effect);
  }

  /** What became of each dataset, by guid. */
  Map<String, Fate> fates() {
    return portal.entries().stream().collect(Collectors.toMap(Entry::guid, Entry::fate));
  }

  /** What the portal has by then. */
  List<Entry> entries() {
    return portal.entries();
  }
}
