package org.allmende.bench;

import java.util.Comparator;
import java.util.List;
import org.allmende.catalog.model.DatasetSlug;
import org.allmende.vocab.codelist.Municipalities;
import org.allmende.vocab.codelist.Municipality;

/**
 * A publisher: a real municipality with invented addresses.
 *
 * @param name its name
 * @param publisher the name of its administration
 * @param key its official key
 * @param host the host of its invented portal
 */
record Town(String name, String publisher, String key, String host) {

  private static final int CITY = 20_000;

  /** The largest municipalities, largest first. */
  static List<Town> largest(int count) {
    return Municipalities.all().stream()
        .sorted(
            Comparator.comparingInt(Municipality::inhabitants)
                .reversed()
                .thenComparing(Municipality::ags))
        .limit(count)
        .map(Town::of)
        .toList();
  }

  private static Town of(Municipality municipality) {
    var form = municipality.inhabitants() >= CITY ? "Stadt " : "Gemeinde ";
    var host = DatasetSlug.ofTitle(municipality.name(), municipality.ags()).value();
    return new Town(
        municipality.name(),
        form + municipality.name(),
        municipality.ags(),
        "daten." + host.replace("_", "") + ".example");
  }
}
