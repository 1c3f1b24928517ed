package org.allmende.bench.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A query and what its answers are worth.
 *
 * @param kind what makes it hard, such as {@code synonym}
 * @param query what is typed
 * @param grades what a dataset is worth; the first that fits counts
 */
record Judgements(String kind, String query, List<Grade> grades) {

  /** From here on an answer is what was sought. */
  static final int GOOD = 2;

  private static final Pattern RULE = Pattern.compile("(.+)=(\\d)");

  Judgements {
    grades = List.copyOf(grades);
  }

  /** What the datasets of a subject, or those whose titles look so, are worth. */
  sealed interface Grade {
    int worth();

    boolean fits(Sample sample);

    /** A subject; of one town alone when there is one. */
    record Subject(String subject, String town, int worth) implements Grade {
      @Override
      public boolean fits(Sample sample) {
        return sample.subject().equals(subject) && (town.isEmpty() || town.equals(sample.town()));
      }
    }

    /** A title that holds this. */
    record Title(Pattern pattern, int worth) implements Grade {
      @Override
      public boolean fits(Sample sample) {
        return pattern.matcher(sample.title()).find();
      }
    }
  }

  /** True when nothing may be found. */
  boolean wantsNothing() {
    return grades.isEmpty();
  }

  int worth(Sample sample) {
    return grades.stream()
        .filter(grade -> grade.fits(sample))
        .mapToInt(Grade::worth)
        .findFirst()
        .orElse(0);
  }

  /** The queries of a list about our own corpus. */
  static List<Judgements> aboutSubjects(String name) {
    var all = new ArrayList<Judgements>();
    for (var line : lines(name)) {
      var grades = new ArrayList<Grade>();
      for (var text : line.get(2).equals("-") ? new String[0] : line.get(2).split(" ")) {
        grades.add(subject(text));
      }
      all.add(new Judgements(line.getFirst(), line.get(1), grades));
    }
    return all;
  }

  private static Grade subject(String text) {
    var rule = rule(text);
    var parts = rule.group(1).split("@");
    return new Grade.Subject(
        parts[0], parts.length > 1 ? parts[1] : "", Integer.parseInt(rule.group(2)));
  }

  /** The queries about real titles. */
  static List<Judgements> aboutTitles() {
    var all = new ArrayList<Judgements>();
    for (var line : lines("real.tsv")) {
      var grades = new ArrayList<Grade>();
      for (var text : line.get(1).split(" ;; ")) {
        var rule = rule(text);
        var flags =
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
        grades.add(
            new Grade.Title(
                Pattern.compile(rule.group(1), flags), Integer.parseInt(rule.group(2))));
      }
      all.add(new Judgements("real", line.getFirst(), grades));
    }
    return all;
  }

  private static java.util.regex.Matcher rule(String text) {
    var rule = RULE.matcher(text);
    if (!rule.matches()) {
      throw new IllegalStateException("expected what=grade, got \"" + text + "\"");
    }
    return rule;
  }

  /** The lines of a table of ours, without remarks. */
  static List<List<String>> lines(String name) {
    var in =
        Objects.requireNonNull(
            Judgements.class.getResourceAsStream(name), () -> name + " is missing");
    try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split("\t")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }
}
