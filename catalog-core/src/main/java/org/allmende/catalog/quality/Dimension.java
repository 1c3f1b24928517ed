package org.allmende.catalog.quality;

/**
 * A group of indicators: the five dimensions of data.europa.eu's metadata quality assessment
 * (dcat-ap-de.md 9), and the indicators of GovData's dashboard, which give no points.
 */
public enum Dimension {
  FINDABILITY("Auffindbarkeit", "Findability"),
  ACCESSIBILITY("Zugänglichkeit", "Accessibility"),
  INTEROPERABILITY("Interoperabilität", "Interoperability"),
  REUSABILITY("Nachnutzbarkeit", "Reusability"),
  CONTEXTUALITY("Kontext", "Contextuality"),
  GOVDATA("GovData", "GovData");

  private final String labelDe;
  private final String labelEn;

  Dimension(String labelDe, String labelEn) {
    this.labelDe = labelDe;
    this.labelEn = labelEn;
  }

  /** The label: English for {@code "en"}, German for any other language. */
  public String label(String language) {
    return language.equals("en") ? labelEn : labelDe;
  }
}
