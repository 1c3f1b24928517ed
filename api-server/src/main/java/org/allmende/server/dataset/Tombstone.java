package org.allmende.server.dataset;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.model.DatasetState;
import org.allmende.catalog.model.Revision;
import org.allmende.server.http.Problem;

/**
 * What stands at the address of a dataset that is gone (DESIGN 6).
 *
 * @param title its last title, or its name
 * @param at when it went
 * @param zone of the days in this catalog
 * @param bySource true when its source no longer had it, false when somebody took it out
 */
public record Tombstone(String title, Instant at, ZoneId zone, boolean bySource) {

  /** The tombstone of a dataset; empty while it is there, and for one that nobody may know of. */
  public static Optional<Tombstone> of(CatalogEntry entry, Catalog catalog, String language) {
    if (entry.record().state() != DatasetState.WITHDRAWN || entry.record().isPrivate()) {
      return Optional.empty();
    }
    var title = entry.view().title().in(language);
    return Optional.of(
        new Tombstone(
            title.orElseGet(() -> entry.addresses().name().value()),
            entry.revision().at(),
            ZoneId.of(catalog.settings().timeZone()),
            wasAnnounced(entry, catalog)));
  }

  /** A harvest takes out in steps, a person at once. */
  private static boolean wasAnnounced(CatalogEntry entry, Catalog catalog) {
    var history = catalog.ledger().read(snapshot -> snapshot.history(entry.uri()));
    return history.size() > 1
        && history.get(history.size() - 2).change() == Revision.Change.WITHDRAWING;
  }

  /** For machines, in English. */
  public Problem problem() {
    return Problem.gone(
        "The dataset \""
            + title
            + "\" was withdrawn on "
            + LocalDate.ofInstant(at, zone)
            + (bySource ? ": its source no longer has it." : ": it was taken out of the catalog."));
  }
}
