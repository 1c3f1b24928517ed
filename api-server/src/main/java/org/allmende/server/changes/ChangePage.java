package org.allmende.server.changes;

import java.util.List;
import java.util.Optional;
import org.allmende.catalog.PublicChange;

/**
 * A page of the stream.
 *
 * @param self its address
 * @param changes the revisions on it, in order
 * @param next the address of the page after it; empty: these were all
 */
record ChangePage(String self, List<PublicChange> changes, Optional<String> next) {
  ChangePage {
    changes = List.copyOf(changes);
  }

  static ChangePage last(String self, List<PublicChange> changes) {
    return new ChangePage(self, changes, Optional.empty());
  }

  static ChangePage followed(String self, List<PublicChange> changes, String next) {
    return new ChangePage(self, changes, Optional.of(next));
  }
}
