package org.allmende.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws texts by weight. */
final class Weighted {

  private final List<String> texts = new ArrayList<>();
  private final List<Integer> upTo = new ArrayList<>();
  private int sum;

  /** Adds a text; returns this for the next. */
  Weighted add(int weight, String text) {
    sum += weight;
    texts.add(text);
    upTo.add(sum);
    return this;
  }

  /** One of the texts. */
  String next(RandomGenerator random) {
    var drawn = random.nextInt(sum);
    var i = 0;
    while (upTo.get(i) <= drawn) {
      i++;
    }
    return texts.get(i);
  }

  /** Several different texts; of fewer there are, all. */
  List<String> next(int count, RandomGenerator random) {
    var drawn = new java.util.LinkedHashSet<String>();
    while (drawn.size() < Math.min(count, texts.size())) {
      drawn.add(next(random));
    }
    return List.copyOf(drawn);
  }

  /** All texts there are. */
  List<String> all() {
    return List.copyOf(texts);
  }
}
