package org.allmende.vocab.codelist;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.irix.IRIx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every code list, and how long each is. */
class CodeListsTest {

  static Stream<Arguments> lists() {
    return Stream.of(
        Arguments.of(CodeLists.themes(), 13),
        Arguments.of(CodeLists.frequencies(), 39),
        Arguments.of(CodeLists.availabilities(), 4),
        Arguments.of(CodeLists.accessRights(), 6),
        Arguments.of(CodeLists.geocodingLevels(), 6),
        Arguments.of(CodeLists.states(), 16),
        Arguments.of(CodeLists.districts(), 400),
        Arguments.of(CodeLists.distributionStatuses(), 4),
        Arguments.of(CodeLists.publisherTypes(), 11),
        Arguments.of(CodeLists.hvdCategories(), 96),
        Arguments.of(CodeLists.licenses(), 34),
        Arguments.of(CodeLists.contributors(), 69),
        Arguments.of(CodeLists.fileTypes(), 203),
        Arguments.of(CodeLists.languages(), 212),
        Arguments.of(CodeLists.datasetTypes(), 24),
        Arguments.of(CodeLists.checksumAlgorithms(), 17));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void isComplete(CodeList list, int count) {
    assertEquals(count, list.concepts().size(), list.name());
  }

  @ParameterizedTest
  @MethodSource("lists")
  void namesNoSpellingTwice(CodeList list, int count) {
    var owners = new HashMap<String, String>();
    for (var concept : list.concepts()) {
      Stream.concat(Stream.of(concept.code()), concept.aliases().stream())
          .map(spelling -> spelling.toLowerCase(Locale.ROOT))
          .forEach(spelling -> assertOwner(owners, spelling, concept));
      Stream.concat(Stream.of(concept.iri()), concept.oldIris().stream())
          .forEach(iri -> assertOwner(owners, iri, concept));
    }
  }

  private static void assertOwner(Map<String, String> owners, String spelling, Concept concept) {
    var other = owners.put(spelling, concept.code());
    assertTrue(other == null, () -> spelling + " means " + other + " and " + concept.code());
  }

  @ParameterizedTest
  @MethodSource("lists")
  void hasOnlyValidIris(CodeList list, int count) {
    for (var concept : list.concepts()) {
      Stream.concat(Stream.of(concept.iri()), concept.oldIris().stream())
          .forEach(iri -> assertTrue(IRIx.create(iri).isReference(), iri));
    }
  }

  @ParameterizedTest
  @MethodSource("lists")
  void hasLabelsInBothLanguages(CodeList list, int count) {
    for (var concept : list.concepts()) {
      assertFalse(concept.label("de").isBlank(), concept.iri());
      assertFalse(concept.label("en").isBlank(), concept.iri());
    }
  }

  @ParameterizedTest
  @MethodSource("lists")
  void findsEachConceptByEverythingItIsCalled(CodeList list, int count) {
    for (var concept : list.concepts()) {
      assertEquals(concept, list.require(concept.iri()));
      assertEquals(concept, list.require(concept.code()));
      concept.aliases().forEach(alias -> assertEquals(concept, list.require(alias), alias));
      concept.oldIris().forEach(iri -> assertEquals(concept, list.require(iri), iri));
    }
  }

  @Test
  void givesEachDistrictTheStateOfItsKey() {
    for (var district : CodeLists.districts().concepts()) {
      var state = district.attribute("state").orElseThrow();
      assertTrue(district.code().startsWith(state), district.code());
      assertTrue(CodeLists.states().find(state).isPresent(), state);
    }
    assertEquals("Ludwigslust-Parchim", CodeLists.districts().require("13076").labelDe());
  }

  @Test
  void marksTheSixTopCategoriesOfHighValueDatasets() {
    var top =
        CodeLists.hvdCategories().concepts().stream()
            .filter(concept -> concept.is("top"))
            .map(Concept::labelDe)
            .collect(toSet());
    assertEquals(
        Set.of(
            "Georaum",
            "Erdbeobachtung und Umwelt",
            "Meteorologie",
            "Statistik",
            "Unternehmen und Eigentümerschaft von Unternehmen",
            "Mobilität"),
        top);
  }

  @Test
  void saysWhatItKnowsWhenACodeIsUnknown() {
    var error =
        assertThrows(IllegalArgumentException.class, () -> CodeLists.themes().require("Quatsch"));
    assertTrue(
        String.valueOf(error.getMessage())
            .startsWith("unknown theme \"Quatsch\". Known: AGRI, ECON"));
  }
}
