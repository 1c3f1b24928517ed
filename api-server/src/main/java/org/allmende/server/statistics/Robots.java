package org.allmende.server.statistics;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Programs that say of themselves that they walk through sites; what they say is not kept. */
final class Robots {
  /** Cubot is the maker of a telephone. */
  private static final Pattern NAMES =
      Pattern.compile(
          "(?<!cu)bot\\b|bot[/;_-]|crawl|spider|slurp|archiver|facebookexternalhit|monitor|lighthouse|scrapy",
          Pattern.CASE_INSENSITIVE);

  private Robots() {}

  static boolean isRobot(@Nullable String userAgent) {
    return userAgent != null && NAMES.matcher(userAgent).find();
  }
}
