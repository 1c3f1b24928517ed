package org.allmende.server.rehearsal;

import java.util.List;
import java.util.stream.Collectors;
import org.allmende.harvest.Reason;

/**
 * What exactly was noticed at a place: a value, or a reason in words.
 *
 * @param german for a German report; {@code ""} when the place says it all
 * @param english the same in English
 */
record Detail(String german, String english) {
  static final Detail NONE = of("");

  /** A value, which is the same in every language. */
  static Detail of(String value) {
    return new Detail(value, value);
  }

  static Detail of(Reason reason) {
    return new Detail(reason.text("de"), reason.text("en"));
  }

  /** Several reasons, one after another. */
  static Detail of(List<Reason> reasons) {
    return new Detail(joined(reasons, "de"), joined(reasons, "en"));
  }

  private static String joined(List<Reason> reasons, String language) {
    return reasons.stream().map(reason -> reason.text(language)).collect(Collectors.joining("; "));
  }

  String in(String language) {
    return language.equals("en") ? english : german;
  }
}
