package org.allmende.catalog.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;

/**
 * The generations of one follower on disk: one folder each, and a file {@code current} that names
 * the live one with the rules that made it. A folder that the file does not name is unfinished or
 * outlived.
 */
final class Generations {

  /** A folder and the rules by which its follower was made. */
  record Generation(String folder, String rules) {

    /** The one after this. */
    Generation next(String rules) {
      return new Generation("g" + (Long.parseLong(folder.substring(1)) + 1), rules);
    }
  }

  private final Path directory;

  Generations(Path directory) {
    this.directory = directory;
  }

  /** The live one; empty when there is none, or the file that names it cannot be understood. */
  Optional<Generation> current() {
    var file = directory.resolve("current");
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      var words = Files.readString(file).strip().split(" ", 2);
      return words.length == 2 && words[0].matches("g\\d{1,18}")
          ? Optional.of(new Generation(words[0], words[1]))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes everything and names a first generation, whose folder is still to be filled. */
  Generation first(String rules) {
    delete(directory);
    var first = new Generation("g1", rules);
    makeCurrent(first);
    return first;
  }

  /** Names this one as the live one, at once or not at all. */
  void makeCurrent(Generation generation) {
    try {
      Files.createDirectories(directory);
      var beside = directory.resolve("current.new");
      Files.writeString(beside, generation.folder() + " " + generation.rules() + "\n");
      Files.move(
          beside,
          directory.resolve("current"),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a generation lies. */
  Path folder(Generation generation) {
    return directory.resolve(generation.folder());
  }

  void delete(Generation generation) {
    delete(folder(generation));
  }

  /** Deletes what a crash left of others. */
  void deleteAllBut(Generation generation) {
    try (var folders = Files.list(directory)) {
      folders
          .filter(Files::isDirectory)
          .filter(folder -> !folder.endsWith(generation.folder()))
          .forEach(Generations::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (var all = Files.walk(folder)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
