package org.allmende.server.statistics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small text file with tabs between the parts of a line. It is replaced as a whole, so that a
 * crash leaves either the old or the new one; a line that somebody broke by hand is left out and
 * named in the log.
 */
final class TabFile {
  private static final Logger LOG = LoggerFactory.getLogger(TabFile.class);

  private final Path path;
  private final int parts;

  /**
   * @param parts how many parts each line has
   */
  TabFile(Path path, int parts) {
    this.path = path;
    this.parts = parts;
  }

  /** Takes the parts of a line. */
  @FunctionalInterface
  interface Line {
    void take(String... parts);
  }

  /** Hands lines to a file in the making. */
  @FunctionalInterface
  interface Lines {
    void writeTo(Line out);
  }

  /** Hands out the lines; none when there is no file. */
  void read(Line line) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (var lines = Files.lines(path, StandardCharsets.UTF_8)) {
      lines.forEach(text -> readLine(text, line));
    }
  }

  private void readLine(String text, Line line) {
    var found = text.split("\t", -1);
    try {
      if (found.length != parts) {
        throw new IllegalArgumentException("expected " + parts + " parts between tabs");
      }
      line.take(found);
    } catch (IllegalArgumentException | DateTimeException e) {
      LOG.warn("{}: left out the line \"{}\": {}", path, text, e.getMessage());
    }
  }

  /** Puts these lines in place of what there is. */
  void replace(Lines lines) throws IOException {
    var unfinished = path.resolveSibling(path.getFileName() + ".new");
    try (var out = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
      lines.writeTo(parts -> write(out, parts));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void write(Writer out, String... parts) {
    try {
      for (var i = 0; i < parts.length; i++) {
        out.append(i == 0 ? "" : "\t").append(parts[i].replaceAll("[\\t\\r\\n]", " "));
      }
      out.append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
