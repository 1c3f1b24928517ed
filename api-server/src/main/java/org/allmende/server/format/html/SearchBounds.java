package org.allmende.server.format.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.allmende.catalog.geo.Box;
import org.allmende.catalog.search.Expression;
import org.allmende.catalog.search.Filter;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.place.Gazetteer;
import org.allmende.server.http.ParamReader;
import org.allmende.vocab.codelist.GeoPoint;

/**
 * Between which years and within which box a search looks.
 *
 * @param from the first year that the data may be about
 * @param to the last
 * @param box west, south, east, north in degrees
 */
record SearchBounds(Optional<Integer> from, Optional<Integer> to, Optional<Box> box) {

  /** Anywhere, at any time. */
  static final SearchBounds NONE =
      new SearchBounds(Optional.empty(), Optional.empty(), Optional.empty());

  static final Set<String> KEYS = Set.of("von", "bis", "bbox");

  /** Reads the keys; what cannot be is noted in the reader. */
  static SearchBounds read(ParamReader in) {
    return new SearchBounds(
        year(in, "von"),
        year(in, "bis"),
        in.parsed(
            "bbox", SearchBounds::box, "west,south,east,north in degrees, such as 11,53,12,54"));
  }

  /** A year, or a date of which the year counts. */
  private static Optional<Integer> year(ParamReader in, String key) {
    return in.parsed(
        key,
        text -> {
          if (!text.strip().matches("\\d{4}(-\\d{2}){0,2}")) {
            throw new IllegalArgumentException(text);
          }
          return Integer.parseInt(text.strip().substring(0, 4));
        },
        "a year such as 2024");
  }

  private static Box box(String text) {
    var parts = text.split(",", -1);
    if (parts.length != 4) {
      throw new IllegalArgumentException(text);
    }
    return new Box(degrees(parts[0]), degrees(parts[1]), degrees(parts[2]), degrees(parts[3]));
  }

  private static double degrees(String text) {
    return Double.parseDouble(text.strip());
  }

  /** What must hold of a dataset. */
  List<Filter> filters(Gazetteer gazetteer) {
    var filters = new ArrayList<Filter>();
    if (from.isPresent() || to.isPresent()) {
      filters.add(new Filter.Matches(new Expression.Range(IndexField.YEAR, end(from), end(to))));
    }
    box.ifPresent(it -> filters.add(within(it, gazetteer)));
    return filters;
  }

  private static Optional<Expression.End> end(Optional<Integer> year) {
    return year.map(it -> new Expression.End(String.format(Locale.ROOT, "%04d", it), true));
  }

  /** What has no shape lies where its key says. */
  private static Filter within(Box box, Gazetteer gazetteer) {
    var keys = gazetteer.keysAt(point -> contains(box, point));
    return new Filter.Any(
        List.of(new Filter.InBox(box), new Filter.In(IndexField.PLACE, Set.copyOf(keys))));
  }

  private static boolean contains(Box box, GeoPoint point) {
    var isBetween =
        box.west() <= box.east()
            ? point.longitude() >= box.west() && point.longitude() <= box.east()
            : point.longitude() >= box.west() || point.longitude() <= box.east();
    return isBetween && point.latitude() >= box.south() && point.latitude() <= box.north();
  }

  /** The keys and values as the address has them. */
  Map<String, String> pairs() {
    var pairs = new LinkedHashMap<String, String>();
    from.ifPresent(year -> pairs.put("von", text(year)));
    to.ifPresent(year -> pairs.put("bis", text(year)));
    box.ifPresent(
        it -> pairs.put("bbox", it.west() + "," + it.south() + "," + it.east() + "," + it.north()));
    return pairs;
  }

  private static String text(int year) {
    return String.format(Locale.ROOT, "%04d", year);
  }
}
