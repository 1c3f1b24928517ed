package org.allmende.server.format.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class CardPictureTest {

  @Test
  void aLongTitleIsWrappedAndCut() {
    assertEquals(
        List.of("Ergebnisse der Bürgerumfrage zur", "Lebensqualität"),
        CardPicture.wrapped("Ergebnisse der Bürgerumfrage zur Lebensqualität"));
    var endless = CardPicture.wrapped("Wort ".repeat(200));
    assertEquals(4, endless.size());
    assertTrue(endless.getLast().endsWith("…"));
  }

  @Test
  void aWordLongerThanALineIsBroken() {
    assertEquals(List.of("x".repeat(34), "x".repeat(6)), CardPicture.wrapped("x".repeat(40)));
  }

  @Test
  void aTextThatIsTooWideBecomesSmaller() throws Exception {
    assumeTrue(CardPainter.canPaint(), "skipped: no font on this machine");
    var png =
        CardPainter.png(
            new CardPicture("Musterstadt", List.of("W".repeat(34)), List.of("M".repeat(66)), "de"));
    var image = ImageIO.read(new ByteArrayInputStream(png));
    for (var y = 0; y < LinkCard.HEIGHT; y++) {
      assertEquals(y < 16 ? 0xff1b3fb0 : 0xffffffff, image.getRGB(LinkCard.WIDTH - 50, y));
    }
  }
}
