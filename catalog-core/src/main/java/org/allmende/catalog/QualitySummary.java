package org.allmende.catalog;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.allmende.catalog.ledger.LedgerSnapshot;
import org.allmende.catalog.model.Organization;
import org.allmende.catalog.quality.CatalogQuality;
import org.allmende.catalog.quality.CatalogQuality.PublisherQuality;
import org.allmende.catalog.quality.Tally;

/** Adds up what is kept of each dataset. */
final class QualitySummary {
  private QualitySummary() {}

  static CatalogQuality of(LedgerSnapshot snapshot) {
    var all = new Tally();
    Map<String, Tally> byPublisher = new HashMap<>();
    for (var kept : snapshot.qualities()) {
      all.add(kept.assessment());
      byPublisher.computeIfAbsent(kept.publisherId(), id -> new Tally()).add(kept.assessment());
    }
    var publishers =
        snapshot.organizations().stream()
            .filter(organization -> byPublisher.containsKey(organization.id()))
            .map(organization -> quality(organization, byPublisher))
            .collect(Collectors.toUnmodifiableList());
    return new CatalogQuality(
        snapshot.lastSequence(), all.datasets(), all.assessment(), publishers);
  }

  private static PublisherQuality quality(Organization organization, Map<String, Tally> tallies) {
    var tally = tallies.getOrDefault(organization.id(), new Tally());
    return new PublisherQuality(organization, tally.datasets(), tally.assessment());
  }
}
