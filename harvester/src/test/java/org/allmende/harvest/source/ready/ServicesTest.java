package org.allmende.harvest.source.ready;

import static org.allmende.harvest.Harvests.column;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.allmende.catalog.CatalogSettings.Town;
import org.allmende.harvest.SourceRecord.TableEntry;
import org.allmende.harvest.source.Given;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;

/** Catalogs of services in XZuFi and JSON, and what becomes of them. */
class ServicesTest {

  private static final Town TOWN = ReadyTypes.town("Musterstadt", "13099001", "19999");

  private static final String XZUFI =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <xzufi:uebertragung xmlns:xzufi="http://xoev.de/schemata/xzufi/2_2_0">
       <xzufi:leistung>
        <xzufi:id schemeAgencyID="L1">100</xzufi:id>
        <xzufi:referenzLeiKa><code>99110001001000</code></xzufi:referenzLeiKa>
        <xzufi:modulText><xzufi:inhalt languageCode="de-DE">Hundesteuer Anmeldung</xzufi:inhalt>
         <xzufi:leikaTextmodul><code>02</code></xzufi:leikaTextmodul></xzufi:modulText>
        <xzufi:modulText><xzufi:inhalt languageCode="en">Register a dog</xzufi:inhalt>
         <xzufi:inhalt languageCode="de-DE">Hund anmelden</xzufi:inhalt>
         <xzufi:leikaTextmodul><code>03</code></xzufi:leikaTextmodul></xzufi:modulText>
        <xzufi:modulText><xzufi:inhalt>&lt;p&gt;Wer einen Hund h&#228;lt&lt;br/&gt;&lt;b&gt;meldet&lt;/b&gt; ihn an.&lt;/p&gt;</xzufi:inhalt>
         <xzufi:leikaTextmodul><code>07</code><name>Volltext</name></xzufi:leikaTextmodul></xzufi:modulText>
        <xzufi:modulKosten><xzufi:beschreibung languageCode="de">120 EUR im Jahr</xzufi:beschreibung></xzufi:modulKosten>
        <xzufi:gueltigkeitGebietID>130990000000</xzufi:gueltigkeitGebietID>
       </xzufi:leistung>
       <xzufi:leistung>
        <xzufi:id>200</xzufi:id>
        <xzufi:modulText><xzufi:inhalt>Fischereischein</xzufi:inhalt>
         <xzufi:leikaTextmodul><code>02</code></xzufi:leikaTextmodul></xzufi:modulText>
        <xzufi:gueltigkeitGebietID>053150000000</xzufi:gueltigkeitGebietID>
       </xzufi:leistung>
       <xzufi:leistung><xzufi:id>300</xzufi:id></xzufi:leistung>
       <xzufi:organisationseinheit>
        <xzufi:id>7</xzufi:id><xzufi:name><xzufi:name>Steueramt</xzufi:name></xzufi:name>
        <xzufi:zustaendigkeit><xzufi:leistungID>100</xzufi:leistungID></xzufi:zustaendigkeit>
       </xzufi:organisationseinheit>
      </xzufi:uebertragung>
      """;

  private static TableEntry read(String document) throws IOException {
    var pages =
        new Given.Pages().with(ReadyTypes.LOCATION, "", document.getBytes(StandardCharsets.UTF_8));
    return ReadyTypes.read("services", TOWN, ReadyTypes.LOCATION, pages).getFirst();
  }

  @Test
  void readsTheServicesThatHoldInTheMunicipality() throws IOException {
    var table = read(XZUFI).table();

    assertEquals(List.of("Hund anmelden"), column(table, "name"));
    assertEquals(List.of("99110001001000"), column(table, "leika"));
    assertEquals(List.of("Wer einen Hund hält\nmeldet ihn an."), column(table, "description"));
    assertEquals(List.of("120 EUR im Jahr"), column(table, "fees"));
    assertEquals(List.of(List.of("Steueramt")), column(table, "authorities"));
  }

  @Test
  void accountsForServicesOfOtherPlacesAndThoseWithoutAName() throws IOException {
    var notes = read(XZUFI).table().notes();

    assertEquals(3, notes.rowsRead());
    assertEquals(2, notes.skipped().size());
    assertTrue(notes.skipped().toString().contains("200 gilt nicht"), notes.skipped().toString());
    assertTrue(notes.skipped().toString().contains("ohne Namen"), notes.skipped().toString());
  }

  @Test
  void givesThemOutAsPublicServices() throws IOException {
    var file = read(XZUFI).attachments().getFirst();
    var turtle = new String(file.body(), StandardCharsets.UTF_8);
    var graph = RDFParser.fromString(turtle, Lang.TURTLE).toGraph();

    var service = NodeFactory.createURI("http://purl.org/vocab/cpsv#PublicService");
    assertEquals(1, graph.find(Node.ANY, RDF.type.asNode(), service).toList().size(), turtle);
    assertTrue(turtle.contains("\"99110001001000\""), turtle);
    assertTrue(turtle.contains("m8g/hasCompetentAuthority"), turtle);
    assertTrue(turtle.contains("\"120 EUR im Jahr\"@de"), turtle);
    assertEquals(
        turtle, new String(read(XZUFI).attachments().getFirst().body(), StandardCharsets.UTF_8));
  }

  @Test
  void saysWhereBrokenXmlEnds() {
    var broken = XZUFI.substring(0, 900);
    var error =
        org.junit.jupiter.api.Assertions.assertThrows(IOException.class, () -> read(broken));
    assertTrue(Given.message(error).contains("liste"), Given.message(error));
  }

  @Test
  void readsTheItemsOfThePortalsJson() throws IOException {
    var table =
        read("{\"items\": [{\"id\": 5, \"name\": \"Reisepass\"}], \"total_count\": 1}").table();

    assertEquals(List.of("Reisepass"), column(table, "name"));
  }
}
