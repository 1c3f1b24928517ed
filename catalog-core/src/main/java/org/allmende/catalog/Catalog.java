package org.allmende.catalog;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.allmende.catalog.files.FileStore;
import org.allmende.catalog.ledger.Ledger;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Identity;
import org.allmende.catalog.model.Organization;
import org.allmende.vocab.profile.Profile;
import org.apache.jena.graph.Graph;

/** The catalog: the one way in, and the way to everything that comes from the ledger. */
public final class Catalog implements AutoCloseable {

  public static Catalog open(
      CatalogSettings settings, Ledger ledger, FileStore files, Clock clock) {
    throw new UnsupportedOperationException();
  }

  /** How this catalog names what it makes. */
  public Identity identity() {
    throw new UnsupportedOperationException();
  }

  public CatalogSettings settings() {
    throw new UnsupportedOperationException();
  }

  public FileStore files() {
    throw new UnsupportedOperationException();
  }

  public Ledger ledger() {
    throw new UnsupportedOperationException();
  }

  public Clock clock() {
    throw new UnsupportedOperationException();
  }

  /** Enters or replaces; one outcome per submission, in the same order; all in one transaction. */
  public List<Publication> publish(List<Submission> submissions, Optional<String> run) {
    throw new UnsupportedOperationException();
  }

  /**
   * Takes datasets out (gone: 410). Those that are not there, or gone already, are left out of the
   * answer.
   */
  public List<CatalogEntry> withdraw(List<DatasetUri> datasets, Optional<String> run) {
    throw new UnsupportedOperationException();
  }

  public Optional<CatalogEntry> find(DatasetUri dataset) {
    throw new UnsupportedOperationException();
  }

  /**
   * By CKAN id, by name, or by a name it once had. Also finds withdrawn, draft and private ones.
   */
  public Optional<CatalogEntry> find(String idOrName) {
    throw new UnsupportedOperationException();
  }

  public Optional<CatalogEntry> findByDistribution(String distributionId) {
    throw new UnsupportedOperationException();
  }

  /** The entries with these ordinals, in the order asked for; unknown ones are left out. */
  public List<CatalogEntry> entries(List<Long> ordinals) {
    throw new UnsupportedOperationException();
  }

  /**
   * All that are not withdrawn, by ordinal. Also drafts and private ones, unless {@code
   * publicOnly}.
   */
  public List<CatalogEntry> entriesAfter(long ordinal, int limit, boolean publicOnly) {
    throw new UnsupportedOperationException();
  }

  public Optional<CatalogEntry> findAsOf(DatasetUri dataset, Instant time) {
    throw new UnsupportedOperationException();
  }

  /** The description in the form of a profile, addresses written with today's url. */
  public DatasetDescription describe(CatalogEntry entry, Profile profile) {
    throw new UnsupportedOperationException();
  }

  /** The {@code dcatap_de} Turtle of the entry, UTF-8, prefixes first; kept ready, cheap. */
  public byte[] turtle(CatalogEntry entry) {
    throw new UnsupportedOperationException();
  }

  public HarvestPage harvestPage(HarvestPage.Request request) {
    throw new UnsupportedOperationException();
  }

  /** The triples of the {@code dcat:Catalog} itself, its publisher included, without datasets. */
  public Graph catalogDescription() {
    throw new UnsupportedOperationException();
  }

  /** All organizations that publish something public, and the configured ones; by title. */
  public List<Organization> organizations() {
    throw new UnsupportedOperationException();
  }

  public Optional<Organization> findOrganization(String idOrName) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
