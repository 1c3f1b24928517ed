package org.allmende.server.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Takes the pictures of {@code docs/pictures} anew: {@code mvn verify -pl api-server -am
 * -Dit.test=PicturesIT -Dallmende.pictures=write}.
 */
@InBrowser
@EnabledIfSystemProperty(named = "allmende.pictures", matches = "write")
class PicturesIT {
  private static final Path FOLDER = Path.of("../docs/pictures");
  private static final int LARGEST = 150_000;
  private static final String DATASET = "/datensatz/ladestationen-fuer-elektrofahrzeuge";

  @Test
  void everyPictureIsTakenInBothLights(House house) {
    house.visit(
        1280,
        page ->
            addresses(house)
                .forEach(
                    (name, path) -> {
                      page.navigate(house.address(path));
                      take(page, name, ColorScheme.LIGHT, "light");
                      take(page, name, ColorScheme.DARK, "dark");
                    }));
  }

  private static Map<String, String> addresses(House house) {
    var addresses = new LinkedHashMap<String, String>();
    addresses.put("start", "/");
    addresses.put("search", "/suche?q=Stationen");
    addresses.put("dataset", DATASET);
    var file = SitePages.table(house.town());
    addresses.put("table", file + "#vorschau");
    addresses.put("map", file + "?ansicht=karte#vorschau");
    addresses.put("chart", file + "?ansicht=diagramm#vorschau");
    return addresses;
  }

  private static void take(Page page, String name, ColorScheme scheme, String light) {
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(scheme)
            .setReducedMotion(ReducedMotion.REDUCE));
    var file = FOLDER.resolve(name + "-" + light + ".png");
    var picture = page.screenshot(new Page.ScreenshotOptions().setPath(file));
    assertTrue(picture.length <= LARGEST, file + " has " + picture.length + " bytes");
  }
}
