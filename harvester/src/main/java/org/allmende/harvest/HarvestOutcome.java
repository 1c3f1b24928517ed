package org.allmende.harvest;

import org.allmende.catalog.model.DatasetUri;

/** What became of one record of a source, or of a dataset that is no longer among them. */
public sealed interface HarvestOutcome {

  /** Its key at the source. */
  String key();

  /** A new dataset. */
  record Added(String key, DatasetUri dataset) implements HarvestOutcome {}

  /** A new revision of a known dataset. */
  record Changed(String key, DatasetUri dataset) implements HarvestOutcome {}

  /** The same as before; nothing was written. */
  record Unchanged(String key, DatasetUri dataset) implements HarvestOutcome {}

  /** Read and mapped in a dry run, not published. */
  record Tried(String key, DatasetUri dataset) implements HarvestOutcome {}

  /** The catalog refused it. */
  record Rejected(String key, Reason reason) implements HarvestOutcome {}

  /** It could not become a dataset. */
  record Failed(String key, Reason reason) implements HarvestOutcome {}

  /** So much of its table is gone that the old one stays until somebody says that it is right. */
  record Held(String key, Reason reason) implements HarvestOutcome {}

  /** Not there in this complete run; the next one decides. */
  record Missing(String key, DatasetUri dataset) implements HarvestOutcome {}

  /** Absent for the second time: public still, and announced to go. */
  record Announced(String key, DatasetUri dataset) implements HarvestOutcome {}

  /** Shown as withdrawn for its last days. */
  record Withdrawing(String key, DatasetUri dataset) implements HarvestOutcome {}

  /** Gone. */
  record Withdrawn(String key, DatasetUri dataset) implements HarvestOutcome {}

  /** The outcome's name in reports and JSON. */
  default Kind kind() {
    return switch (this) {
      case Added o -> Kind.ADDED;
      case Changed o -> Kind.CHANGED;
      case Unchanged o -> Kind.UNCHANGED;
      case Tried o -> Kind.TRIED;
      case Rejected o -> Kind.REJECTED;
      case Failed o -> Kind.FAILED;
      case Held o -> Kind.HELD;
      case Missing o -> Kind.MISSING;
      case Announced o -> Kind.DEPRECATED;
      case Withdrawing o -> Kind.WITHDRAWING;
      case Withdrawn o -> Kind.WITHDRAWN;
    };
  }

  /** The reason in a language, English for {@code "en"}, else German; or the dataset's IRI. */
  default String detail(String language) {
    return switch (this) {
      case Added o -> o.dataset().value();
      case Changed o -> o.dataset().value();
      case Unchanged o -> o.dataset().value();
      case Tried o -> o.dataset().value();
      case Rejected o -> o.reason().text(language);
      case Failed o -> o.reason().text(language);
      case Held o -> o.reason().text(language);
      case Missing o -> o.dataset().value();
      case Announced o -> o.dataset().value();
      case Withdrawing o -> o.dataset().value();
      case Withdrawn o -> o.dataset().value();
    };
  }

  /** The kinds of outcomes, in the order of reports. */
  enum Kind {
    ADDED,
    CHANGED,
    UNCHANGED,
    TRIED,
    REJECTED,
    FAILED,
    HELD,
    MISSING,
    DEPRECATED,
    WITHDRAWING,
    WITHDRAWN;

    /** Its name in JSON. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
