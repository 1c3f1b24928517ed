package org.allmende.harvest.source.kml;

import static org.allmende.harvest.Harvests.column;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.allmende.harvest.Harvests;
import org.allmende.harvest.source.Given;
import org.allmende.harvest.source.table.Table;
import org.junit.jupiter.api.Test;

class KmlRowsTest {

  private static final String MAPPING = "passthrough: true";

  private static Table read(byte[] document) throws IOException {
    return Harvests.read(new KmlSourceFormat(), Harvests.mapping(MAPPING), document);
  }

  private static Table read(String document) throws IOException {
    return read(document.getBytes(StandardCharsets.UTF_8));
  }

  private static String geometry(String shape) throws IOException {
    var table = read("<kml><Placemark><name>x</name>" + shape + "</Placemark></kml>");
    var geometry = table.rows().getFirst().geometry().orElseThrow();
    return geometry.type() + geometry.coordinates();
  }

  @Test
  void readsNestedFoldersAsAColumnAndExtendedDataUnderItsNames() throws IOException {
    var table =
        read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <kml xmlns="http://www.opengis.net/kml/2.2"><Document>
              <name>Stadtplan</name>
              <Style id="s"><IconStyle><Icon><href>x.png</href></Icon></IconStyle></Style>
              <Folder><name>Grün</name><Folder><name>Brunnen</name>
                <Placemark id="p1"><name>Marktbrunnen</name>
                  <description><![CDATA[<b>Erbaut</b> 1901 &amp; saniert]]></description>
                  <ExtendedData><Data name="art"><value>Zierbrunnen</value></Data>
                    <SchemaData schemaUrl="#s"><SimpleData name="nr">7</SimpleData></SchemaData>
                  </ExtendedData>
                  <Point><coordinates>11.1931, 53.4321, 0</coordinates></Point>
                </Placemark></Folder></Folder>
              <Placemark><name>Rathaus</name></Placemark>
            </Document></kml>
            """);

    assertEquals(List.of("Grün / Brunnen", "-"), column(table, "folder"));
    assertEquals(List.of("Erbaut 1901 & saniert", "-"), column(table, "description"));
    assertEquals(List.of("Zierbrunnen", "-"), column(table, "art"));
    assertEquals(List.of("7", "-"), column(table, "nr"));
    assertEquals("[11.1931,53.4321]", table.rows().getFirst().geometry().get().coordinates());
  }

  @Test
  void readsEveryKindOfShape() throws IOException {
    assertEquals(
        "LineString[[11.1,53.4],[11.2,53.5]]",
        geometry("<LineString><coordinates>11.1,53.4 11.2,53.5</coordinates></LineString>"));
    var ring =
        "<LinearRing><coordinates>11.1,53.4 11.2,53.4 11.2,53.5"
            + " 11.1,53.4</coordinates></LinearRing>";
    assertEquals(
        "Polygon[[[11.1,53.4],[11.2,53.4],[11.2,53.5],[11.1,53.4]]]",
        geometry("<Polygon><outerBoundaryIs>" + ring + "</outerBoundaryIs></Polygon>"));
    var points =
        "<Point><coordinates>11.1,53.4</coordinates></Point><Point><coordinates>11.2,53.5</coordinates></Point>";
    assertEquals(
        "MultiPoint[[11.1,53.4],[11.2,53.5]]",
        geometry("<MultiGeometry>" + points + "</MultiGeometry>"));
  }

  @Test
  void unpacksKmz() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(packed)) {
      zip.putNextEntry(new ZipEntry("files/pin.png"));
      zip.putNextEntry(new ZipEntry("doc.kml"));
      zip.write(
          "<kml><Placemark><name>a</name></Placemark></kml>".getBytes(StandardCharsets.UTF_8));
    }
    assertEquals(List.of("a"), column(read(packed.toByteArray()), "name"));
  }

  @Test
  void takesTheEncodingFromTheBytesWhenTheDeclarationLies() throws IOException {
    var text =
        "<?xml version=\"1.0\""
            + " encoding=\"UTF-8\"?><kml><Placemark><name>Käfer</name></Placemark></kml>";
    var table = read(text.getBytes(Charset.forName("windows-1252")));
    assertEquals(List.of("Käfer"), column(table, "name"));
    assertEquals("windows-1252", table.notes().encoding());
  }

  @Test
  void asksForNothingThatADocumentTypeNames() throws IOException {
    var table =
        read(
            "<!DOCTYPE kml [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                + "<kml><Placemark><name>a&x;b</name></Placemark></kml>");
    assertEquals(List.of("a&x;b"), column(table, "name"));
  }

  @Test
  void saysWhereATruncatedDocumentEnds() {
    var failure =
        assertThrows(IOException.class, () -> read("<kml>\n<Placemark><name>a</name>\n<desc"));
    assertTrue(Given.message(failure).startsWith("list, line 3"), Given.message(failure));
  }
}
