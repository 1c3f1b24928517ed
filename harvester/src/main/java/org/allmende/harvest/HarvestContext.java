package org.allmende.harvest;

import java.time.Instant;
import org.allmende.catalog.CatalogSettings;
import org.allmende.catalog.model.Identity;

/**
 * What a format may know beside the record itself.
 *
 * @param source the source that is harvested
 * @param identity how this catalog names what it makes
 * @param settings what the operator says about the catalog
 * @param now the time of the run
 * @param memory what the format kept when it last read the source
 */
public record HarvestContext(
    HarvestSource source,
    Identity identity,
    CatalogSettings settings,
    Instant now,
    SourceMemory memory) {

  /** A context for a source that is read for the first time. */
  public HarvestContext(
      HarvestSource source, Identity identity, CatalogSettings settings, Instant now) {
    this(source, identity, settings, now, SourceMemory.empty());
  }
}
