package org.allmende.server.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.allmende.server.FailingSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** WCAG 2.2 AA and best practice on every page ({@code web-ui.md} 13), as far as axe can tell. */
@InBrowser
class AccessibilityIT {
  @Test
  void noPageHasAViolationInAnyLightAtAnyWidth(House house) throws IOException {
    Axe.assertNoViolation(house, SitePages.all());
  }

  @Test
  void noPageOfAFileHasAViolationInAnyLightAtAnyWidth(House house) throws IOException {
    Axe.assertNoViolation(house, SitePages.files(house.town()));
  }

  @Test
  void noPageOfAFailureHasAViolationInAnyLightAtAnyWidth(House house, @TempDir Path folder)
      throws IOException {
    try (var site = FailingSite.in(folder)) {
      var paths = FailingSite.STATUSES.stream().map(status -> "/fehler/" + status);
      Axe.assertNoViolation(
          house, Stream.concat(paths, Stream.of("/", "/suche")).map(site::address));
    }
  }
}
