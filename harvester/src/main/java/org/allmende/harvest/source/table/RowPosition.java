package org.allmende.harvest.source.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a row is, before all rows are known: for the choice of the municipality's own rows alone.
 * The published position is read again, with what its whole column tells.
 */
final class RowPosition {

  private static final Pattern PLAIN = Pattern.compile("-?\\d{1,12}(\\.\\d{1,20})?");

  private final Coordinates coordinates;
  private final List<String> lon;
  private final List<String> lat;
  private final ColumnNames columns;

  /**
   * A reader of positions.
   *
   * @param point the filter's two columns, for a mapping without a geometry
   * @param declared the coordinate system that the document names, where that is known already
   */
  RowPosition(Mapping mapping, List<String> point, ColumnNames columns, Optional<String> declared) {
    var geometry = mapping.geometry();
    this.coordinates =
        new Coordinates(
            declared
                .or(() -> geometry.map(Mapping.GeometryColumns::crs))
                .flatMap(Projection::find)
                .orElseGet(Projection::degrees));
    var named = geometry.filter(g -> !g.lon().isEmpty());
    this.lon = named.map(Mapping.GeometryColumns::lon).orElse(part(point, 1));
    this.lat = named.map(Mapping.GeometryColumns::lat).orElse(part(point, 0));
    this.columns = columns;
  }

  private static List<String> part(List<String> point, int index) {
    return point.size() > index ? List.of(point.get(index)) : List.of();
  }

  /** The points of a row, each longitude and latitude; empty when it has none. */
  List<double[]> of(RawRow row) {
    var points = new ArrayList<double[]>();
    if (row.geometry().isPresent()) {
      collect(row.geometry().get().path("coordinates"), points);
      return points;
    }
    var x = number(cell(row, lon));
    var y = number(cell(row, lat));
    if (x.isPresent() && y.isPresent()) {
      add(x.get(), y.get(), points);
    }
    return points;
  }

  private @Nullable JsonNode cell(RawRow row, List<String> names) {
    return row.cell(columns.find(names).orElse(-1));
  }

  private void collect(JsonNode coordinates, List<double[]> points) {
    if (SourceJson.isNumber(coordinates.path(0)) && SourceJson.isNumber(coordinates.path(1))) {
      add(coordinates.get(0).decimalValue(), coordinates.get(1).decimalValue(), points);
    } else {
      coordinates.forEach(inner -> collect(inner, points));
    }
  }

  private void add(BigDecimal x, BigDecimal y, List<double[]> points) {
    if (coordinates.read(x, y) instanceof Coordinates.Position position) {
      points.add(new double[] {position.lon().doubleValue(), position.lat().doubleValue()});
    }
  }

  private static Optional<BigDecimal> number(@Nullable JsonNode cell) {
    if (cell == null) {
      return Optional.empty();
    }
    var text = Texts.of(cell);
    var plain = text.replace(',', '.');
    return PLAIN.matcher(plain).matches()
        ? Optional.of(new BigDecimal(plain))
        : NumberReader.forColumn(List.of(text), false).read(text);
  }
}
