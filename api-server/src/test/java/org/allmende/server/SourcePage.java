package org.allmende.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A page below {@code docs/sources}: examples of settings, each followed by what a harvest of its
 * sample gives.
 */
record SourcePage(Path file) {

  static final Path FOLDER = Path.of("..", "docs", "sources");

  private static final Pattern EXAMPLE =
      Pattern.compile(
          "```yaml\\n(?<settings>.*?)```\\n(?<between>.*?)```text\\n(?<result>.*?)```",
          Pattern.DOTALL);

  /** An entry of {@code sources:}, and the text that stands below it. */
  record Example(String settings, String result) {}

  /** All pages, the index and the table of coverage left out. */
  static List<SourcePage> all() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !file.toString().matches(".*(README|coverage)\\.md"))
          .sorted()
          .map(SourcePage::new)
          .toList();
    }
  }

  /** The page's name, which is also that of the folder of its sample. */
  String name() {
    return file.getFileName().toString().replaceFirst("\\.md$", "");
  }

  String text() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Example> examples() {
    return EXAMPLE
        .matcher(text())
        .results()
        .map(found -> new Example(found.group("settings"), found.group("result")))
        .toList();
  }

  /** Writes the page anew with these results. */
  void write(Function<Example, String> results) throws IOException {
    var text =
        EXAMPLE
            .matcher(text())
            .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(with(found, results)));
    Files.writeString(file, text);
  }

  private static String with(MatchResult found, Function<Example, String> results) {
    var example = new Example(found.group("settings"), found.group("result"));
    return "```yaml\n"
        + found.group("settings")
        + "```\n"
        + found.group("between")
        + "```text\n"
        + results.apply(example)
        + "```";
  }

  @Override
  public String toString() {
    return name();
  }
}
