package org.allmende.harvest.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StatusTextTest {

  @Test
  void leavesSecretsAndFoldersOut() {
    assertEquals(
        "https://x.example/a?api_key=…&page=2: status 404",
        StatusText.discreet("https://x.example/a?api_key=abc123&page=2: status 404"));
    assertEquals(
        "https://x.example/a: login", StatusText.discreet("https://me:pw@x.example/a: login"));
    assertEquals(
        "liste.csv: diese Datei gibt es nicht",
        StatusText.discreet("/srv/daten/stadt/liste.csv: diese Datei gibt es nicht"));
    assertEquals("Anteil 3/4 und km/h", StatusText.discreet("Anteil 3/4 und km/h"));
  }
}
