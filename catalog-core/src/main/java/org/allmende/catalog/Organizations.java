package org.allmende.catalog;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.allmende.catalog.ledger.Ledger;
import org.allmende.catalog.ledger.LedgerSnapshot;
import org.allmende.catalog.model.Organization;

/** All organizations there are, kept until something changes. */
final class Organizations {

  private final Ledger ledger;
  private final CatalogSettings settings;
  private final Publisher publishers;
  private final Clock clock;
  private volatile Known known = new Known(-1, -1, List.of());

  /** Organizations come with revisions or by people's hands, and hold while neither does more. */
  private record Known(long sequence, long version, List<Organization> list) {}

  Organizations(Ledger ledger, CatalogSettings settings, Publisher publishers, Clock clock) {
    this.ledger = ledger;
    this.settings = settings;
    this.publishers = publishers;
    this.clock = clock;
  }

  /** By title. */
  List<Organization> all() {
    return ledger.read(
        snapshot -> {
          var last = known;
          var sequence = snapshot.lastSequence();
          var version = snapshot.groups().version();
          if (last.sequence() != sequence || last.version() != version) {
            last = new Known(sequence, version, withConfigured(snapshot));
            known = last;
          }
          return last.list();
        });
  }

  /** Before anything is recorded the configured ones are in the settings alone. */
  private List<Organization> withConfigured(LedgerSnapshot snapshot) {
    var recorded = snapshot.organizations();
    var missing =
        settings.organizations().stream()
            .map(configured -> publishers.organization(configured, clock.instant()))
            .filter(wish -> recorded.stream().noneMatch(other -> other.id().equals(wish.id())));
    return Stream.concat(recorded.stream(), missing)
        .sorted(Comparator.comparing(Organization::title).thenComparing(Organization::id))
        .toList();
  }

  /** By CKAN id or name. */
  Optional<Organization> find(String idOrName) {
    return ledger
        .read(snapshot -> snapshot.findOrganization(idOrName))
        .or(() -> all().stream().filter(known -> isCalled(known, idOrName)).findFirst());
  }

  private static boolean isCalled(Organization organization, String idOrName) {
    return organization.id().equals(idOrName) || organization.name().value().equals(idOrName);
  }
}
