package org.allmende.server.rehearsal;

import java.util.Locale;
import org.allmende.catalog.validate.Violation;

/**
 * What one or many findings are about.
 *
 * @param effect what it means on the portal
 * @param code its lasting name: of a {@link Check}, or of a rule of the shapes
 * @param german the sentence for people
 * @param english the same in English
 */
record Topic(Effect effect, String code, String german, String english) {

  static Topic of(Check check) {
    return new Topic(
        check.effect(),
        check.code(),
        Rehearsal.words("de").get(check.code()),
        Rehearsal.words("en").get(check.code()));
  }

  /** What the shapes say; the portal imports all the same. */
  static Topic of(Violation violation) {
    var code = violation.rule().isEmpty() ? "shape" : violation.rule();
    return new Topic(
        violation.isViolation() ? Effect.INVALID : Effect.NOTED,
        code.toLowerCase(Locale.ROOT),
        violation.messageDe(),
        violation.messageEn());
  }

  String message(String language) {
    return language.equals("en") ? english : german;
  }
}
