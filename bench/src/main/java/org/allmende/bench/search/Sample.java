package org.allmende.bench.search;

import java.util.ArrayList;
import java.util.List;

/**
 * A dataset of a corpus.
 *
 * @param id unique in the corpus
 * @param subject what it is about: judgements speak of subjects
 * @param town where it is from; empty when that does not matter
 * @param title its title
 * @param description its description; may be empty
 * @param keywords its keywords
 * @param language {@code de} or {@code en}
 */
record Sample(
    String id,
    String subject,
    String town,
    String title,
    String description,
    List<String> keywords,
    String language) {

  private static final List<String> TOWNS =
      List.of(
          "musterstadt:Stadt Musterstadt",
          "lindenau:Gemeinde Lindenau an der Wehre",
          "ulmental:Stadt Bad Ulmental",
          "ostermark:Kreis Ostermark",
          "gruenhagen:Gemeinde Grünhagen",
          "seefelde:Stadt Seefelde");

  /** So many towns later in the list stands the second town of a subject. */
  private static final int NEXT = 3;

  Sample {
    keywords = List.copyOf(keywords);
  }

  /** A title and nothing else. */
  static Sample ofTitle(int number, String title) {
    return new Sample("t" + number, "", "", title, "", List.of(), "de");
  }

  /** The publisher's name. */
  String publisher() {
    return TOWNS.stream()
        .filter(town -> town.startsWith(this.town + ":"))
        .map(town -> town.substring(town.indexOf(':') + 1))
        .findFirst()
        .orElse("");
  }

  /** Our own corpus: each subject in two towns. */
  static List<Sample> own() {
    var samples = new ArrayList<Sample>();
    for (var line : Judgements.lines("corpus.tsv")) {
      var first = samples.size() / 2 % TOWNS.size();
      samples.add(of(line, TOWNS.get(first), false));
      samples.add(of(line, TOWNS.get((first + NEXT) % TOWNS.size()), true));
    }
    return samples;
  }

  private static Sample of(List<String> line, String town, boolean namesIt) {
    var key = town.substring(0, town.indexOf(':'));
    var name = town.substring(town.indexOf(' ') + 1);
    return new Sample(
        line.getFirst() + "@" + key,
        line.getFirst(),
        key,
        line.get(1) + (namesIt ? " – " + name : ""),
        line.get(2),
        List.of(line.get(3).split(",\\s*")),
        line.getFirst().startsWith("en_") ? "en" : "de");
  }
}
