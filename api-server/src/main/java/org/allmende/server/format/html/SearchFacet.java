package org.allmende.server.format.html;

import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.LicenseUse;

/** What a search can be narrowed by, in the order of the page ({@code web-ui.md} 7.2). */
enum SearchFacet {
  THEME("thema", IndexField.THEME, "groups"),
  PUBLISHER("herausgeber", IndexField.PUBLISHER, "organization"),
  FORMAT("format", IndexField.FORMAT, "res_format"),
  /** Values are those of {@link LicenseUse}; the index knows licenses alone. */
  USE("lizenz", IndexField.LICENSE, "license_id");

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

  /** CKAN's name of the field, for the machine twin. */
  String ckanName() {
    return ckanName;
  }

  /** The texts' keys begin with this. */
  String textKey() {
    return "facet." + key;
  }
}
