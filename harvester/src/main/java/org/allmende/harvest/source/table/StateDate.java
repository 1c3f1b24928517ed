package org.allmende.harvest.source.table;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the date of which a source says its data are, in the text around its rows. */
final class StateDate {

  private static final Pattern STATED =
      Pattern.compile(
          "(?:\\bStand|\\bLetzte Aktualisierung|\\bAktualisiert|\\bDatenstand|\\bdocumentDate)"
              + "(?:\\s+(?:vom|am|der Daten))?\\s*[:=]?[\\s;,|]*"
              + "(\\d{1,2}\\.\\d{1,2}\\.\\d{2,4}|\\d{4}-\\d{2}-\\d{2}|[34]\\d{4}(?!\\d))",
          Pattern.CASE_INSENSITIVE);

  private StateDate() {}

  /** The latest state date in the texts; the beginning of that day in Germany. */
  static Optional<Instant> find(List<String> texts) {
    var reader = DateReader.forColumn(List.of(), List.of());
    return texts.stream()
        .flatMap(text -> STATED.matcher(text).results())
        .flatMap(match -> reader.readDate(match.group(1)).stream())
        .map(date -> date.atStartOfDay(DateReader.GERMANY).toInstant())
        .max(Instant::compareTo);
  }
}
