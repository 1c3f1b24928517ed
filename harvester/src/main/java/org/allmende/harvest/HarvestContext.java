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
 */
public record HarvestContext(
    HarvestSource source, Identity identity, CatalogSettings settings, Instant now) {}
