package org.allmende.server.format.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class UnitTest {

  @Test
  void aNameMayTellItsUnit() {
    assertEquals("m", Unit.of("Höhe in m"));
    assertEquals("kW", Unit.of("Nennleistung Ladeeinrichtung [kW]"));
    assertEquals("%", Unit.of("Anteil (%)"));
    assertEquals("", Unit.of("Jahr (2024)"));
    assertEquals("", Unit.of("Baumart"));
  }
}
