package org.allmende.server.format.html;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.allmende.catalog.model.LocalizedText;
import org.allmende.vocab.codelist.CodeList;
import org.allmende.vocab.codelist.CodeLists;

/**
 * How values of the catalog look on a page: its language, its time.
 *
 * @param texts the page's language
 * @param zone the zone of its times
 */
record Shown(Texts texts, ZoneId zone) {

  private static final List<CodeList> LISTS =
      Stream.of(
              CodeLists.themes(),
              CodeLists.frequencies(),
              CodeLists.availabilities(),
              CodeLists.accessRights(),
              CodeLists.languages(),
              CodeLists.licenses(),
              CodeLists.fileTypes(),
              CodeLists.geocodingLevels(),
              CodeLists.distributionStatuses(),
              CodeLists.publisherTypes(),
              CodeLists.hvdCategories(),
              CodeLists.contributors())
          .toList();

  Optional<Localized> text(LocalizedText text) {
    return Localized.of(text, texts.language());
  }

  FileView.Day day(Instant time) {
    return new FileView.Day(time.atZone(zone).toLocalDate().toString(), texts.date(time, zone));
  }

  /** What people call the concept with this IRI, if one of our code lists has it. */
  Optional<String> concept(String iri) {
    return LISTS.stream()
        .flatMap(list -> list.findByIri(iri).stream())
        .findFirst()
        .map(concept -> concept.label(texts.language()));
  }

  /** True for what a browser may follow; anything else is shown as text. */
  static boolean isWebAddress(String address) {
    return address.startsWith("https://") || address.startsWith("http://");
  }
}
