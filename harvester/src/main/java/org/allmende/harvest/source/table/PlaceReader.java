package org.allmende.harvest.source.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import org.allmende.harvest.place.Boundary;
import org.jspecify.annotations.Nullable;

/**
 * Reads where the rows of a table are, from their columns or from their own geometries. All rows
 * are seen once before the first is read: what is the decimal sign is decided for whole columns.
 */
final class PlaceReader {

  private final OptionalInt lon;
  private final OptionalInt lat;
  private final boolean lacksLongitude;
  private final Coordinates coordinates;
  private final NumberReader.Signs lonSigns = new NumberReader.Signs();
  private final NumberReader.Signs latSigns = new NumberReader.Signs();
  private final GeometryReader geometries;
  private final Optional<Boundary> within;
  private final Notes notes;

  /** Told of a row what was mended, or why it has no place. */
  @FunctionalInterface
  interface Notes {
    /**
     * Takes a note.
     *
     * @param about the row, and what it says where that helps: {@code line 3: 11.2, 53.4}
     */
    void take(String about, Note note);
  }

  /**
   * A reader for one table.
   *
   * @param documentCrs the coordinate system that the document declares
   * @param within where points should lie; those that do not are told
   */
  PlaceReader(
      Mapping mapping,
      ColumnNames columns,
      Optional<String> documentCrs,
      Optional<Boundary> within,
      Notes notes) {
    var geometry = mapping.geometry();
    this.within = within;
    this.notes = notes;
    this.lon = geometry.map(g -> columns.find(g.lon())).orElseGet(OptionalInt::empty);
    this.lat = geometry.map(g -> columns.find(g.lat())).orElseGet(OptionalInt::empty);
    this.lacksLongitude = lon.isEmpty() && geometry.filter(g -> !g.lon().isEmpty()).isPresent();
    this.coordinates =
        new Coordinates(
            geometry.flatMap(g -> Projection.find(g.crs())).orElseGet(Projection::degrees));
    this.geometries =
        new GeometryReader(
            documentCrs.or(() -> geometry.map(Mapping.GeometryColumns::crs)), notes::take);
  }

  /** Whether the column is missing that the mapping names. */
  boolean lacksLongitude() {
    return lacksLongitude;
  }

  /** Looks at the cells of one more row, for the signs of the two columns. */
  void see(RawRow row) {
    lon.ifPresent(column -> lonSigns.see(row.text(column)));
    lat.ifPresent(column -> latSigns.see(row.text(column)));
  }

  /** Where a row is, whose place in the source is called so. */
  Optional<Row.Geometry> read(RawRow row, String at) {
    if (row.geometry().isPresent()) {
      return geometries.read(row.geometry().get(), at);
    }
    if (lon.isEmpty() || lat.isEmpty()) {
      return Optional.empty();
    }
    var x = number(row.cell(lon.getAsInt()), lonSigns.reader(false));
    var y = number(row.cell(lat.getAsInt()), latSigns.reader(false));
    return x.isEmpty() || y.isEmpty() ? Optional.empty() : point(at, x.get(), y.get());
  }

  private static Optional<BigDecimal> number(@Nullable JsonNode cell, NumberReader numbers) {
    if (cell == null) {
      return Optional.empty();
    }
    return cell.isNumber() ? Optional.of(cell.decimalValue()) : numbers.read(Texts.of(cell));
  }

  private Optional<Row.Geometry> point(String at, BigDecimal x, BigDecimal y) {
    var pair = at + ": " + x.toPlainString() + ", " + y.toPlainString();
    return switch (coordinates.read(x, y)) {
      case Coordinates.Position position -> {
        position.repair().ifPresent(repair -> notes.take(pair, repair));
        if (isOutside(position)) {
          notes.take(at, Note.of("place-outside"));
        }
        yield Optional.of(new Row.Geometry("Point", position.json()));
      }
      case Coordinates.Nowhere nowhere -> {
        nowhere.reason().ifPresent(reason -> notes.take(pair, reason));
        yield Optional.empty();
      }
    };
  }

  private boolean isOutside(Coordinates.Position position) {
    return within
        .filter(line -> !line.isNear(position.lon().doubleValue(), position.lat().doubleValue()))
        .isPresent();
  }
}
