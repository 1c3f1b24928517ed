package org.allmende.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every source is formatted by google-java-format. It runs here rather than in a Maven plugin,
 * since Maven itself may run on a Java that cannot read our sources. With {@code
 * -Dallmende.format=write} it rewrites them instead of complaining.
 */
class FormattingTest {
  private final Formatter formatter = new Formatter();

  @Test
  void everySourceIsFormatted() throws IOException {
    var unformatted =
        Repository.javaSources().parallelStream().filter(this::isUnformatted).sorted().toList();

    assertEquals(
        List.of(),
        unformatted.stream().map(Repository.root()::relativize).toList(),
        "not formatted; \"mvn verify -Dallmende.format=write\" does it");
  }

  private boolean isUnformatted(Path source) {
    try {
      var text = Files.readString(source);
      var imports = RemoveUnusedImports.removeUnusedImports(text);
      var formatted = formatter.formatSource(ImportOrderer.reorderImports(imports, Style.GOOGLE));
      if (!formatted.equals(text) && "write".equals(System.getProperty("allmende.format"))) {
        Files.writeString(source, formatted);
        return false;
      }
      return !formatted.equals(text);
    } catch (IOException | FormatterException e) {
      throw new IllegalStateException(source + " cannot be formatted", e);
    }
  }
}
