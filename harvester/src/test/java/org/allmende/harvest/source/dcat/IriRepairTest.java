package org.allmende.harvest.source.dcat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.apache.jena.irix.IRIx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IriRepairTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\'',
      textBlock =
          """
          'http://ex.org/a b'; http://ex.org/a%20b
          'http://ex.org/{x}|^`'; http://ex.org/%7Bx%7D%7C%5E%60
          'http://ex.org/[y]'; http://ex.org/%5By%5D
          'http://ex.org/?q=[y]'; http://ex.org/?q=%5By%5D
          'http://ex.org/#a#b'; http://ex.org/#a%23b
          'http://ex.org/100%'; http://ex.org/100%25
          'http://ex.org/%zz'; http://ex.org/%25zz
          'C:\\daten\\x.csv'; C:%5Cdaten%5Cx.csv
          'http://ex.org:80x/'; http://ex.org%3A80x/
          'http://[bad/'; http://%5Bbad/
          '1:x'; 1%3Ax
          ' http://ex.org/ '; http://ex.org/
          """)
  void encodesWhatMayNotStandInAnIri(String typed, String repaired) {
    assertEquals(repaired, IriRepair.repaired(typed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://ex.org/Straße/Müll?ü=ä#ö",
        "http://[::1]:8080/a",
        "mailto:poststelle(at)amt.example",
        "urn:uuid:not-a-uuid",
        "http://ex.org/a%20b",
        "relative/path",
        "HTTP://EX.org/a/../b"
      })
  void leavesAValidIriAsItIs(String iri) {
    assertSame(iri, IriRepair.repaired(iri));
  }

  @Test
  void encodesALoneSurrogate() {
    assertEquals("http://ex.org/%EF%BF%BD", IriRepair.repaired("http://ex.org/\uD800"));
  }

  @Property(tries = 2_000)
  void makesAReferenceOfAnything(@ForAll @StringLength(max = 40) String text) {
    Objects.requireNonNull(IRIx.create(IriRepair.repaired(text)));
    Objects.requireNonNull(IRIx.create(IriRepair.repaired("http://" + text)));
  }
}
