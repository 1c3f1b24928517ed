package org.allmende.server.format.html;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.CatalogSettings;
import org.allmende.catalog.ledger.LedgerSnapshot;

/** Makes what is around the content of each page. */
final class Frames {
  /** So long a page may not know of the newest change. */
  private static final Duration BEHIND = Duration.ofSeconds(5);

  private final Catalog catalog;
  private final CatalogSettings settings;
  private final Site site;
  private final StaticFiles assets;
  private volatile Known known = new Known(Instant.MIN, Optional.empty());

  /** When the catalog changed last, as it was known at a time. */
  private record Known(Instant asked, Optional<Instant> changed) {}

  Frames(Catalog catalog, Site site, StaticFiles assets) {
    this.catalog = catalog;
    this.settings = catalog.settings();
    this.site = site;
    this.assets = assets;
  }

  /** Asked at most every few seconds, whatever the number of pages. */
  private Optional<Instant> changed() {
    var now = catalog.clock().instant();
    if (known.asked.isBefore(now.minus(BEHIND))) {
      known = new Known(now, catalog.ledger().read(LedgerSnapshot::lastRecorded));
    }
    return known.changed;
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
    var around =
        new Frame.Around(
            Texts.of(language),
            address(language),
            siteName(language),
            assets,
            site,
            changed().map(shown(language)::day).orElse(null));
    return new Frame(around, heading, here, forms, hasBox, Frame.Extras.NONE);
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
