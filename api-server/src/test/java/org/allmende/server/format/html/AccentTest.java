package org.allmende.server.format.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccentTest {

  private static final Oklch WHITE = Oklch.ofHex("#ffffff");
  private static final Oklch BLACK = Oklch.ofHex("#000000");

  private static Accent accent(String color) {
    return Accent.find(color).orElseThrow();
  }

  @Test
  void aColorThatCanBeReadStaysOnLightPages() {
    assertEquals("#004f9f", accent("#004F9F").light());
    assertEquals("#8b1a1a", accent("#8b1a1a").light());
  }

  @Test
  void everyShadeServedCanBeRead() {
    for (var asked :
        List.of("#ffcc00", "#00ff00", "#ff0000", "#0000ff", "#ffffff", "#000000", "#777777")) {
      var accent = accent(asked);
      assertTrue(Oklch.ofHex(accent.light()).contrast(WHITE) >= 4.5, accent.toString());
      assertTrue(Oklch.ofHex(accent.dark()).contrast(BLACK) >= 4.5, accent.toString());
    }
  }

  @Test
  void theShadeIsTheNearestOfTheSameHue() {
    var asked = Oklch.ofHex("#ff0000");
    var shade = Oklch.ofHex(accent("#ff0000").light());

    assertEquals(asked.hue(), shade.hue(), .05);
    var lighter = Oklch.ofHex(shade.withLightness(shade.lightness() + .01).hex());
    assertTrue(lighter.contrast(new Oklch(.936, .003, 4.852)) < 4.5, shade.toString());
  }

  @Test
  void aShadeInPlaceOfTheColorIsSaid() {
    var said = accent("#ffcc00").correction().orElseThrow();
    assertTrue(said.startsWith("look.accent #ffcc00 is shown as #"), said);
  }

  @Test
  void colorsComeBackAsTheyWere() {
    for (var color : List.of("#000000", "#ffffff", "#123456", "#ffcc00", "#00ff00", "#0000ff")) {
      assertEquals(color, Oklch.ofHex(color).hex());
    }
  }

  @Test
  void contrastIsThatOfWcag() {
    assertEquals(21, WHITE.contrast(BLACK), .01);
    assertEquals(4.54, WHITE.contrast(Oklch.ofHex("#767676")), .01);
  }

  @Test
  void whatIsNoColorIsNone() {
    for (var text : List.of("red", "#fff", "#12345g", "#1234567", "#123456;}")) {
      assertEquals(Optional.empty(), Accent.find(text), text);
    }
  }
}
