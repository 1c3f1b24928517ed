package org.allmende.harvest.source.wfs;

import static org.allmende.harvest.Harvests.column;
import static org.allmende.harvest.source.LocalServer.parameter;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.allmende.harvest.source.Given;
import org.allmende.harvest.source.LocalServer;
import org.allmende.harvest.source.table.Row;
import org.junit.jupiter.api.Test;

class WfsIT {

  private static final String MAPPING = "key: [_id]\nfields: [{ name: name }]\npassthrough: false";
  private static final int ALL = 2_300;

  private static String capabilities(String format, boolean isPaged, String... types) {
    var list =
        List.of(types).stream()
            .map(
                type ->
                    "<FeatureType><Name>"
                        + type
                        + "</Name><DefaultCRS>urn:ogc:def:crs:EPSG::25833</DefaultCRS>"
                        + "<OtherCRS>urn:ogc:def:crs:EPSG::4326</OtherCRS></FeatureType>")
            .collect(Collectors.joining());
    return "<?xml version='1.0'?><wfs:WFS_Capabilities version='2.0.0'"
        + " xmlns:wfs='http://www.opengis.net/wfs/2.0' xmlns:ows='http://www.opengis.net/ows/1.1'>"
        + "<ows:OperationsMetadata><ows:Operation name='GetFeature'>"
        + "<ows:Parameter name='outputFormat'><ows:AllowedValues><ows:Value>"
        + format
        + "</ows:Value></ows:AllowedValues></ows:Parameter></ows:Operation>"
        + "<ows:Constraint name='ImplementsResultPaging'><ows:DefaultValue>"
        + (isPaged ? "TRUE" : "FALSE")
        + "</ows:DefaultValue></ows:Constraint></ows:OperationsMetadata>"
        + "<wfs:FeatureTypeList>"
        + list.replaceAll("<(/?)(\\w)", "<$1wfs:$2")
        + "</wfs:FeatureTypeList></wfs:WFS_Capabilities>";
  }

  private static void pagedJson(Context c) {
    if (parameter(c, "request", "").equals("GetCapabilities")) {
      c.contentType("text/xml").result(capabilities("application/json", true, "app:brunnen"));
      return;
    }
    var from = Integer.parseInt(parameter(c, "startindex", "0"));
    var count = Integer.parseInt(parameter(c, "count", "1000000"));
    var features =
        IntStream.range(from, Math.min(ALL, from + count))
            .mapToObj(
                i ->
                    "{\"type\":\"Feature\",\"id\":\"b."
                        + i
                        + "\",\"properties\":{\"name\":\"Brunnen "
                        + i
                        + "\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[11.2,53.4]}}")
            .collect(Collectors.joining(","));
    c.contentType("application/json")
        .result("{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}");
  }

  @Test
  void asksForGeoJsonPageByPageWhereTheServiceOffersBoth() throws IOException {
    try (var server = LocalServer.answering(WfsIT::pagedJson)) {
      var table = server.read(new WfsSourceFormat(), "/ows?map=a&SERVICE=WFS", MAPPING);

      assertEquals(ALL, table.rows().size());
      assertEquals("b.2299", table.rows().getLast().key());
      assertTrue(server.asked().get(1).startsWith("/ows?map=a&"), server.asked().toString());
      assertTrue(server.asked().get(1).contains("OUTPUTFORMAT=application%2Fjson"));
    }
  }

  private static String gml(String srs, String position) {
    return """
    <wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0"
        xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:app="http://stadt.example/app">
      <gml:boundedBy><gml:Envelope><gml:lowerCorner>0 0</gml:lowerCorner></gml:Envelope></gml:boundedBy>
      <wfs:member><app:brunnen gml:id="b.1"><app:name>Marktbrunnen</app:name>
        <app:lage><app:ort><app:strasse>Markt</app:strasse></app:ort></app:lage>
        <app:bild xlink:href="https://stadt.example/1.jpg" xmlns:xlink="http://www.w3.org/1999/xlink"/>
        <app:geom><gml:Point srsName="%s"><gml:pos>%s</gml:pos></gml:Point></app:geom>
      </app:brunnen></wfs:member>
    </wfs:FeatureCollection>
    """
        .formatted(srs, position);
  }

  private static Row only(String document) throws IOException {
    try (var server = LocalServer.answering(c -> c.contentType("text/xml").result(document))) {
      var table =
          server.read(new WfsSourceFormat(), "/wfs?request=GetFeature", "passthrough: true");
      return table.rows().getFirst();
    }
  }

  private static String place(String srs, String position) throws IOException {
    return only(gml(srs, position)).geometry().orElseThrow().coordinates();
  }

  @Test
  void readsNestedPropertiesOfGmlAndReferences() throws IOException {
    assertEquals(
        "[Marktbrunnen, Markt, https://stadt.example/1.jpg, b.1]",
        only(gml("EPSG:4326", "11.2 53.4")).values().toString());
  }

  @Test
  void followsTheOrderOfAxesThatIsDeclaredAndTheGuardWhereThatLies() throws IOException {
    var expected = "[11.2,53.4]";
    assertEquals(expected, place("urn:ogc:def:crs:EPSG::4326", "53.4 11.2"));
    assertEquals(expected, place("http://www.opengis.net/def/crs/EPSG/0/4326", "53.4 11.2"));
    assertEquals(expected, place("EPSG:4326", "11.2 53.4"));
    assertEquals(expected, place("urn:ogc:def:crs:OGC:1.3:CRS84", "11.2 53.4"));
    assertEquals(expected, place("urn:ogc:def:crs:EPSG::4326", "11.2 53.4"), "it lies");
    var utm = place("urn:ogc:def:crs:EPSG::25832", "646141.27 5918926.13");
    assertTrue(utm.startsWith("[11.19"), utm);
    var gaussKrueger = place("urn:ogc:def:crs:EPSG::31468", "5921060.7 4446390.1");
    assertTrue(gaussKrueger.startsWith("[11.1"), gaussKrueger);
  }

  @Test
  void readsAreasWithHolesAndSurfacesOfPatches() throws IOException {
    var ring =
        "<gml:LinearRing><gml:posList>53 11 53 12 54 12 53 11</gml:posList></gml:LinearRing>";
    var area = "<gml:exterior>" + ring + "</gml:exterior><gml:interior>" + ring + "</gml:interior>";
    var surface =
        "<gml:MultiSurface srsName=\"urn:ogc:def:crs:EPSG::4326\"><gml:surfaceMember><gml:Surface>"
            + "<gml:patches><gml:PolygonPatch>"
            + area.replace("53 11", "53.1 11.1").replace("53 12", "53.1 12.1")
            + "</gml:PolygonPatch></gml:patches></gml:Surface></gml:surfaceMember>"
            + "<gml:surfaceMember><gml:Polygon>"
            + area.replace("53 11", "53.1 11.1").replace("53 12", "53.1 12.1")
            + "</gml:Polygon></gml:surfaceMember></gml:MultiSurface>";
    var document =
        gml("x", "y")
            .replaceAll("(?s)<gml:Point.*</gml:Point>", surface.replace("54 12", "54.1 12.1"));
    var geometry = only(document).geometry().orElseThrow();
    assertEquals("MultiPolygon", geometry.type());
    var read = "[[11.1,53.1],[12.1,53.1],[12.1,54.1],[11.1,53.1]]";
    assertEquals(
        "[[" + read + "," + read + "],[" + read + "," + read + "]]", geometry.coordinates());
  }

  @Test
  void takesAnExceptionWithStatus200ForAFailure() {
    var report =
        "<?xml version='1.0'?><ows:ExceptionReport><ows:Exception><ows:ExceptionText>no such type"
            + "</ows:ExceptionText></ows:Exception></ows:ExceptionReport>";
    try (var server =
        LocalServer.answering(c -> c.contentType("application/json").result(report))) {
      var failure =
          assertThrows(
              IOException.class, () -> server.read(new WfsSourceFormat(), "/wfs", MAPPING));
      assertTrue(Given.message(failure).contains("no such type"), Given.message(failure));
    }
  }

  @Test
  void listsTheLayersWhereNoneOrAWrongOneIsNamed() {
    var document = capabilities("text/xml", false, "app:brunnen", "app:baeume");
    try (var server = LocalServer.answering(c -> c.contentType("text/xml").result(document))) {
      for (var select : List.of("", "select: { layer: parks }\n")) {
        var failure =
            assertThrows(
                IOException.class,
                () -> server.read(new WfsSourceFormat(), "/wfs", select + MAPPING));
        assertTrue(Given.message(failure).contains("app:brunnen, app:baeume"));
      }
    }
  }

  @Test
  void endsWhereAServiceThatSaysItCanSkipGivesTheFirstPageAgain() throws IOException {
    try (var server =
        LocalServer.answering(
            c -> {
              var isFirst = parameter(c, "request", "").equals("GetCapabilities");
              c.contentType("text/xml")
                  .result(
                      isFirst
                          ? capabilities("text/xml", true, "app:brunnen")
                          : gml("urn:ogc:def:crs:EPSG::4326", "53.4 11.2"));
            })) {
      var table = server.read(new WfsSourceFormat(), "/wfs", MAPPING);
      assertEquals(List.of("Marktbrunnen"), column(table, "name"));
      assertEquals(3, server.asked().size());
    }
  }
}
