package org.allmende.catalog;

import java.util.List;
import java.util.Optional;
import org.allmende.catalog.model.DatasetSlug;
import org.allmende.catalog.model.LocalizedText;
import org.allmende.catalog.model.Organization;

/**
 * What the operator says about the catalog (DESIGN 7).
 *
 * @param url public address without trailing slash
 * @param title its title
 * @param description its description
 * @param language language of its texts and pages, {@code de} or {@code en}
 * @param timeZone zone of the times on pages, such as {@code Europe/Berlin}
 * @param pageSize datasets on a harvest page, 1 to 1,000
 * @param harvestPages which datasets stand on harvest pages
 * @param metadataLicense IRI of the license of the descriptions
 * @param homepage page that stands for the catalog; empty: {@code {url}/suche}
 * @param contributorId the id that GovData assigned, or an IRI; empty: none is emitted
 * @param legacyGeocoding whether {@code dcatde:politicalGeocodingURI} stands beside {@code
 *     dct:spatial}
 * @param municipality the town
 * @param organizations the configured ones; the first is the catalog's publisher
 */
public record CatalogSettings(
    String url,
    LocalizedText title,
    LocalizedText description,
    String language,
    String timeZone,
    int pageSize,
    HarvestPages harvestPages,
    String metadataLicense,
    Optional<String> homepage,
    Optional<String> contributorId,
    boolean legacyGeocoding,
    Optional<Town> municipality,
    List<ConfiguredOrganization> organizations) {

  public CatalogSettings {
    organizations = List.copyOf(organizations);
    if (pageSize < 1 || pageSize > 1_000) {
      throw new IllegalArgumentException("page-size must be 1 to 1000, was " + pageSize);
    }
  }

  /** Which datasets stand on harvest pages. */
  public enum HarvestPages {
    /** Those without a violation. */
    VALID,
    /** All that GovData would import. */
    IMPORTABLE
  }

  /**
   * The municipality whose catalog this is.
   *
   * @param name its name
   * @param ags official key, 8 digits
   * @param ars regional key, 12 digits; may be absent
   * @param postcodes its postcodes
   */
  public record Town(String name, String ags, Optional<String> ars, List<String> postcodes) {
    public Town {
      postcodes = List.copyOf(postcodes);
      if (!ags.matches("\\d{8}")) {
        throw new IllegalArgumentException("ags must have 8 digits, got \"" + ags + "\"");
      }
    }
  }

  /**
   * An organization of the settings.
   *
   * @param name its CKAN name
   * @param title what people read
   * @param type code of its publisher type, such as {@code LocalAuthority}
   * @param homepage its page
   * @param iri an IRI of its own; empty: ours
   * @param id its CKAN id, where that does not follow from the title: the title was another one
   *     when the catalog first saw it
   */
  public record ConfiguredOrganization(
      DatasetSlug name,
      String title,
      Optional<String> type,
      Optional<String> homepage,
      Optional<String> iri,
      Optional<String> id) {

    /** An organization as the settings say it. */
    public ConfiguredOrganization(
        DatasetSlug name,
        String title,
        Optional<String> type,
        Optional<String> homepage,
        Optional<String> iri) {
      this(name, title, type, homepage, iri, Optional.empty());
    }

    /** The same under the id and the IRI that it got once. */
    ConfiguredOrganization knownAs(Organization recorded) {
      return new ConfiguredOrganization(
          name,
          title,
          type,
          homepage,
          iri.or(() -> Optional.of(recorded.iri())),
          Optional.of(recorded.id()));
    }
  }

  /** An empty catalog on this machine, as without any configuration. */
  public static CatalogSettings local(int port) {
    return new CatalogSettings(
        "http://localhost:" + port,
        LocalizedText.of("de", "Offene Daten"),
        LocalizedText.of("de", "Katalog offener Daten."),
        "de",
        "Europe/Berlin",
        100,
        HarvestPages.VALID,
        "http://dcat-ap.de/def/licenses/dl-zero-de/2.0",
        Optional.empty(),
        Optional.empty(),
        true,
        Optional.empty(),
        List.of());
  }

  /** The same with these organizations. */
  CatalogSettings withOrganizations(List<ConfiguredOrganization> others) {
    return with(url, language, municipality, others);
  }

  /** The same, its texts and reports in another language. */
  public CatalogSettings withLanguage(String other) {
    return with(url, other, municipality, organizations);
  }

  /** The same for a municipality. */
  public CatalogSettings withMunicipality(Town town) {
    return with(url, language, Optional.of(town), organizations);
  }

  /** The same at another public address. */
  public CatalogSettings withUrl(String other) {
    return with(other, language, municipality, organizations);
  }

  private CatalogSettings with(
      String address, String tongue, Optional<Town> town, List<ConfiguredOrganization> all) {
    return new CatalogSettings(
        address,
        title,
        description,
        tongue,
        timeZone,
        pageSize,
        harvestPages,
        metadataLicense,
        homepage,
        contributorId,
        legacyGeocoding,
        town,
        all);
  }
}
