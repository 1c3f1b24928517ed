package org.allmende.catalog.search.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The lines of a word list among our resources, without comments and empty ones. */
final class WordTable {

  private WordTable() {}

  static List<String> lines(String name) {
    var in =
        Objects.requireNonNull(
            WordTable.class.getResourceAsStream(name),
            () -> "the word list " + name + " is missing");
    try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return content(reader.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("the word list " + name + " cannot be read", e);
    }
  }

  /** What is no comment: each line up to {@code #}, stripped, unless nothing is left. */
  static List<String> content(List<String> lines) {
    return lines.stream()
        .map(line -> line.indexOf('#') < 0 ? line : line.substring(0, line.indexOf('#')))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /** All words of a list, however they stand in lines, in one spelling. */
  static Set<String> wordsOf(String name) {
    return lines(name).stream()
        .flatMap(line -> Arrays.stream(words(line)))
        .map(Spelling::folded)
        .collect(Collectors.toUnmodifiableSet());
  }

  static String[] words(String line) {
    return line.strip().split("\\s+");
  }
}
