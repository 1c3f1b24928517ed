package org.allmende.catalog.profile;

import java.util.List;
import org.allmende.vocab.ADMS;
import org.allmende.vocab.DCATAP;
import org.allmende.vocab.DCATDE;
import org.allmende.vocab.SPDX;
import org.allmende.vocab.codelist.CodeLists;
import org.apache.jena.vocabulary.DCAT;

/** The code lists of DCAT-AP.de 3.0, and where each is due (dcat-ap-de.md 6). */
final class CodeRules {

  private CodeRules() {}

  static List<ViewRule> all() {
    return List.of(
        new KnownCodes(
            because(
                "themes",
                "6.1, K 30",
                "Das Thema",
                "The theme",
                "EU-Datenthemen",
                "EU data themes"),
            CodeLists.themes(),
            DCAT.theme.asNode()),
        new KnownCodes(
            because(
                "frequencies",
                "6.2, 5.4",
                "Die Häufigkeit",
                "The frequency",
                "EU-Häufigkeiten",
                "EU frequencies"),
            CodeLists.frequencies(),
            Terms.FREQUENCY),
        new KnownCodes(
            because(
                "availabilities",
                "6.3",
                "Die Verfügbarkeit",
                "The availability",
                "EU-Verfügbarkeiten",
                "EU planned availabilities"),
            CodeLists.availabilities(),
            DCATAP.availability),
        new KnownCodes(
            because(
                "access-rights",
                "6.4",
                "Das Zugangsrecht",
                "The access right",
                "EU-Zugangsrechte",
                "EU access rights"),
            CodeLists.accessRights(),
            Terms.ACCESS_RIGHTS),
        new KnownCodes(
            because(
                "languages", "5.4", "Die Sprache", "The language", "EU-Sprachen", "EU languages"),
            CodeLists.languages(),
            Terms.LANGUAGE),
        new KnownCodes(
            because(
                "licenses",
                "5.2, K 32",
                "Die Lizenz",
                "The license",
                "Lizenzen von GovData",
                "licenses of GovData"),
            CodeLists.licenses(),
            Terms.LICENSE),
        new KnownCodes(
            because(
                "file-types",
                "5.4, K 31",
                "Das Format",
                "The format",
                "EU-Dateitypen",
                "EU file types"),
            CodeLists.fileTypes(),
            Terms.FORMAT),
        new KnownCodes(
            because(
                "statuses",
                "6.6, K 22",
                "Der Status",
                "The status",
                "EU-Distributionsstatus",
                "EU distribution statuses"),
            CodeLists.distributionStatuses(),
            ADMS.status),
        new KnownCodes(
            because(
                "geocoding-levels",
                "6.5, K 9",
                "Die Ebene",
                "The level",
                "Verwaltungsebenen",
                "geocoding levels"),
            CodeLists.geocodingLevels(),
            DCATDE.politicalGeocodingLevelURI),
        new KnownCodes(
            because(
                "contributors",
                "6.10, K 12",
                "Der Datenbereitsteller",
                "The contributor id",
                "Datenbereitsteller",
                "contributors"),
            CodeLists.contributors(),
            DCATDE.contributorID),
        new KnownCodes(
            because(
                "hvd-categories",
                "6.8",
                "Die Kategorie",
                "The category",
                "Kategorien hochwertiger Datensätze",
                "HVD categories"),
            CodeLists.hvdCategories(),
            DCATAP.hvdCategory),
        new KnownCodes(
            because(
                "checksum-algorithms",
                "6.10, 8",
                "Das Prüfsummenverfahren",
                "The checksum's algorithm",
                "Verfahren von SPDX",
                "algorithms of SPDX"),
            CodeLists.checksumAlgorithms(),
            SPDX.algorithm));
  }

  private static Reason because(
      String list,
      String clause,
      String subjectDe,
      String subjectEn,
      String listDe,
      String listEn) {
    return new Reason(
        "known-" + list,
        clause,
        subjectDe + " ist ein Eintrag der Liste „" + listDe + "“.",
        subjectEn + " is an entry of the list \"" + listEn + "\".");
  }
}
