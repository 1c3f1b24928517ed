package org.allmende.server.format.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class QrPictureTest {

  @Test
  void aCodeHasAQuietZoneAndBeginsWithItsFinderPattern() {
    var qr = QrPicture.of("https://daten.example/datensatz/a");
    assertEquals(29 + 8, qr.size());
    assertTrue(qr.path().startsWith("M4 4h7v1h-7z"), qr.path());
    assertTrue(qr.path().length() < 5_000);
  }

  @Test
  void anEndlessAddressStillHasACode() {
    assertTrue(QrPicture.of("https://daten.example/" + "x".repeat(9_000)).size() > 100);
  }
}
