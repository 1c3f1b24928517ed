package org.allmende.server.format.html;

import java.nio.file.Path;
import java.util.Locale;
import org.allmende.server.TestSite;

/** A site whose datasets have a title and a theme each. */
final class ThemedSite {
  private final TestSite site;

  private ThemedSite(TestSite site) {
    this.site = site;
  }

  /** A site with datasets about trees (environment) and a budget (economy). */
  static ThemedSite in(Path folder) {
    return new ThemedSite(TestSite.in(folder))
        .with("trees", "Straßenbaumkataster", "envi")
        .with("budget", "Haushaltsplan", "econ");
  }

  /** The same with one more dataset. */
  ThemedSite with(String local, String title, String theme) {
    var list = "http://publications.europa.eu/resource/authority/data-theme/";
    var iri = list + theme.toUpperCase(Locale.ROOT);
    site.publish(
        local, title, "<https://other.example/%s> dcat:theme <%s> .".formatted(local, iri));
    return this;
  }

  TestSite site() {
    return site;
  }
}
