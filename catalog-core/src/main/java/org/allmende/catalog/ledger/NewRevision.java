package org.allmende.catalog.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.Verdict;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.catalog.model.DatasetSlug;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Organization;
import org.allmende.catalog.model.Revision;
import org.allmende.catalog.model.StoredDescription;
import org.allmende.catalog.quality.Assessment;

/**
 * A revision about to be recorded, with all that belongs to it.
 *
 * @param dataset the dataset's IRI
 * @param basis the current entry that it replaces; empty for a dataset that the ledger does not
 *     know
 * @param id the CKAN id that a new dataset gets
 * @param name the CKAN name that it gets, or has
 * @param distributions its distributions; those without an address get one
 * @param change what happened
 * @param stored the complete description
 * @param record what is said beside the RDF
 * @param hash equal for isomorphic descriptions with equal records
 * @param publisher its organization, as it is made when it is not known yet
 * @param computed what the rules computed from it
 * @param at when it is recorded
 */
public record NewRevision(
    DatasetUri dataset,
    Optional<CatalogEntry> basis,
    String id,
    DatasetSlug name,
    List<Distribution> distributions,
    Revision.Change change,
    StoredDescription stored,
    CatalogRecord record,
    String hash,
    Organization publisher,
    Computed computed,
    Instant at) {

  public NewRevision {
    distributions = List.copyOf(distributions);
  }

  /** The entry's description with another record, whose state says what happened. */
  public static NewRevision withRecord(
      CatalogEntry entry, CatalogRecord record, Computed computed, Instant now) {
    return new NewRevision(
        entry.uri(),
        Optional.of(entry),
        entry.addresses().id(),
        entry.addresses().name(),
        List.of(),
        Revision.Change.valueOf(record.state().name()),
        entry.revision().stored(),
        record,
        entry.revision().hash(),
        entry.publisher(),
        computed,
        now);
  }

  /**
   * A distribution and how it may be called.
   *
   * @param iri its IRI, or the one made for a blank node
   * @param id its CKAN id, if that is free
   * @param otherId its CKAN id when the first is taken
   */
  public record Distribution(String iri, String id, String otherId) {}

  /**
   * What follows from a description by the rules of the day.
   *
   * @param rules version of these rules
   * @param verdict what the shapes say, duplicates left aside
   * @param identifier {@code dct:identifier} of the view
   * @param turtle the {@code dcatap_de} view in Turtle, packed
   * @param quality how good the view is
   */
  public record Computed(
      String rules,
      Verdict verdict,
      Optional<String> identifier,
      byte[] turtle,
      Assessment quality) {}
}
