package org.allmende.bench.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Words and titles that must find each other, and those that must not.
 *
 * @param missed those that should have been found
 * @param falselyFound those that should not
 * @param wanted how many must be found
 * @param unwanted how many must not
 */
record Pairs(List<Pair> missed, List<Pair> falselyFound, int wanted, int unwanted) {

  private static final int ALL = 500;

  Pairs {
    missed = List.copyOf(missed);
    falselyFound = List.copyOf(falselyFound);
  }

  /** A query and a title. */
  record Pair(boolean mustMatch, String query, String title) {}

  static List<Pair> list() {
    return Judgements.lines("pairs.tsv").stream()
        .map(line -> new Pair(line.getFirst().equals("yes"), line.get(1), line.get(2)))
        .toList();
  }

  /** The titles of the pairs, each a dataset. */
  static List<Sample> corpus() {
    var pairs = list();
    var samples = new ArrayList<Sample>();
    for (var number = 0; number < pairs.size(); number++) {
      samples.add(Sample.ofTitle(number, pairs.get(number).title()));
    }
    return samples;
  }

  /** Asks an engine that was filled with {@link #corpus}. */
  static Pairs of(Engine engine) {
    var missed = new ArrayList<Pair>();
    var falselyFound = new ArrayList<Pair>();
    var pairs = list();
    for (var number = 0; number < pairs.size(); number++) {
      var pair = pairs.get(number);
      var isFound = engine.search(pair.query(), ALL).contains("t" + number);
      if (isFound != pair.mustMatch()) {
        (pair.mustMatch() ? missed : falselyFound).add(pair);
      }
    }
    var wanted = (int) pairs.stream().filter(Pair::mustMatch).count();
    return new Pairs(missed, falselyFound, wanted, pairs.size() - wanted);
  }

  double shareFound() {
    return 1 - missed.size() / (double) wanted;
  }

  double shareFalse() {
    return falselyFound.size() / (double) unwanted;
  }
}
