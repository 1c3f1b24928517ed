package org.allmende.catalog;

import java.time.Instant;
import java.util.Optional;
import org.allmende.catalog.CatalogSettings.ConfiguredOrganization;
import org.allmende.catalog.ledger.LedgerSnapshot;
import org.allmende.catalog.model.DatasetSlug;
import org.allmende.catalog.model.DatasetView;
import org.allmende.catalog.model.Identity;
import org.allmende.catalog.model.Organization;

/** Which organization a dataset belongs to: its publisher, else the first configured one. */
final class Publisher {

  private final CatalogSettings settings;
  private final Identity identity;

  Publisher(CatalogSettings settings, Identity identity) {
    this.settings = settings;
    this.identity = identity;
  }

  /** The organization of a description, as it would be made when it is not known yet. */
  Organization of(DatasetView view, Instant now) {
    var agent = view.publisher();
    var name = agent.flatMap(a -> a.name().in(settings.language()));
    if (name.isEmpty()) {
      return ofCatalog(now);
    }
    var title = name.get().strip().replaceAll("\\s+", " ");
    var configured =
        settings.organizations().stream()
            .filter(o -> o.title().equalsIgnoreCase(title))
            .findFirst();
    return configured
        .map(o -> organization(o, now))
        .orElseGet(
            () -> organization(title, slug(title), agent.get().iri(), agent.get().homepage(), now));
  }

  /**
   * The publisher of the catalog: the first configured organization, else the town, else its title.
   */
  Organization ofCatalog(Instant now) {
    if (!settings.organizations().isEmpty()) {
      return organization(settings.organizations().getFirst(), now);
    }
    var title =
        settings
            .municipality()
            .map(CatalogSettings.Town::name)
            .orElseGet(() -> settings.title().in(settings.language()).orElse("Allmende"));
    return organization(title, slug(title), Optional.empty(), Optional.empty(), now);
  }

  /** A configured organization. */
  Organization organization(ConfiguredOrganization configured, Instant now) {
    var title = configured.title();
    return new Organization(
        configured.id().orElseGet(() -> identity.organizationId(title)),
        configured.name(),
        title,
        configured.iri().orElseGet(() -> identity.organizationIri(title)),
        configured.homepage(),
        now);
  }

  /**
   * The settings with each organization as the ledger knows it by its name: its id followed from
   * the title that it had first, and stays when the title changes.
   */
  static CatalogSettings recognized(
      CatalogSettings settings, Identity identity, LedgerSnapshot snapshot) {
    return settings.withOrganizations(
        settings.organizations().stream()
            .map(
                configured ->
                    snapshot
                        .findOrganization(configured.name().value())
                        .filter(recorded -> recorded.name().equals(configured.name()))
                        .filter(
                            recorded ->
                                !recorded.id().equals(identity.organizationId(configured.title())))
                        .map(configured::knownAs)
                        .orElse(configured))
            .toList());
  }

  private Organization organization(
      String title,
      DatasetSlug name,
      Optional<String> iri,
      Optional<String> homepage,
      Instant now) {
    return new Organization(
        identity.organizationId(title),
        name,
        title,
        iri.orElseGet(() -> identity.organizationIri(title)),
        homepage,
        now);
  }

  private DatasetSlug slug(String title) {
    return DatasetSlug.ofTitle(title, identity.organizationId(title));
  }
}
