package org.allmende.server.format.html;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.allmende.catalog.CatalogSettings;

/** Makes what is around the content of each page. */
final class Frames {
  private final CatalogSettings settings;
  private final Site site;
  private final StaticFiles assets;

  Frames(CatalogSettings settings, Site site, StaticFiles assets) {
    this.settings = settings;
    this.site = site;
    this.assets = assets;
  }

  /** What the operator says about the site. */
  Site site() {
    return site;
  }

  Address address(String language) {
    return new Address(site.links(), language);
  }

  /** How values are shown in a language. */
  Shown shown(String language) {
    return new Shown(Texts.of(language), ZoneId.of(settings.timeZone()));
  }

  String siteName(String language) {
    return settings.title().in(language).orElse("Allmende");
  }

  /**
   * The frame of a page that search engines may list.
   *
   * @param heading what the page is about
   * @param forms the page's machine twins
   * @param hasBox whether the header offers the search
   */
  Frame of(
      String language, String heading, Frame.Here here, List<Frame.Form> forms, boolean hasBox) {
    return new Frame(
        Texts.of(language),
        address(language),
        siteName(language),
        heading,
        here,
        forms,
        Optional.empty(),
        Optional.empty(),
        assets,
        site,
        hasBox,
        true);
  }

  /** The frame of a page with one address in each language, and the search in its header. */
  Frame of(String language, String heading, Page page) {
    var here = new Frame.Here(page.in(address("de")), page.in(address("en")));
    return of(language, heading, here, List.of(), true);
  }

  /** Where a page lies in the addresses of a language. */
  @FunctionalInterface
  interface Page {
    String in(Address address);
  }
}
