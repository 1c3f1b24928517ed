package org.allmende.catalog.quality;

import static org.allmende.catalog.TestCatalog.description;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssessorTest {

  private static final String IRI = "https://a.example/1";
  private static final String EU = "http://publications.europa.eu/resource/authority/";
  private static final String IANA = "https://www.iana.org/assignments/media-types/";

  /** Everything that dcat-ap-de.md 9 looks at. */
  private static final String COMPLETE =
      """
      <https://a.example/1> a dcat:Dataset ; dcat:keyword "Baum" ; dcat:theme <%1$sdata-theme/ENVI> ;
        dct:spatial <http://dcat-ap.de/def/politicalGeocoding/municipalityKey/13076060> ;
        dct:temporal [ a dct:PeriodOfTime ; dcat:startDate "2024-01-01"^^xsd:date ] ;
        dct:accessRights <%1$saccess-right/PUBLIC> ;
        dcat:contactPoint [ a vcard:Organization ; vcard:fn "Grünamt" ] ;
        dct:publisher [ a foaf:Organization ; foaf:name "Stadt" ] ;
        dcatde:contributorID <http://dcat-ap.de/def/contributors/openDataHRO> ;
        dct:issued "2024-01-01"^^xsd:date ; dct:modified "2024-02-01"^^xsd:date ;
        dcat:distribution <https://a.example/1/csv> .
      <https://a.example/1/csv> a dcat:Distribution ; dcat:accessURL <https://a.example/1.csv> ;
        dcat:downloadURL <https://a.example/1.csv> ; dct:format <%1$sfile-type/CSV> ;
        dcat:mediaType <%2$stext/csv> ; dct:rights <https://a.example/rights> ; dcat:byteSize 12 ;
        dct:license <http://dcat-ap.de/def/licenses/dl-zero-de/2.0> .
      """
          .formatted(EU, IANA);

  @Test
  void countsAsDataEuropaDoes() {
    assertEquals(
        Assessment.MAXIMUM,
        Arrays.stream(Indicator.values()).mapToInt(Indicator::points).sum(),
        "points of all indicators");
    assertEquals(
        List.of(100, 100, 110, 75, 20, 0),
        Arrays.stream(Dimension.values())
            .map(d -> Indicator.of(d).stream().mapToInt(Indicator::points).sum())
            .toList());
  }

  @Test
  void givesAllPointsThatCanBeJudgedToACompleteDescription() {
    var assessment = assess(COMPLETE, true);
    assertEquals(assessment.judged(), assessment.points());
    // Not judged: whether two addresses answer (80), whether the EU knows the license (10).
    assertEquals(Assessment.MAXIMUM - 90, assessment.judged());
    assertEquals(Rating.EXCELLENT, assessment.rating());
    assertEquals(List.of(), assessment.bestEdits(3));
    Indicator.of(Dimension.GOVDATA)
        .forEach(i -> assertEquals(Share.of(true), assessment.share(i), i.name()));
  }

  @Test
  void namesTheEditsThatGainMost() {
    var assessment =
        assess(
            COMPLETE
                .replace("dcat:keyword \"Baum\" ;", "")
                .replace("dct:issued \"2024-01-01\"^^xsd:date ;", ""),
            false);
    assertEquals(
        List.of(Indicator.KEYWORDS, Indicator.CONFORMS, Indicator.ISSUED),
        assessment.bestEdits(3).stream().map(Assessment.Gain::indicator).toList());
    assertEquals(List.of(30.0), assessment.bestEdits(1).stream().map(g -> g.points()).toList());
  }

  @Test
  void countsTheBestDistributionsInteroperability() {
    var withPdf =
        COMPLETE
            + """
            <https://a.example/1> dcat:distribution <https://a.example/1/pdf> .
            <https://a.example/1/pdf> a dcat:Distribution ; dct:format <%sfile-type/PDF> .
            """
                .formatted(EU);
    var assessment = assess(withPdf, true);
    assertEquals(110, assessment.points(Dimension.INTEROPERABILITY));
    assertEquals(new Share(1, 2), assessment.share(Indicator.LICENSE));
    assertEquals(10.0, assessment.points(Indicator.LICENSE));
  }

  @Test
  void findsNoPointsInABareDescription() {
    var assessment = assess("<" + IRI + "> a dcat:Dataset .", false);
    assertEquals(0, assessment.points());
    assertEquals(Rating.BAD, assessment.rating());
    assertFalse(assessment.share(Indicator.LICENSE).isJudged(), "no distribution to judge");
    assertTrue(assessment.share(Indicator.FORMAT).isJudged(), "the best of none has no format");
  }

  @Test
  void knowsTheLicensesOfTheEuAlone() {
    var cc = assess(COMPLETE.replaceAll("<http://dcat-ap.de/def/licenses/[^>]*>", license()), true);
    assertEquals(Share.of(true), cc.share(Indicator.KNOWN_LICENSE));
    assertEquals(Share.of(false), cc.share(Indicator.PORTAL_KNOWN_LICENSE));
    assertEquals(Share.of(true), cc.share(Indicator.PORTAL_OPEN_LICENSE));
  }

  private static String license() {
    return "<" + EU + "licence/CC_BY_4_0>";
  }

  @Test
  void readsWhatItWrote() {
    var assessment = assess(COMPLETE, true);
    assertEquals(assessment, Assessment.parse(assessment.toText()));
    assertThrows(IllegalArgumentException.class, () -> Assessment.parse("0 1/2"));
  }

  @Test
  void addsUpTheSharesOfManyDatasets() {
    var tally = new Tally();
    tally.add(assess(COMPLETE, true));
    tally.add(assess("<" + IRI + "> a dcat:Dataset .", false));
    assertEquals(2, tally.datasets());
    assertEquals(new Share(1, 2), tally.assessment().share(Indicator.KEYWORDS));
    assertEquals(15.0, tally.assessment().points(Indicator.KEYWORDS));
  }

  @Test
  void refusesAShareOfMoreThanAll() {
    assertThrows(IllegalArgumentException.class, () -> new Share(2, 1));
    assertEquals(Assessment.NONE, new Assessment(new EnumMap<Indicator, Share>(Indicator.class)));
  }

  private static Assessment assess(String turtle, boolean conforms) {
    return Assessor.assess(description(IRI, turtle).view(), conforms);
  }
}
