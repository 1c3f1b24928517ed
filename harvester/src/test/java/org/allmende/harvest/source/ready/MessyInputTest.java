package org.allmende.harvest.source.ready;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.allmende.catalog.CatalogSettings.Town;
import org.allmende.harvest.source.Given;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Documents that no type was made for. Whatever comes, a source is read with every row accounted
 * for, or refused with a sentence; nothing else ever leaves a format.
 */
class MessyInputTest {

  private static final Town TOWN = ReadyTypes.town("Musterstadt", "13099001", "19999");
  private static final String WRONG_KINDS =
      """
      {"data": [null, 7, "x", [], [1, [2]], {}, {"id": {"a": 1}, "name": ["b", {"c": null}], "evses": "keine",
        "connectors": 5, "coordinates": "53,11", "location": [1], "lat": {"x": 1}, "lon": [], "start": 20261201,
        "startDate": ["2026-12-01"], "identifier": 1e400, "info": "x", "area": 3, "keywords": {"a": "b"},
        "nodes": 3, "authorities": {"name": "A"}, "locations": [null, 3, {"name": {"x": 1}}], "forms": "F",
        "service_request_id": [], "requested_datetime": {}, "position": [53.4, 11.2], "flags": "online",
        "nodeinfo": [], "geo": ["a", "b"], "n": "viele", "Anzahl": -3, "jobLocation": [{"address": 3}]}]}
      """;

  private static Map<String, byte[]> documents() {
    var documents = new LinkedHashMap<String, byte[]>();
    text(documents, "nothing", "");
    text(documents, "blanks", " \n\t\r\n ");
    text(documents, "a byte order mark alone", "\ufeff");
    text(documents, "null", "null");
    text(documents, "a number", "42");
    text(documents, "an empty list", "[]");
    text(documents, "an empty object", "{}");
    text(documents, "values of wrong kinds", WRONG_KINDS);
    text(documents, "the same as a bare list", WRONG_KINDS.strip().replaceAll("^.*?\\[", "["));
    text(documents, "lists where objects are due", "{\"nodes\":[[]],\"items\":[[]],\"csvs\":[[]]}");
    text(documents, "objects where lists are due", "{\"nodes\":{\"a\":1},\"csvs\":{\"url\":7}}");
    text(documents, "a deep nest", "[".repeat(2_000) + "]".repeat(2_000));
    text(documents, "a cut document", "{\"nodes\": [{\"id\": \"a\", \"hostna");
    text(documents, "a page", "<!DOCTYPE html><html><title>Wartung</title><p>Gleich zurück</p>");
    text(documents, "a map service's error", "<ows:ExceptionReport>nein</ows:ExceptionReport>");
    text(documents, "XML with a bomb", "<!DOCTYPE x [<!ENTITY a \"b\">]><leistung>&a;</leistung>");
    text(documents, "a header alone", "id;name;lat;lon\n");
    text(documents, "a row too long", "id;name\n1;a;b;c;d\n");
    text(documents, "columns nobody knows", "foo;bar;baz\n1;2;3\n");
    text(documents, "an open quotation mark", "id;name\n1;\"offen\n2;zu\n3;x\n");
    text(documents, "the same column twice", "id;name;name\n1;a;b\n");
    text(documents, "no column has a name", ";;\n;;\n");
    text(documents, "a calendar without events", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
    text(documents, "half a calendar", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:morgen\r\n");
    text(documents, "an election without letters", "gebiet-nr;gebiet-name;datum\n1;a;31.02.2026\n");
    text(
        documents, "a dictionary with gaps", "{\"dictionary\":[{},7,null],\"data\":[[1],{},null]}");
    documents.put("bytes", new byte[] {0, 1, 2, (byte) 0xff, (byte) 0xfe, 0, 'P', 'K'});
    documents.put("half an archive", "PK\u0003\u0004xxxx".getBytes(StandardCharsets.ISO_8859_1));
    documents.put(
        "single bytes", "id;name;Straße\n1;Café;Größe\n".getBytes(Charset.forName("windows-1252")));
    documents.put("UTF-16", "id;name\n1;Bühne\n".getBytes(StandardCharsets.UTF_16));
    return documents;
  }

  private static void text(Map<String, byte[]> documents, String name, String text) {
    documents.put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  @TestFactory
  Stream<DynamicTest> isReadOrRefusedByEveryType() {
    return SourceTypes.all().stream()
        .flatMap(
            type ->
                documents().entrySet().stream()
                    .map(
                        document ->
                            DynamicTest.dynamicTest(
                                type.id() + ": " + document.getKey(),
                                () -> readOrRefuse(type.id(), document.getValue()))));
  }

  private static void readOrRefuse(String type, byte[] document) {
    var pages = new Given.Pages().with(ReadyTypes.LOCATION, "", document);
    try {
      for (var entry : ReadyTypes.read(type, TOWN, ReadyTypes.LOCATION, pages)) {
        var notes = entry.table().notes();
        assertEquals(entry.table().rows().size(), notes.rowsKept());
        var skipped = notes.rowsRead() - notes.rowsKept();
        assertEquals(skipped > 0, !notes.skipped().isEmpty(), notes.toString());
      }
    } catch (IOException e) {
      assertFalse(Given.message(e).isBlank());
    }
  }
}
