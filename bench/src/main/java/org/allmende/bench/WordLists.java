package org.allmende.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** The words of which titles, descriptions and keywords are put together. */
final class WordLists {

  /** What kind of data a dataset holds; decides its title's form and its file types. */
  enum Kind {
    MAP,
    PLAN,
    TABLE,
    FEED
  }

  /**
   * What a dataset can be about.
   *
   * @param name its name, the core of the title
   * @param themes codes of EU data themes
   * @param keywords keywords that fit
   * @param contents what is in such a dataset, the object of "contains"
   */
  record Subject(
      String name, Kind kind, List<String> themes, List<String> keywords, String contents) {}

  private final List<Subject> subjects;
  private final Map<String, List<String>> words;

  private WordLists(List<Subject> subjects, Map<String, List<String>> words) {
    this.subjects = subjects;
    this.words = words;
  }

  /** Reads the lists of this module. */
  static WordLists read() {
    var subjects = lines("subjects.tsv").stream().map(WordLists::subject).toList();
    var words =
        lines("words.txt").stream()
            .map(line -> line.split(": ", 2))
            .collect(
                Collectors.toUnmodifiableMap(pair -> pair[0], pair -> List.of(pair[1].split(" "))));
    return new WordLists(subjects, words);
  }

  private static Subject subject(String line) {
    var cells = line.split("\t");
    return new Subject(
        cells[0],
        Kind.valueOf(cells[1].toUpperCase(java.util.Locale.ROOT)),
        List.of(cells[2].split("\\|")),
        List.of(cells[3].split("\\|")),
        cells[4]);
  }

  private static List<String> lines(String resource) {
    var in = WordLists.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException("the resource " + resource + " is missing");
    }
    try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The subjects, the frequent ones first. */
  List<Subject> subjects() {
    return subjects;
  }

  /** The invented keywords, the frequent ones first: each beginning with each end. */
  List<String> keywords() {
    var all = new ArrayList<String>();
    for (var last : list("keyword-last")) {
      list("keyword-first").forEach(first -> all.add(first + last));
    }
    return List.copyOf(all);
  }

  /** A name such as {@code Lindenallee}. */
  String street(RandomGenerator random) {
    return one("street-first", random) + one("street-last", random);
  }

  /** A part of a town, such as {@code Oberbrück}. */
  String district(RandomGenerator random) {
    return one("district-first", random) + one("district-last", random);
  }

  /** One word of a list. */
  String one(String list, RandomGenerator random) {
    var all = list(list);
    return all.get(random.nextInt(all.size()));
  }

  private List<String> list(String name) {
    var found = words.get(name);
    if (found == null) {
      throw new IllegalArgumentException("there is no list of words \"" + name + "\"");
    }
    return found;
  }
}
