package org.allmende.catalog.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.allmende.vocab.codelist.GeoPoint;

/** Reads well-known text (ISO 19125-1); a third or fourth number of a position is passed over. */
final class WktReader {

  private static final int DEEPEST = 20;

  private final String text;
  private final List<Shape> shapes = new ArrayList<>();
  private int at;

  private WktReader(String text) {
    this.text = text;
  }

  static List<Shape> read(String text) {
    var bare = text.strip();
    if (bare.startsWith("<")) {
      bare = bare.substring(bare.indexOf('>') + 1); // the reference system
    }
    if (bare.regionMatches(true, 0, "SRID=", 0, 5)) {
      bare = bare.substring(bare.indexOf(';') + 1);
    }
    var reader = new WktReader(bare);
    reader.geometry(0);
    reader.skipSpace();
    if (reader.at < bare.length()) {
      throw reader.expected("the end");
    }
    return reader.shapes;
  }

  private void geometry(int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("collections lie too deep inside each other");
    }
    var type = word();
    if (type.equals("EMPTY")) {
      return;
    }
    var dimension = at;
    if (!List.of("Z", "M", "ZM").contains(word())) {
      at = dimension;
    }
    if (takeEmpty()) {
      return;
    }
    switch (type) {
      case "POINT" -> shapes.add(new Shape.Point(inBrackets(this::position)));
      case "LINESTRING" -> shapes.add(new Shape.Line(positions()));
      case "POLYGON" -> shapes.add(area());
      case "MULTIPOINT" -> each(() -> shapes.add(new Shape.Point(pointOfMany())));
      case "MULTILINESTRING" -> each(() -> shapes.add(new Shape.Line(positions())));
      case "MULTIPOLYGON" -> each(() -> shapes.add(area()));
      case "GEOMETRYCOLLECTION" -> each(() -> geometry(depth + 1));
      default -> throw expected("the name of a geometry");
    }
  }

  private boolean takeEmpty() {
    var start = at;
    if (word().equals("EMPTY")) {
      return true;
    }
    at = start;
    return false;
  }

  private Shape area() {
    var rings = new ArrayList<List<GeoPoint>>();
    each(() -> rings.add(positions()));
    return new Shape.Area(rings.getFirst(), rings.subList(1, rings.size()));
  }

  private List<GeoPoint> positions() {
    var positions = new ArrayList<GeoPoint>();
    each(() -> positions.add(position()));
    return positions;
  }

  /** Both {@code (1 2, 3 4)} and {@code ((1 2), (3 4))} are in use. */
  private GeoPoint pointOfMany() {
    skipSpace();
    return at < text.length() && text.charAt(at) == '(' ? inBrackets(this::position) : position();
  }

  private void each(Runnable item) {
    take('(');
    item.run();
    while (isNext(',')) {
      take(',');
      item.run();
    }
    take(')');
  }

  private <T> T inBrackets(Supplier<T> item) {
    take('(');
    var read = item.get();
    take(')');
    return read;
  }

  private GeoPoint position() {
    var position = new GeoPoint(number(), number());
    while (!isNext(',') && !isNext(')')) {
      number();
    }
    return position;
  }

  private double number() {
    skipSpace();
    var start = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (start == at) {
      throw expected("a number");
    }
    return Double.parseDouble(text.substring(start, at));
  }

  private String word() {
    skipSpace();
    var start = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at).toUpperCase(Locale.ROOT);
  }

  private boolean isNext(char c) {
    skipSpace();
    return at < text.length() && text.charAt(at) == c;
  }

  private void take(char c) {
    if (!isNext(c)) {
      throw expected("\"" + c + "\"");
    }
    at++;
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private IllegalArgumentException expected(String what) {
    return new IllegalArgumentException("expected " + what + " at character " + (at + 1));
  }
}
