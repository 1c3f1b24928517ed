package org.allmende.server.format.html;

import org.allmende.catalog.search.DataKind;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.LicenseUse;

/** What a search can be narrowed by, in the order of the page ({@code web-ui.md} 7.2). */
enum SearchFacet {
  /** Values are those of {@link DataKind}. */
  KIND("art", IndexField.KIND, "kind"),
  THEME("thema", IndexField.THEME, "groups"),
  /** Values are keys of regions; names and postcodes in the address become keys. */
  PLACE("ort", IndexField.REGION, "region"),
  PUBLISHER("herausgeber", IndexField.PUBLISHER, "organization"),
  /** Shown only where one was chosen. */
  SERIES("reihe", IndexField.SERIES, "series"),
  FORMAT("format", IndexField.FORMAT, "res_format"),
  /** Values are those of {@link LicenseUse}. */
  USE("lizenz", IndexField.USE, "license_id"),
  /** The years that data is about. */
  YEAR("jahr", IndexField.YEAR, "year"),
  /** Values are those of {@link Freshness}; days are counted. */
  FRESHNESS("aktualitaet", IndexField.UPDATED_DAY, "freshness"),
  /** Values are those of {@code Rating}. */
  RATING("qualitaet", IndexField.RATING, "rating");

  private final String key;

  @SuppressWarnings("ImmutableEnumChecker") // a record of a text and a constant
  private final IndexField field;

  private final String ckanName;

  SearchFacet(String key, IndexField field, String ckanName) {
    this.key = key;
    this.field = field;
    this.ckanName = ckanName;
  }

  /** The key in the address. */
  String key() {
    return key;
  }

  IndexField field() {
    return field;
  }

  /** CKAN's name of the field where it has one, for the machine twin. */
  String ckanName() {
    return ckanName;
  }

  /** The texts' keys begin with this. */
  String textKey() {
    return "facet." + key;
  }
}
