package org.allmende.server.format.html;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.allmende.server.http.ParamReader;

/**
 * Which columns of a table somebody chose. They count from 1.
 *
 * @param numbers in the order of the table; empty: all
 * @param block of those, from 1, for no page shows all columns of a wide table at once
 */
record ColumnChoice(List<Integer> numbers, int block) {

  /** The names of its parameters. */
  static final List<String> NAMES = List.of("spalten", "spaltenseite");

  /** So many columns are shown at a time; more would be too much for a browser and a reader. */
  static final int BLOCK_SIZE = 24;

  /** No table has more columns that could be shown, and every link of a page names those chosen. */
  private static final int MOST = 300;

  ColumnChoice {
    numbers = new TreeSet<>(numbers).stream().limit(MOST).toList();
  }

  static ColumnChoice read(ParamReader in) {
    var numbers = new TreeSet<Integer>();
    for (var text : String.join(",", in.each("spalten")).split(",")) {
      if (text.matches("[1-9]\\d{0,3}")) {
        numbers.add(Integer.parseInt(text));
      } else if (!text.isBlank()) {
        in.complain("spalten", "spalten must be numbers of columns, was \"" + text + "\".");
      }
    }
    return new ColumnChoice(List.copyOf(numbers), in.number("spaltenseite", 1, 1, 10_000));
  }

  /** The same columns, another part of them. */
  ColumnChoice withBlock(int other) {
    return new ColumnChoice(numbers, other);
  }

  /** The columns that were chosen of a table with so many, from 0; all when none of them is. */
  List<Integer> of(int count) {
    var known = numbers.stream().filter(number -> number <= count).map(n -> n - 1).toList();
    return known.isEmpty() ? IntStream.range(0, count).boxed().toList() : known;
  }

  /** How many blocks there are of them. */
  int blocks(int count) {
    return Math.max(1, (of(count).size() + BLOCK_SIZE - 1) / BLOCK_SIZE);
  }

  /** The columns of the chosen block, from 0; of the last one when there are not so many. */
  List<Integer> shown(int count) {
    var all = of(count);
    var first = (Math.min(block, blocks(count)) - 1) * BLOCK_SIZE;
    return all.subList(first, Math.min(first + BLOCK_SIZE, all.size()));
  }

  /** What the address says of the columns, without the block. */
  List<Map.Entry<String, String>> pairs() {
    return numbers.isEmpty()
        ? List.of()
        : List.of(
            Map.entry(
                "spalten", numbers.stream().map(String::valueOf).collect(Collectors.joining(","))));
  }
}
