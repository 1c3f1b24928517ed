package org.allmende.harvest.source.table;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Columns that are never taken over, whatever a mapping says ({@code sources.md} 2.9): device and
 * client addresses, owners' contacts, passwords, private data of persons.
 */
public final class PersonalData {

  private static final Pattern NEVER =
      Pattern.compile(
          "(^|[.])(owner|eigent(ü|ue)mer|besitzer)([.].*|[_"
              + " -]?(contact|kontakt|e-?mail|phone|telefon))?$|(^|[._ -])(macs?|mac[_"
              + " -]?addr(ess(e|en|es)?)?|mac[_ -]?adressen?)$"
              + "|(^|[.])network[.](addresses|mac|ip.*)$|(^|[._ -])ip(v[46])?[_"
              + " -]?(addr(ess)?(es|e|en)?|adressen?)$|(^|[._"
              + " -])(passwor[dt]|passw(ö|oe)rter|kennwort|wlan[_ -]?schl(ü|ue)ssel)$|(^|[._"
              + " -])(geburts(datum|tag|ort)|birth[_ -]?(date|day)|date[_ -]?of[_ -]?birth)$|(^|[._"
              + " -])privat(e|anschrift|adresse|telefon)?[_"
              + " -]?(anschrift|adresse|telefon|phone|mobil|e-?mail)$",
          Pattern.UNICODE_CASE);

  private PersonalData() {}

  /** Whether a column of this name is never published. */
  public static boolean isNeverTaken(String column) {
    return NEVER.matcher(column.strip().toLowerCase(Locale.ROOT)).find();
  }
}
