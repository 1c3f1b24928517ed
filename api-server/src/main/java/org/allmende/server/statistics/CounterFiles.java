package org.allmende.server.statistics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import org.allmende.server.statistics.DayCounts.Subject;

/** The counters on disk: one file per day, a line per counter with kind, address and number. */
final class CounterFiles {
  private static final String SUFFIX = ".tsv";

  private final Path folder;

  CounterFiles(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /** The days there are counters of, the first first. */
  List<LocalDate> days() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(CounterFiles::day).flatMap(Optional::stream).sorted().toList();
    }
  }

  private static Optional<LocalDate> day(Path file) {
    var name = file.getFileName().toString();
    if (!name.endsWith(SUFFIX)) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(name.substring(0, name.length() - SUFFIX.length())));
    } catch (DateTimeParseException e) {
      return Optional.empty(); // somebody else's file
    }
  }

  /** Hands out the counters of a day; none when there is no file. */
  void read(LocalDate day, ObjLongConsumer<Subject> consumer) throws IOException {
    file(day)
        .read(
            parts ->
                consumer.accept(
                    new Subject(Counted.require(parts[0]), parts[1]), Long.parseLong(parts[2])));
  }

  void write(LocalDate day, DayCounts counts) throws IOException {
    file(day)
        .replace(
            out ->
                counts.each(
                    (subject, number) ->
                        out.take(subject.kind().key(), subject.address(), Long.toString(number))));
  }

  private TabFile file(LocalDate day) {
    return new TabFile(folder.resolve(day + SUFFIX), 3);
  }
}
