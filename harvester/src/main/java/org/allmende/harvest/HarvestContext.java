package org.allmende.harvest;

import java.time.Instant;
import java.util.Optional;
import org.allmende.catalog.CatalogSettings;
import org.allmende.catalog.model.Identity;
import org.allmende.harvest.copy.RawCopy;
import org.allmende.harvest.place.Boundary;

/**
 * What a format may know beside the record itself.
 *
 * @param source the source that is harvested
 * @param identity how this catalog names what it makes
 * @param settings what the operator says about the catalog
 * @param now the time of the run
 * @param memory what the format kept when it last read the source
 * @param boundary the line around the municipality, where it was imported
 * @param lastCopy the documents of the source's last good run, where they were kept
 * @param language of notes for the report; empty: the catalog's
 */
public record HarvestContext(
    HarvestSource source,
    Identity identity,
    CatalogSettings settings,
    Instant now,
    SourceMemory memory,
    Optional<Boundary> boundary,
    Optional<RawCopy> lastCopy,
    Optional<String> language) {

  /** A context for a source that is read for the first time. */
  public HarvestContext(
      HarvestSource source, Identity identity, CatalogSettings settings, Instant now) {
    this(source, identity, settings, now, SourceMemory.empty());
  }

  /** A context without the municipality's boundary. */
  public HarvestContext(
      HarvestSource source,
      Identity identity,
      CatalogSettings settings,
      Instant now,
      SourceMemory memory) {
    this(
        source,
        identity,
        settings,
        now,
        memory,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same with a boundary. */
  public HarvestContext within(Optional<Boundary> line) {
    return with(line, lastCopy, language);
  }

  /** The same with the documents of the last good run. */
  public HarvestContext withCopy(Optional<RawCopy> copy) {
    return with(boundary, copy, language);
  }

  /** The same with notes in this language. */
  public HarvestContext reportedIn(Optional<String> tongue) {
    return with(boundary, lastCopy, tongue);
  }

  private HarvestContext with(
      Optional<Boundary> line, Optional<RawCopy> copy, Optional<String> tongue) {
    return new HarvestContext(source, identity, settings, now, memory, line, copy, tongue);
  }

  /** The language of notes for the report, {@code de} or {@code en}. */
  public String reportLanguage() {
    return language.orElse(settings.language());
  }
}
