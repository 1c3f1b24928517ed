package org.allmende.server;

import java.util.Locale;
import org.allmende.catalog.CatalogSettings;
import org.jspecify.annotations.Nullable;

/** The languages of reports: the values of {@code --lang}. */
enum Language {
  DE,
  EN;

  /** The language asked for, else the catalog's. */
  static String of(@Nullable Language asked, CatalogSettings catalog) {
    return asked == null ? catalog.language() : asked.name().toLowerCase(Locale.ROOT);
  }
}
