package org.allmende.server;

import java.util.Locale;

/**
 * One setting as people know it.
 *
 * @param name its path in {@code allmende.yaml}; {@code []} stands for each entry of a list
 * @param kind how it is written
 * @param standard the default as it would be written; {@code ""}: none
 * @param unit what it is measured in or made of
 * @param sentence what it does
 */
record Setting(String name, Kind kind, String standard, String unit, String sentence) {

  /** How a setting is written. */
  enum Kind {
    /** One value. */
    TEXT,
    /** A list of values. */
    TEXTS,
    /** Plain, or {@code {de: …, en: …}}. */
    LOCALIZED,
    /** The name of a file, or its content in place. */
    MAPPING
  }

  /** The group it stands in, such as {@code catalog}; {@code ""} at the top. */
  String group() {
    var dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(0, dot);
  }

  /** Its name in the group. */
  String key() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** True when it belongs to the entries of a list. */
  boolean isInList() {
    return name.contains("[]");
  }

  /** True when the environment may set it: lists live in the file. */
  boolean isInEnvironment() {
    return !isInList() && (kind == Kind.TEXT || kind == Kind.LOCALIZED);
  }

  /** {@code catalog.page-size} is {@code ALLMENDE_CATALOG_PAGE_SIZE}. */
  String environmentName() {
    return "ALLMENDE_" + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
