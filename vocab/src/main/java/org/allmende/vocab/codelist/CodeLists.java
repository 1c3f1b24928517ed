package org.allmende.vocab.codelist;

/**
 * All code lists, each read at its first use. Tables and facts: {@code dcat-ap-de.md} section 6;
 * where each table's facts come from stands in its first lines.
 */
public final class CodeLists {

  private static final String EU = "http://publications.europa.eu/resource/authority/";
  private static final String DE = "http://dcat-ap.de/def/";

  private CodeLists() {}

  /** The 13 EU data themes; code {@code TRAN} is CKAN's group {@code tran}. */
  public static CodeList themes() {
    return Themes.LIST;
  }

  /** EU frequencies, such as {@code MONTHLY}. */
  public static CodeList frequencies() {
    return Frequencies.LIST;
  }

  /** EU planned availabilities, such as {@code STABLE}. */
  public static CodeList availabilities() {
    return Availabilities.LIST;
  }

  /**
   * EU access rights, such as {@code PUBLIC}; attribute {@code discouraged} ({@code true}) on those
   * that DCAT-AP.de does not want in new entries.
   */
  public static CodeList accessRights() {
    return AccessRights.LIST;
  }

  /** Levels of the administrative geocoding, such as {@code municipality}. */
  public static CodeList geocodingLevels() {
    return GeocodingLevels.LIST;
  }

  /** The 16 states by their two-digit key. */
  public static CodeList states() {
    return States.LIST;
  }

  /**
   * Districts and district-free cities by their five-digit key; attributes {@code state} (such as
   * {@code 13}), {@code kind} (such as {@code Landkreis}).
   */
  public static CodeList districts() {
    return Districts.LIST;
  }

  /** EU distribution statuses; the ADMS ones of DCAT-AP.de 2.0 are their old IRIs. */
  public static CodeList distributionStatuses() {
    return DistributionStatuses.LIST;
  }

  /**
   * Publisher types of ADMS, such as {@code LocalAuthority}; attribute {@code govdata} ({@code
   * true}) on the four that GovData uses.
   */
  public static CodeList publisherTypes() {
    return PublisherTypes.LIST;
  }

  /**
   * Categories of high-value datasets, Regulation (EU) 2023/138; attribute {@code top} ({@code
   * true}) on the six top ones.
   */
  public static CodeList hvdCategories() {
    return HvdCategories.LIST;
  }

  /**
   * Licenses of GovData, such as {@code dl-by-de/2.0}; attributes {@code open} and {@code
   * attribution} ({@code true} or {@code false}), {@code url} (the license text).
   */
  public static CodeList licenses() {
    return Licenses.LIST;
  }

  /** Contributors that GovData knows; the code is the id. */
  public static CodeList contributors() {
    return Contributors.LIST;
  }

  /**
   * EU file types, such as {@code CSV}; attributes {@code open} and {@code machine} ({@code true}
   * for data.europa.eu), {@code mediaType} (such as {@code text/csv}), {@code extension} (such as
   * {@code csv}), {@code ckan} (CKAN's short name, such as {@code GeoJSON}).
   */
  public static CodeList fileTypes() {
    return FileTypes.LIST;
  }

  /** EU languages by ISO 639-3 code in capitals; attribute {@code tag} is the BCP 47 tag. */
  public static CodeList languages() {
    return Languages.LIST;
  }

  /** EU dataset types, such as {@code GEOSPATIAL}. */
  public static CodeList datasetTypes() {
    return DatasetTypes.LIST;
  }

  /**
   * Checksum algorithms of SPDX, such as {@code sha256}; those of DCAT-AP.de 2.0 are their old
   * IRIs.
   */
  public static CodeList checksumAlgorithms() {
    return ChecksumAlgorithms.LIST;
  }

  private static final class Themes {
    static final CodeList LIST = CodeList.load("theme", EU + "data-theme", "themes.tsv");
  }

  private static final class Frequencies {
    static final CodeList LIST = CodeList.load("frequency", EU + "frequency", "frequencies.tsv");
  }

  private static final class Availabilities {
    static final CodeList LIST =
        CodeList.load("availability", EU + "planned-availability", "availabilities.tsv");
  }

  private static final class AccessRights {
    static final CodeList LIST =
        CodeList.load("access right", EU + "access-right", "access-rights.tsv");
  }

  private static final class GeocodingLevels {
    static final CodeList LIST =
        CodeList.load("geocoding level", DE + "politicalGeocoding/Level", "geocoding-levels.tsv");
  }

  private static final class States {
    static final CodeList LIST =
        CodeList.load("state", DE + "politicalGeocoding/stateKey", "states.tsv");
  }

  private static final class Districts {
    static final CodeList LIST =
        CodeList.load("district", DE + "politicalGeocoding/districtKey", "districts.tsv");
  }

  private static final class DistributionStatuses {
    static final CodeList LIST =
        CodeList.load(
            "distribution status", EU + "distribution-status", "distribution-statuses.tsv");
  }

  private static final class PublisherTypes {
    static final CodeList LIST =
        CodeList.load(
            "publisher type", "http://purl.org/adms/publishertype/1.0", "publisher-types.tsv");
  }

  private static final class HvdCategories {
    static final CodeList LIST =
        CodeList.load("HVD category", "http://data.europa.eu/bna/asd487ae75", "hvd-categories.tsv");
  }

  private static final class Licenses {
    static final CodeList LIST = CodeList.load("license", DE + "licenses", "licenses.tsv");
  }

  private static final class Contributors {
    static final CodeList LIST =
        CodeList.load("contributor", DE + "contributors", "contributors.tsv");
  }

  private static final class FileTypes {
    static final CodeList LIST = CodeList.load("file type", EU + "file-type", "file-types.tsv");
  }

  private static final class Languages {
    static final CodeList LIST = CodeList.load("language", EU + "language", "languages.tsv");
  }

  private static final class DatasetTypes {
    static final CodeList LIST =
        CodeList.load("dataset type", EU + "dataset-type", "dataset-types.tsv");
  }

  private static final class ChecksumAlgorithms {
    static final CodeList LIST =
        CodeList.load(
            "checksum algorithm", "http://spdx.org/rdf/terms#", "checksum-algorithms.tsv");
  }
}
