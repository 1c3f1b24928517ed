package org.allmende.vocab.codelist;

import static org.allmende.vocab.codelist.Municipalities.findByAgs;
import static org.allmende.vocab.codelist.Municipalities.findByArs;
import static org.allmende.vocab.codelist.Municipalities.findByName;
import static org.allmende.vocab.codelist.Municipalities.findByPostcode;
import static org.allmende.vocab.codelist.Municipalities.findBySpokenName;
import static org.allmende.vocab.codelist.Municipalities.nearestTo;
import static org.allmende.vocab.codelist.Municipalities.normalName;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MunicipalitiesTest {

  @Test
  void knowsEveryMunicipalityOfTheDirectory() {
    assertEquals(10_981, Municipalities.all().size());
  }

  @ParameterizedTest
  @CsvSource({
    "13076060, 130760060060, Hagenow",
    "15090546, 150900546546, Tangerhütte",
    "05562020, 055620020020, Herten",
    "09162000, 091620000000, München"
  })
  void findsAMunicipalityByEitherKey(String ags, String ars, String name) {
    var municipality = findByAgs(ags).orElseThrow();
    assertEquals(ars, municipality.ars());
    assertEquals(name, municipality.name());
    assertEquals(Optional.of(municipality), findByArs(ars));
  }

  @Test
  void knowsTheInhabitants() {
    assertEquals(92_550, findByAgs("01001000").orElseThrow().inhabitants());
  }

  @Test
  void knowsWhatThePlaceIsAndWhereItLies() {
    var hagenow = findByAgs("13076060").orElseThrow();
    assertEquals(Municipality.Kind.TOWN, hagenow.kind());
    assertEquals(Optional.of("19230"), hagenow.postcode());
    assertEquals(6_754, hagenow.hectares());
    assertEquals(Optional.of(new GeoPoint(11.1925, 53.4320)), hagenow.point());
    assertEquals("Mecklenburg-Vorpommern", hagenow.state().labelDe());
    assertEquals("Ludwigslust-Parchim", hagenow.district().orElseThrow().labelDe());
  }

  @Test
  void knowsAPointOfAlmostEveryMunicipality() {
    var without = Municipalities.all().stream().filter(it -> it.point().isEmpty()).count();
    assertTrue(without < 10, without + " without a point");
  }

  @Test
  void restoresALostZero() {
    assertEquals("01001000", findByAgs("1001000").orElseThrow().ags());
    assertEquals("01001000", findByArs("10010000000").orElseThrow().ags());
    assertEquals("01001000", Municipalities.findByKey("10010000000").orElseThrow().ags());
  }

  @Test
  void ranksARepeatedNameByInhabitants() {
    var inhabitants = findByName("Neustadt").stream().map(Municipality::inhabitants).toList();
    assertTrue(inhabitants.size() > 3);
    assertEquals(inhabitants.stream().sorted(Comparator.reverseOrder()).toList(), inhabitants);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Frankfurt          | Frankfurt am Main
          Frankfurt (Oder)   | Frankfurt (Oder)
          Frankfurt/Oder     | Frankfurt (Oder)
          Frankfurt/Main     | Frankfurt am Main
          Frankfurt am Main  | Frankfurt am Main
          Frankfurt a.M.     | Frankfurt am Main
          Halle              | Halle (Saale)
          Halle/Westf.       | Halle (Westf.)
          Hagenow/Meckl.     | Hagenow
          Mülheim            | Mülheim an der Ruhr
          Freiburg           | Freiburg im Breisgau
          St. Augustin       | Sankt Augustin
          muenchen           | München
          Landshut, Stadt    | Landshut
          """)
  void findsWhatPeopleMeanByAName(String spoken, String meant) {
    assertEquals(meant, findBySpokenName(spoken).getFirst().name());
  }

  @Test
  void findsTheMunicipalitiesOfAPostcode() {
    assertEquals("Hagenow", findByPostcode("19230").getFirst().name());
    assertEquals(List.of(), findByPostcode("00000"));
  }

  @Test
  void findsTheNearestMunicipality() {
    assertEquals("Hagenow", nearestTo(new GeoPoint(11.2, 53.43)).orElseThrow().name());
  }

  @Test
  void measuresDistancesOverTheGround() {
    var hamburg = findByAgs("02000000").orElseThrow().point().orElseThrow();
    var munich = findByAgs("09162000").orElseThrow().point().orElseThrow();
    assertEquals(612, hamburg.kilometersTo(munich), 5);
    assertEquals(hamburg.kilometersTo(munich), munich.kilometersTo(hamburg), 1e-9);
    assertThrows(IllegalArgumentException.class, () -> new GeoPoint(Double.NaN, 50));
  }

  @Test
  void hasNoAnswerForAnUnknownKey() {
    assertEquals(Optional.empty(), findByAgs("99999999"));
    assertEquals(Optional.empty(), findByArs("1"));
    assertEquals(List.of(), findByName("Musterstadt"));
  }

  @Test
  void givesAllMunicipalitiesOfARepeatedName() {
    assertTrue(findByName("Neukirchen").size() > 3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Hagenow, Stadt                 | hagenow
          Lübeck, Hansestadt             | luebeck
          München, Landeshauptstadt      | muenchen
          Muenchen                       | muenchen
          Frankfurt (Oder)               | frankfurt
          Hagenow/Meckl.                 | hagenow
          Cottbus/Chóśebuz, Stadt        | cottbus
          Tangerhütte OT Bellingen       | tangerhuette
          Tangerhütte, OT Bellingen      | tangerhuette
          Tangerhütte - Ortsteil Grieben | tangerhuette
          St. Peter-Ording               | sankt peter-ording
          Sankt Peter-Ording             | sankt peter-ording
          Burg-St.Michaelisdonn          | burg-sankt michaelisdonn
          Gießen                         | giessen
          Neustadt - Glewe               | neustadt-glewe
          Ortrand                        | ortrand
          """)
  void comparesNamesWithoutWhatIsAddedToThem(String name, String normal) {
    assertEquals(normal, normalName(name));
  }

  @Test
  void findsEachMunicipalityByItsOwnName() {
    for (var municipality : Municipalities.all()) {
      assertTrue(findByName(municipality.name()).contains(municipality), municipality.name());
    }
  }

  @Property
  void changesNothingMoreInANormalName(@ForAll("texts") String name) {
    var normal = normalName(name);
    assertEquals(normal, normalName(normal));
  }

  @Property
  void doesNotCareAboutSuffixesAndCase(@ForAll("municipalities") Municipality municipality) {
    var name = municipality.name();
    assertEquals(normalName(name), normalName(name + ", Stadt"));
    assertEquals(normalName(name), normalName("  " + name + " (Kreis)"));
    assertEquals(normalName(name), normalName(name.replace("ü", "ue").replace("ß", "ss")));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("aäßSt. -,/()[]OTsankt\u00a0–").ofMaxLength(20);
  }

  @Provide
  Arbitrary<Municipality> municipalities() {
    return Arbitraries.of(Municipalities.all());
  }
}
