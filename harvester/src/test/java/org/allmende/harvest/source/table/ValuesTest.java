package org.allmende.harvest.source.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Numbers, dates, truth values, texts and places as people write them ({@code sources.md} 2). */
class ValuesTest {

  private static List<String> numbers(boolean isAmount, String... texts) {
    var reader = NumberReader.forColumn(Arrays.asList(texts), isAmount);
    return Arrays.stream(texts)
        .map(text -> reader.read(text).map(NumberReader::plain).orElse("?"))
        .toList();
  }

  @Test
  void takesACommaAloneForTheDecimalSign() {
    assertEquals(List.of("52.535955", "1.5", "-3"), numbers(false, "52,535955", "1,5", "-3"));
  }

  @Test
  void takesTheLastOfTwoSignsForTheDecimalSign() {
    assertEquals(List.of("-22000", "1234.5"), numbers(false, "-22.000,00", "1.234,5"));
    assertEquals(List.of("22000.25", "1234"), numbers(false, "22,000.25", "1,234"));
  }

  @Test
  void takesADotForThousandsInAColumnOfAmountsAlone() {
    assertEquals(List.of("1234", "12000"), numbers(true, "1.234", "12.000"));
    assertEquals(List.of("1.234", "12"), numbers(false, "1.234", "12.000"));
    assertEquals(List.of("1.234", "12.5"), numbers(true, "1.234", "12.5"));
  }

  @Test
  void takesSpacesAndApostrophesForThousands() {
    assertEquals(
        List.of("90164", "90164", "90164", "90164"),
        numbers(false, " 90 164", "90\u00a0164", "90\u202f164", "90'164"));
  }

  @Test
  void knowsWhatStandsForNoNumber() {
    for (var text : List.of("", "-", "–", "k. A.", "Keine Angabe", "N/A", ".", "<15")) {
      assertTrue(NumberReader.isNothing(text), text);
    }
  }

  private static List<String> dates(List<String> formats, String... texts) {
    var reader = DateReader.forColumn(Arrays.asList(texts), formats);
    return Arrays.stream(texts)
        .map(text -> reader.readDate(text).map(LocalDate::toString).orElse("?"))
        .toList();
  }

  @Test
  void readsGermanAndIsoDates() {
    assertEquals(
        List.of("2026-02-27", "2021-07-22", "1971-01-01", "2024-05-01", "2026-11-01"),
        dates(List.of(), "27.02.2026", "22.07.21", "1.1.71", "2024-05-01", "2026-11-01T06:00:02"));
  }

  @Test
  void decidesForTheWholeColumnWhetherTheMonthIsFirst() {
    assertEquals(List.of("2009-07-14", "2010-04-05"), dates(List.of(), "7/14/09", "4/5/10"));
    assertEquals(List.of("2009-07-14", "2010-05-04"), dates(List.of(), "14/7/09", "4/5/10"));
    assertEquals(List.of("2010-05-04"), dates(List.of("d/M/yy"), "4/5/10"));
  }

  @Test
  void readsDaysOfASpreadsheet() {
    assertEquals(List.of("2017-11-01"), dates(List.of(), "43040"));
  }

  @Test
  void refusesADayThatDoesNotExist() {
    assertEquals(List.of("?", "?"), dates(List.of("dd.MM.yyyy"), "31.02.2024", "Mai 24"));
  }

  @Test
  void takesATimeWithoutZoneForGerman() {
    var reader = DateReader.forColumn(List.of(), List.of());
    assertEquals(
        "2026-11-01T06:00:02+01:00",
        reader.readDateTime("2026-11-01T06:00:02").orElseThrow().toString());
    assertEquals(
        Instant.parse("2022-06-15T19:30:03Z"),
        reader.readDateTime("2022-06-15T21:30:03+0200").orElseThrow().toInstant());
    assertEquals(
        "2026-07-01T14:30+02:00", reader.readDateTime("01.07.2026 14:30").orElseThrow().toString());
  }

  @Test
  void takesABlankForFalseWhereOnlyTheCrossIsWritten() {
    var reader = BooleanReader.forColumn(List.of("x", "X"));
    assertEquals(Optional.of(true), reader.read("X"));
    assertEquals(Optional.of(false), reader.blank());
    assertEquals(Optional.empty(), BooleanReader.forColumn(List.of("ja", "nein")).blank());
  }

  @Test
  void decodesTextInTheOrderOfTheSpecification() throws IOException {
    var text = "Straße";
    assertEquals("UTF-8", encoding(text.getBytes(StandardCharsets.UTF_8), text));
    assertEquals("UTF-8 (BOM)", encoding(("\ufeff" + text).getBytes(StandardCharsets.UTF_8), text));
    assertEquals(
        "windows-1252",
        encoding("Straße – 5 €".getBytes(Charset.forName("windows-1252")), "Straße – 5 €"));
    assertEquals(
        "UTF-16LE (BOM)", encoding(("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE), text));
  }

  private static String encoding(byte[] bytes, String expected) throws IOException {
    var decoded = TextDecoder.decode(bytes, "list.csv", Optional.empty());
    assertEquals(expected, decoded.text());
    return decoded.encoding();
  }

  @Test
  void neverDecodesLeniently() {
    var bytes = new byte[] {'a', (byte) 0x81, 'b'};
    assertThrows(IOException.class, () -> TextDecoder.decode(bytes, "list.csv", Optional.empty()));
  }

  @Test
  void noticesTextThatWasEncodedTwice() throws IOException {
    var bytes = "MÃ¼nchen, KÃ¶ln, LÃ¼beck".getBytes(StandardCharsets.UTF_8);
    assertTrue(TextDecoder.decode(bytes, "list.csv", Optional.empty()).isDecodedTwice());
  }

  @Test
  void takesInvisibleCharactersOut() {
    assertEquals("Bürgerbüro", Texts.clean("\u200bBu\u0308rgerbüro\ufeff\u00a0"));
  }

  @Test
  void findsTheStateDateInThePreamble() {
    assertEquals(
        Optional.of(Instant.parse("2026-02-26T23:00:00Z")),
        StateDate.find(List.of("Letzte Aktualisierung vom: 27.02.2026;;;")));
    assertEquals(
        Optional.of(Instant.parse("2024-04-30T22:00:00Z")),
        StateDate.find(List.of("Brunnen der Stadt", "Stand: 01.05.2024")));
    assertEquals(Optional.empty(), StateDate.find(List.of("timestamp: 2026-11-01T06:00:02")));
  }

  private static String place(String crs, String x, String y) {
    var coordinates = new Coordinates(Projection.find(crs).orElseThrow());
    return switch (coordinates.read(new BigDecimal(x), new BigDecimal(y))) {
      case Coordinates.Position p -> p.json() + p.repair().map(Note::name).orElse("");
      case Coordinates.Nowhere n -> n.reason().map(Note::name).orElse("");
    };
  }

  @Test
  void cutsCoordinatesToSixDecimals() {
    assertEquals("[7.620556,51.964384]", place("EPSG:4326", "7.620556298", "51.96438361603951"));
  }

  @Test
  void swapsWhatIsTheOtherWayRound() {
    assertEquals(
        "[11.201944,53.400812]place-swapped", place("EPSG:4326", "53.400812", "11.201944"));
  }

  @Test
  void knowsThatZeroAndWholeDegreesAreNoPlace() {
    assertEquals("", place("EPSG:4326", "0", "0"));
    assertEquals("", place("EPSG:4326", "8", "52"));
  }

  @Test
  void reportsALostDecimalPointAndMendsNothing() {
    assertEquals("place-lost-point", place("EPSG:4326", "697069", "50937417"));
  }

  @Test
  void convertsEverySystemOfTheSpecification() {
    // The Brandenburg Gate, 13.37770 E 52.51627 N, as the state surveys publish such points.
    assertNear("EPSG:25833", "389889.6", "5819658.9", 13.3777, 52.51627);
    assertNear("EPSG:3857", "1489198.8", "6894010.6", 13.3777, 52.51627);
    assertNear("EPSG:4258", "13.3777", "52.51627", 13.3777, 52.51627);
    assertNear("EPSG:25832", "500000", "5700000", 9.0, 51.45);
    assertNear("EPSG:4647", "32500000", "5700000", 9.0, 51.45);
    assertNear("EPSG:31467", "3500000", "5700000", 8.9988, 51.4367);
    assertNear("EPSG:31466", "2550000", "5700000", 6.718, 51.434);
    assertNear("EPSG:31468", "4450000", "5700000", 11.28, 51.434);
    assertNear("EPSG:31469", "5400000", "5700000", 13.557, 51.427);
  }

  private static void assertNear(String crs, String x, String y, double lon, double lat) {
    var coordinates = new Coordinates(Projection.find(crs).orElseThrow());
    var read = coordinates.read(new BigDecimal(x), new BigDecimal(y));
    if (read instanceof Coordinates.Position p) {
      assertEquals(lon, p.lon().doubleValue(), 0.005, crs + " " + p);
      assertEquals(lat, p.lat().doubleValue(), 0.005, crs + " " + p);
    } else {
      throw new AssertionError(crs + ": " + read);
    }
  }

  @Test
  void shiftsTheDatumOfGaussKrueger() {
    // Without the shift the point would lie about 100 m away, some 0.0015 degrees of longitude.
    var unshifted = place("EPSG:31467", "3500000", "5700000");
    assertTrue(unshifted.startsWith("[8.998"), unshifted);
  }

  @Test
  void recognizesGaussKruegerWithoutBeingTold() {
    var place = place("EPSG:4326", "3500000", "5700000");
    assertTrue(place.endsWith("place-converted"), place);
  }

  @Test
  void knowsCoordinateSystemsByAllTheirNames() {
    for (var name :
        List.of(
            "EPSG:25833",
            "urn:ogc:def:crs:EPSG::25833",
            "http://www.opengis.net/def/crs/EPSG/0/25833")) {
      assertEquals("EPSG:25833", Projection.find(name).orElseThrow().toString());
    }
    assertTrue(Projection.find("urn:ogc:def:crs:OGC:1.3:CRS84").orElseThrow().isDegrees());
  }

  @Test
  void knowsPersonalDataByTheColumnsName() {
    for (var name :
        List.of(
            "nodeinfo.owner.contact",
            "nodeinfo.network.mac",
            "nodeinfo.network.addresses",
            "macs",
            "IP-Adresse",
            "Passwort",
            "Geburtsdatum",
            "private Telefon")) {
      assertTrue(PersonalData.isNeverTaken(name), name);
    }
    for (var name : List.of("Adresse", "address", "ssid", "E-Mail", "Betreiber", "owner_type")) {
      assertTrue(!PersonalData.isNeverTaken(name), name);
    }
  }
}
