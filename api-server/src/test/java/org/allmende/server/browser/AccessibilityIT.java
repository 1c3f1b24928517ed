package org.allmende.server.browser;

import java.io.IOException;
import org.junit.jupiter.api.Test;

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
}
