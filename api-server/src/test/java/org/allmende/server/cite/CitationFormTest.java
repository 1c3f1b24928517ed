package org.allmende.server.cite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CitationFormTest {

  private static Citation citation(String title) {
    return new Citation(
        "baumkataster",
        "Stadt Musterstadt",
        title,
        LocalDate.of(2026, 3, 1),
        "2.1",
        "de",
        "Offene Daten Musterstadt",
        "CC BY 4.0",
        "https://daten.example/dataset/1");
  }

  @Test
  void aSentenceNamesWhoWhatWhereAndUnderWhichLicense() {
    assertEquals(
        "Stadt Musterstadt (2026): Baumkataster. Fassung 2.1. Offene Daten Musterstadt."
            + " https://daten.example/dataset/1 (Lizenz: CC BY 4.0)",
        citation("Baumkataster").text(new Citation.Words("Fassung", "Lizenz")));
  }

  @Test
  void bibtexEscapesWhatTexWouldReadAsACommand() {
    assertTrue(
        CitationForm.BIBTEX
            .write(citation("50 % {Bäume} & Büsche_1 \\input"))
            .contains("title = {{50 \\% \\{Bäume\\} \\& Büsche\\_1 \\textbackslash{}input}},"));
  }

  @Test
  void aTitleCannotBeginAnotherFieldOfRis() {
    var ris = CitationForm.RIS.write(citation("Baum\r\nER  - \r\nTY  - BOOK"));
    assertEquals(1, ris.lines().filter(line -> line.startsWith("TY  - ")).count());
    assertEquals("TI  - Baum ER - TY - BOOK", ris.lines().skip(3).findFirst().orElseThrow());
    assertEquals("DA  - 2026/03/01", ris.lines().skip(5).findFirst().orElseThrow());
  }

  @Test
  void cslHasTheDayInParts() throws Exception {
    var item = new ObjectMapper().readTree(CitationForm.CSL.write(citation("Baum"))).get(0);
    assertEquals("dataset", item.get("type").asText());
    assertEquals("[[2026,3,1]]", item.at("/issued/date-parts").toString());
    assertEquals("Stadt Musterstadt", item.at("/author/0/literal").asText());
  }

  @Test
  void aFormIsFoundByItsSuffix() {
    assertEquals(Optional.of(CitationForm.CSL), CitationForm.find("csl.json"));
    assertEquals(Optional.empty(), CitationForm.find("doc"));
    assertEquals("bib, ris, csl.json", CitationForm.suffixes());
  }
}
