package org.allmende.server.format.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogoTest {
  @TempDir private Path folder;

  private Logo read(String svg) throws IOException {
    return Logo.read(Files.writeString(folder.resolve("logo.svg"), svg));
  }

  private static String svg(String viewBox, String content) {
    return "<svg xmlns='http://www.w3.org/2000/svg' viewBox='"
        + viewBox
        + "'>"
        + content
        + "</svg>";
  }

  @Test
  void theWidthFollowsFromTheViewBox() throws IOException {
    assertEquals(60, read(svg("0 0 30 20", "<path d='M0 0'/>")).width());
    assertEquals(40, read(svg("0,0,100,100", "")).width());
  }

  @Test
  void aDoctypeBeforeThePictureIsPassedOver() throws IOException {
    var doctype =
        "<?xml version='1.0'?><!-- drawn --><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN'"
            + " 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>";
    assertEquals(60, read(doctype + svg("0 0 30 20", "")).width());
  }

  @Test
  void whatIsNoPictureIsRefused() throws IOException {
    for (var bad :
        List.of(
            "no xml",
            "<html xmlns='http://www.w3.org/1999/xhtml'/>",
            "<svg/>",
            svg("0 0 1 0", ""),
            svg("0 0 100 1", ""),
            svg("a b c d", ""),
            svg("0 0 30 20", "<script>1</script>"),
            svg("0 0 30 20", "<g><foreignObject/></g>"),
            svg("0 0 30 20", "x".repeat(70_000)))) {
      var problem = assertThrows(IllegalArgumentException.class, () -> read(bad), bad);
      assertTrue(String.valueOf(problem.getMessage()).startsWith("must "), problem.toString());
    }
  }

  @Test
  void aFileThatIsNotThereIsSaid() {
    assertThrows(IllegalArgumentException.class, () -> Logo.read(folder.resolve("none.svg")));
  }
}
