package org.allmende.catalog.quality;

import static org.allmende.catalog.quality.Dimension.ACCESSIBILITY;
import static org.allmende.catalog.quality.Dimension.CONTEXTUALITY;
import static org.allmende.catalog.quality.Dimension.FINDABILITY;
import static org.allmende.catalog.quality.Dimension.GOVDATA;
import static org.allmende.catalog.quality.Dimension.INTEROPERABILITY;
import static org.allmende.catalog.quality.Dimension.REUSABILITY;

import java.util.Arrays;
import java.util.List;

/**
 * What is looked at. Names and points are those of data.europa.eu's assessment, 405 points in all,
 * and of GovData's dashboard (dcat-ap-de.md 7 and 9). The order is fixed: assessments are kept by
 * it, so new indicators go to the end.
 */
public enum Indicator {
  KEYWORDS(
      FINDABILITY,
      30,
      "keywordAvailability",
      "Schlagwörter vorhanden",
      "Keywords present",
      "Schlagwörter ergänzen (dcat:keyword).",
      "Add keywords (dcat:keyword)."),
  THEMES(
      FINDABILITY,
      30,
      "categoryAvailability",
      "Thema vorhanden",
      "Theme present",
      "Eines der 13 EU-Datenthemen wählen (dcat:theme).",
      "Choose one of the 13 EU data themes (dcat:theme)."),
  PLACE(
      FINDABILITY,
      20,
      "spatialAvailability",
      "Ort vorhanden",
      "Place present",
      "Sagen, welches Gebiet die Daten abdecken (dct:spatial).",
      "Say which area the data cover (dct:spatial)."),
  PERIOD(
      FINDABILITY,
      20,
      "temporalAvailability",
      "Zeitraum vorhanden",
      "Period present",
      "Sagen, für welchen Zeitraum die Daten gelten (dct:temporal).",
      "Say which period the data cover (dct:temporal)."),
  ACCESS_URL_WORKS(
      ACCESSIBILITY,
      50,
      "accessUrlStatusCode",
      "Zugangsadresse antwortet",
      "Access address answers",
      "Die Zugangsadresse berichtigen (dcat:accessURL).",
      "Correct the access address (dcat:accessURL)."),
  DOWNLOAD_URL(
      ACCESSIBILITY,
      20,
      "downloadUrlAvailability",
      "Adresse zum Herunterladen vorhanden",
      "Download address present",
      "Die Adresse der Datei selbst angeben (dcat:downloadURL).",
      "Give the address of the file itself (dcat:downloadURL)."),
  DOWNLOAD_URL_WORKS(
      ACCESSIBILITY,
      30,
      "downloadUrlStatusCode",
      "Adresse zum Herunterladen antwortet",
      "Download address answers",
      "Die Adresse zum Herunterladen berichtigen (dcat:downloadURL).",
      "Correct the download address (dcat:downloadURL)."),
  FORMAT(
      INTEROPERABILITY,
      20,
      "formatAvailability",
      "Format vorhanden",
      "Format present",
      "Das Format der Datei angeben (dct:format).",
      "Give the format of the file (dct:format)."),
  MEDIA_TYPE(
      INTEROPERABILITY,
      10,
      "mediaTypeAvailability",
      "Medientyp vorhanden",
      "Media type present",
      "Den Medientyp angeben (dcat:mediaType), etwa text/csv.",
      "Give the media type (dcat:mediaType), such as text/csv."),
  KNOWN_FORMAT(
      INTEROPERABILITY,
      10,
      "formatMediaTypeVocabularyAlignment",
      "Format und Medientyp aus den Listen von EU und IANA",
      "Format and media type from the lists of the EU and IANA",
      "Format und Medientyp aus den amtlichen Listen wählen.",
      "Choose format and media type from the official lists."),
  OPEN_FORMAT(
      INTEROPERABILITY,
      20,
      "formatMediaTypeNonProprietary",
      "Offenes Format",
      "Open format",
      "Die Daten auch in einem offenen Format anbieten, etwa CSV.",
      "Offer the data in an open format too, such as CSV."),
  MACHINE_READABLE(
      INTEROPERABILITY,
      20,
      "formatMediaTypeMachineInterpretable",
      "Maschinenlesbares Format",
      "Machine-readable format",
      "Die Daten auch maschinenlesbar anbieten, etwa als CSV oder JSON.",
      "Offer the data machine-readable too, such as CSV or JSON."),
  CONFORMS(
      INTEROPERABILITY,
      30,
      "dcatApCompliance",
      "Entspricht DCAT-AP.de",
      "Conforms to DCAT-AP.de",
      "Die Verstöße beheben, die die Prüfung nennt.",
      "Resolve the violations that the validation names."),
  LICENSE(
      REUSABILITY,
      20,
      "licenceAvailability",
      "Lizenz vorhanden",
      "License present",
      "Eine Lizenz wählen (dct:license).",
      "Choose a license (dct:license)."),
  KNOWN_LICENSE(
      REUSABILITY,
      10,
      "knownLicence",
      "Lizenz aus der Liste der EU",
      "License from the list of the EU",
      "Eine Lizenz aus der amtlichen Liste wählen.",
      "Choose a license from the official list."),
  ACCESS_RIGHTS(
      REUSABILITY,
      10,
      "accessRightsAvailability",
      "Zugangsrechte vorhanden",
      "Access rights present",
      "Sagen, dass die Daten öffentlich sind (dct:accessRights).",
      "Say that the data are public (dct:accessRights)."),
  KNOWN_ACCESS_RIGHTS(
      REUSABILITY,
      5,
      "accessRightsVocabularyAlignment",
      "Zugangsrechte aus der Liste der EU",
      "Access rights from the list of the EU",
      "Die Zugangsrechte aus der Liste der EU wählen.",
      "Choose the access rights from the list of the EU."),
  CONTACT(
      REUSABILITY,
      20,
      "contactPointAvailability",
      "Kontakt vorhanden",
      "Contact present",
      "Sagen, wer Fragen beantwortet (dcat:contactPoint).",
      "Say who answers questions (dcat:contactPoint)."),
  PUBLISHER(
      REUSABILITY,
      10,
      "publisherAvailability",
      "Herausgeber vorhanden",
      "Publisher present",
      "Den Herausgeber nennen (dct:publisher).",
      "Name the publisher (dct:publisher)."),
  RIGHTS(
      CONTEXTUALITY,
      5,
      "rightsAvailability",
      "Nutzungsbedingungen vorhanden",
      "Terms of use present",
      "Auf die Nutzungsbedingungen verweisen (dct:rights).",
      "Link the terms of use (dct:rights)."),
  BYTE_SIZE(
      CONTEXTUALITY,
      5,
      "byteSizeAvailability",
      "Dateigröße vorhanden",
      "File size present",
      "Die Größe der Datei angeben (dcat:byteSize).",
      "Give the size of the file (dcat:byteSize)."),
  ISSUED(
      CONTEXTUALITY,
      5,
      "dateIssuedAvailability",
      "Datum der Veröffentlichung vorhanden",
      "Date of publication present",
      "Sagen, seit wann es die Daten gibt (dct:issued).",
      "Say since when the data exist (dct:issued)."),
  MODIFIED(
      CONTEXTUALITY,
      5,
      "dateModifiedAvailability",
      "Datum der letzten Änderung vorhanden",
      "Date of the last change present",
      "Sagen, wann die Daten zuletzt geändert wurden (dct:modified).",
      "Say when the data last changed (dct:modified)."),
  PORTAL_KEYWORD(
      GOVDATA,
      0,
      "portalKeyword",
      "Mindestens ein Schlagwort",
      "At least one keyword",
      "Schlagwörter ergänzen (dcat:keyword).",
      "Add keywords (dcat:keyword)."),
  PORTAL_CONTRIBUTOR(
      GOVDATA,
      0,
      "portalContributor",
      "Genau eine Datenbereitsteller-ID aus der Liste",
      "Exactly one contributor id from the list",
      "Die von GovData vergebene ID einstellen (catalog.contributor-id).",
      "Set the id that GovData assigned (catalog.contributor-id)."),
  PORTAL_PUBLISHER(
      GOVDATA,
      0,
      "portalPublisher",
      "Genau ein Herausgeber mit Namen",
      "Exactly one publisher with a name",
      "Genau einen Herausgeber nennen, mit Namen (dct:publisher, foaf:name).",
      "Name exactly one publisher, with a name (dct:publisher, foaf:name)."),
  PORTAL_LICENSE(
      GOVDATA,
      0,
      "portalLicense",
      "Genau eine Lizenz je Distribution",
      "Exactly one license for each distribution",
      "Jeder Distribution genau eine Lizenz geben (dct:license).",
      "Give each distribution exactly one license (dct:license)."),
  PORTAL_KNOWN_LICENSE(
      GOVDATA,
      0,
      "portalKnownLicense",
      "Lizenz aus der Liste von GovData",
      "License from the list of GovData",
      "Eine Lizenz aus der Liste von DCAT-AP.de wählen.",
      "Choose a license from the list of DCAT-AP.de."),
  PORTAL_OPEN_LICENSE(
      GOVDATA,
      0,
      "portalOpenLicense",
      "Offene Lizenz",
      "Open license",
      "Eine offene Lizenz wählen, etwa dl-zero-de/2.0.",
      "Choose an open license, such as dl-zero-de/2.0.");

  private final Dimension dimension;
  private final int points;
  private final String code;
  private final String labelDe;
  private final String labelEn;
  private final String adviceDe;
  private final String adviceEn;

  Indicator(
      Dimension dimension,
      int points,
      String code,
      String labelDe,
      String labelEn,
      String adviceDe,
      String adviceEn) {
    this.dimension = dimension;
    this.points = points;
    this.code = code;
    this.labelDe = labelDe;
    this.labelEn = labelEn;
    this.adviceDe = adviceDe;
    this.adviceEn = adviceEn;
  }

  /** The group it belongs to. */
  public Dimension dimension() {
    return dimension;
  }

  /** Points at data.europa.eu when all pass; 0 for those of GovData. */
  public int points() {
    return points;
  }

  /** Its name in JSON, such as {@code keywordAvailability}: the metric's name at data.europa.eu. */
  public String code() {
    return code;
  }

  /** What passes: English for {@code "en"}, German for any other language. */
  public String label(String language) {
    return language.equals("en") ? labelEn : labelDe;
  }

  /** What to do when it does not pass. */
  public String advice(String language) {
    return language.equals("en") ? adviceEn : adviceDe;
  }

  /** Those of a dimension. */
  public static List<Indicator> of(Dimension dimension) {
    return Arrays.stream(values()).filter(i -> i.dimension == dimension).toList();
  }
}
