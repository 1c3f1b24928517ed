package org.allmende.harvest.source.table;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the columns of a list mean, as a mapping file declares it ({@code sources.md} chapter 3).
 *
 * @param reader id of the format it is for, such as {@code csv}; empty: as the source's format says
 * @param charset of the text when it has no byte order mark; empty: UTF-8 if it is, else
 *     Windows-1252
 * @param repairsEncoding true: text that was decoded twice ({@code Ã¤}) is mended
 * @param select which part of the source has the rows
 * @param key columns that identify a row; empty: a hash of all columns
 * @param filter how the municipality's own rows are chosen; empty: all are
 * @param present columns that a row must have a value in; others are left out and counted
 * @param fields the columns of the outputs, in order
 * @param geometry where a row's place is; for GeoJSON the feature's own geometry needs none
 * @param drop source columns that are never published and never reported as unknown
 * @param passthrough true: columns that no field names are carried through under their own name
 * @param paging for JSON: how the list is cut into pages; empty: it is one document
 * @param outputs files to make; empty: csv, json, and geojson when there is geometry
 * @param csv how CSV is written
 */
public record Mapping(
    Optional<String> reader,
    Optional<String> charset,
    boolean repairsEncoding,
    Select select,
    List<String> key,
    Optional<MunicipalityFilter> filter,
    List<String> present,
    List<Field> fields,
    Optional<GeometryColumns> geometry,
    List<String> drop,
    boolean passthrough,
    Optional<Paging> paging,
    List<String> outputs,
    TableFiles.CsvStyle csv) {

  public Mapping {
    key = List.copyOf(key);
    present = List.copyOf(present);
    fields = List.copyOf(fields);
    drop = List.copyOf(drop);
    outputs = List.copyOf(outputs);
  }

  /** The same, with pages of this style. */
  public Mapping pagedBy(Paging style) {
    return new Mapping(
        reader,
        charset,
        repairsEncoding,
        select,
        key,
        filter,
        present,
        fields,
        geometry,
        drop,
        passthrough,
        Optional.of(style),
        outputs,
        csv);
  }

  /** Column names by which the header row is known; empty: the first row. */
  public List<String> header() {
    return select.header();
  }

  /** Where the array or object of rows is; empty: where the format usually has it. */
  public Optional<String> path() {
    return select.path();
  }

  /**
   * Which part of a source has the rows.
   *
   * @param header for CSV and XLSX: column names by which the header row is known; empty: the first
   *     row
   * @param path for JSON: where the array or object of rows is, such as {@code $.nodes}; empty: the
   *     root
   * @param columns for {@code table-json}: where the list of columns is
   * @param sheet for XLSX: name of the sheet; empty: the first that is not hidden
   * @param layer for services: the feature type, collection or number of the layer; empty: the only
   *     one
   * @param window for calendars: how far recurring events are told
   */
  public record Select(
      List<String> header,
      Optional<String> path,
      Optional<String> columns,
      Optional<String> sheet,
      Optional<String> layer,
      Window window) {
    public Select {
      header = List.copyOf(header);
    }
  }

  /**
   * The time whose events are told.
   *
   * @param past how long before the run it begins
   * @param future how long after the run it ends
   */
  public record Window(Duration past, Duration future) {
    /** 90 days back, 366 days ahead ({@code sources.md} chapter 8). */
    public static final Window USUAL = new Window(Duration.ofDays(90), Duration.ofDays(366));
  }

  /**
   * One column of the outputs.
   *
   * @param name its name there
   * @param from names of the source column over the years; for JSON dotted paths
   * @param type what its values are
   * @param kind the type's name in the mapping file, which may be narrower: {@code postcode},
   *     {@code ags}, {@code place}, {@code enum}, {@code count}
   * @param required a table without this column stops the run
   * @param formats date patterns, tried in order
   * @param values for {@code enum}: source label to published value
   * @param keepOthers for {@code enum}: labels that {@code values} does not name stay as they are
   * @param separators for {@code list}
   * @param numberItems for {@code list}: the items are numbers, written with a dot
   * @param meaning what people read about it; without a title the source's column name is one
   */
  public record Field(
      String name,
      List<String> from,
      Column.Type type,
      String kind,
      boolean required,
      List<String> formats,
      Map<String, String> values,
      boolean keepOthers,
      List<String> separators,
      boolean numberItems,
      Column.Meaning meaning) {
    public Field {
      from = List.copyOf(from);
      formats = List.copyOf(formats);
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
      separators = List.copyOf(separators);
    }
  }

  /** Columns that hold a row's place; {@code crs} such as {@code EPSG:25833}. */
  public record GeometryColumns(List<String> lon, List<String> lat, String crs) {
    public GeometryColumns {
      lon = List.copyOf(lon);
      lat = List.copyOf(lat);
    }
  }

  /** Columns by which a row is known to be the municipality's ({@code sources.md} 2.6). */
  public record MunicipalityFilter(
      List<String> key, List<String> point, List<String> postcode, List<String> place) {
    public MunicipalityFilter {
      key = List.copyOf(key);
      point = List.copyOf(point);
      postcode = List.copyOf(postcode);
      place = List.copyOf(place);
    }
  }
}
