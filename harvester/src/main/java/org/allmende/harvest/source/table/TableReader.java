package org.allmende.harvest.source.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.allmende.catalog.CatalogSettings.Town;
import org.allmende.catalog.model.LocalizedText;
import org.allmende.harvest.HarvestContext;
import org.allmende.harvest.SourceException;
import org.allmende.harvest.place.Boundary;
import org.jspecify.annotations.Nullable;

/**
 * Makes a clean table of a source's rows by its mapping: own rows chosen, values read, places
 * guarded, keys given. Every row is accounted for in the table's {@link ReadingNotes}.
 */
public final class TableReader {

  private final String place;
  private final Mapping mapping;
  private final Optional<Town> town;
  private final Optional<Boundary> boundary;
  private final NoteTexts texts;
  private final int maxRows;
  private final RowFile<RawRow> kept = new RowFile<>(RowForms.raw());
  private final RowFile<RawRow> undecided = new RowFile<>(RowForms.raw());
  private final RowFile<Row> rows = new RowFile<>(RowForms.clean());
  private final BitSet filled = new BitSet();
  private final Tally skipped = new Tally();
  private final Tally repairs = new Tally();
  private final Set<String> warnings = new LinkedHashSet<>();
  private int rowsRead;
  private int elsewhere;
  private int incomplete;
  private String firstElsewhere = "";

  private TableReader(String place, Mapping mapping, HarvestContext context) {
    this.texts = NoteTexts.in(context.reportLanguage());
    this.maxRows = context.source().fetchPolicy().maxRecords();
    this.place = place;
    this.mapping = mapping;
    this.town = context.settings().municipality();
    this.boundary = context.boundary();
  }

  /**
   * Reads a source.
   *
   * @param source its rows
   * @param place its name in messages
   * @param mapping what its columns mean
   * @param context the municipality whose rows are wanted, if the mapping has a filter; the
   *     language of the notes; the source, and how many rows it may have
   * @throws IOException when it cannot be read as a whole, lacks a required column, or needs a
   *     municipality that is not configured
   */
  public static Table read(RowSource source, String place, Mapping mapping, HarvestContext context)
      throws IOException {
    return new TableReader(place, mapping, context).readAll(source, Integer.MAX_VALUE);
  }

  /** The same of the first rows that are kept, for a look at what a mapping makes of them. */
  public static Table readFirst(
      RowSource source, String place, Mapping mapping, HarvestContext context, int rows)
      throws IOException {
    return new TableReader(place, mapping, context).readAll(source, rows);
  }

  /**
   * What was set aside in files goes when the reading ends, the rows of the table when it fails.
   */
  private Table readAll(RowSource source, int most) throws IOException {
    var isRead = false;
    try (kept;
        undecided) {
      var table = read(source, most);
      isRead = true;
      return table;
    } finally {
      if (!isRead) {
        rows.close();
      }
    }
  }

  private Table read(RowSource source, int most) throws IOException {
    var columns = source.columns();
    var rule = rule(columns, Optional.empty());
    var envelope =
        FirstRows.read(
            source,
            row -> isRead(row, rule),
            row -> take(row, rule, columns),
            () -> kept.size() >= most);
    if (rowsRead > maxRows) {
      throw SourceException.of("too-many-rows", place, maxRows);
    }
    decide(columns, envelope.crs());
    if (rowsRead > 0) {
      requireColumns(columns);
    }
    envelope.warnings().forEach(note -> warnings.add(texts.of(note)));
    rule.flatMap(MunicipalityRule::caution).ifPresent(note -> warnings.add(texts.of(note)));
    var fields = fields(columns);
    fillRows(columns, fields, envelope.crs());
    var titles = fields.stream().map(field -> column(field, columns)).toList();
    return new Table(
        titles,
        rows,
        outputs(),
        StateDate.find(envelope.texts()),
        new ReadingNotes(
            envelope.encoding(),
            rule.map(r -> NoteTexts.inBoth(r.inWords())).orElse(new LocalizedText(Map.of())),
            rowsRead,
            rows.size(),
            skippedLines(),
            repairs.lines(texts),
            List.copyOf(warnings)));
  }

  /** Judges the rows whose coordinates could not be understood while they were read. */
  private void decide(ColumnNames columns, Optional<String> crs) throws IOException {
    var rule = rule(columns, crs);
    for (var row : undecided) {
      if (isOwn(row, rule)) {
        take(row, rule, columns);
      }
    }
  }

  private Optional<MunicipalityRule> rule(ColumnNames columns, Optional<String> crs)
      throws IOException {
    if (mapping.filter().isEmpty()) {
      return Optional.empty();
    }
    if (town.isEmpty()) {
      throw SourceException.of("no-municipality", place);
    }
    var filter = mapping.filter().get();
    return Optional.of(
        new MunicipalityRule(
            new Mapping.MunicipalityFilter(
                withAliases(filter.key()),
                filter.point(),
                withAliases(filter.postcode()),
                withAliases(filter.place())),
            town.get(),
            boundary,
            new RowPosition(mapping, filter.point(), columns, crs),
            columns));
  }

  /** The names that a field knows for a column; its first year's name is as good as any. */
  private List<String> withAliases(List<String> names) {
    var all = new LinkedHashSet<>(names);
    for (var field : mapping.fields()) {
      if (field.from().stream().anyMatch(names::contains)) {
        all.addAll(field.from());
      }
    }
    return List.copyOf(all);
  }

  /** Counts a row; false for one that is not looked at any further, or not now. */
  private boolean isRead(RawRow row, Optional<MunicipalityRule> rule) {
    rowsRead++;
    if (rowsRead > maxRows) {
      return false; // counted to the end, and kept no more
    }
    if (row.error().isEmpty() && rule.filter(r -> r.isUndecided(row)).isPresent()) {
      undecided.add(row);
      return false;
    }
    return isOwn(row, rule);
  }

  private boolean isOwn(RawRow row, Optional<MunicipalityRule> rule) {
    if (row.error().isPresent() || rule.isEmpty() || rule.get().accepts(row)) {
      return true;
    }
    if (elsewhere++ == 0) {
      firstElsewhere = at(row) + ": " + rule.get().describe(row);
    }
    return false;
  }

  private void take(RawRow row, Optional<MunicipalityRule> rule, ColumnNames columns) {
    if (row.error().isPresent()) {
      skipped.add(at(row) + ": " + texts.of(row.error().get()));
    } else if (isHeaderAgain(row, columns)) {
      skipped.add(at(row) + ": " + texts.of("row-header"));
    } else if (!isPresent(row, columns)) {
      incomplete++;
    } else {
      if (rule.isPresent() && rule.get().isFarOutside(row)) {
        repairs.add(at(row) + ": " + texts.of("place-outside"));
      }
      keep(row);
    }
  }

  private void keep(RawRow row) {
    kept.add(row);
    for (int i = filled.nextClearBit(0); i < row.cells().size(); i = filled.nextClearBit(i + 1)) {
      if (row.cell(i) != null) {
        filled.set(i);
      }
    }
  }

  private String at(RawRow row) {
    return texts.of(row.place());
  }

  /**
   * Lists that were printed page by page, or put together from several, name their columns again.
   */
  private static boolean isHeaderAgain(RawRow row, ColumnNames columns) {
    var names = 0;
    for (int i = 0; i < Math.min(row.cells().size(), columns.size()); i++) {
      var text = row.text(i);
      if (!text.isEmpty()
          && !ColumnNames.normal(text).equals(ColumnNames.normal(columns.name(i)))) {
        return false;
      }
      names += text.isEmpty() ? 0 : 1;
    }
    return names > 1;
  }

  private boolean isPresent(RawRow row, ColumnNames columns) {
    for (var name : mapping.present()) {
      var column = columns.find(List.of(name));
      if (column.isEmpty() || row.cell(column.getAsInt()) == null) {
        return false;
      }
    }
    return true;
  }

  private List<String> skippedLines() {
    var lines = new ArrayList<String>();
    if (elsewhere > 0) {
      lines.add(texts.of("rows-elsewhere", elsewhere, firstElsewhere));
    }
    if (incomplete > 0) {
      lines.add(texts.of("rows-incomplete", incomplete, String.join(", ", mapping.present())));
    }
    lines.addAll(skipped.lines(texts));
    return lines;
  }

  private void requireColumns(ColumnNames columns) throws IOException {
    for (var field : mapping.fields()) {
      if (columns.find(field.from()).isPresent()) {
        continue;
      }
      var wanted = field.from().stream().collect(Collectors.joining("\" / \"", "\"", "\""));
      if (field.required()) {
        throw SourceException.of(
            "no-column", place, wanted, String.join(", ", columns.names()), field.name());
      }
      warnings.add(texts.of("column-missing", wanted, field.name()));
    }
  }

  /** The mapping's fields, and with {@code passthrough} one more for every other column. */
  private List<Mapping.Field> fields(ColumnNames columns) {
    var fields = new ArrayList<>(mapping.fields());
    var unnamed = unnamedColumns(columns);
    if (mapping.passthrough()) {
      unnamed.stream().map(TableReader::asItIs).forEach(fields::add);
    } else if (!unnamed.isEmpty()) {
      warnings.add(texts.of("columns-unnamed", String.join(", ", unnamed)));
    }
    return fields;
  }

  private static Mapping.Field asItIs(String column) {
    return new Mapping.Field(
        column,
        List.of(column),
        Column.Type.STRING,
        "string",
        false,
        List.of(),
        Map.of(),
        true,
        List.of(),
        false,
        Column.Meaning.titled(LocalizedText.of("", column)));
  }

  private List<String> unnamedColumns(ColumnNames columns) {
    var known = new LinkedHashSet<>(mapping.drop());
    mapping.fields().forEach(field -> known.addAll(field.from()));
    known.addAll(mapping.key());
    mapping
        .geometry()
        .ifPresent(
            geometry -> {
              known.addAll(geometry.lon());
              known.addAll(geometry.lat());
            });
    mapping
        .filter()
        .ifPresent(
            filter -> {
              known.addAll(filter.key());
              known.addAll(filter.postcode());
              known.addAll(filter.place());
            });
    var named = known.stream().map(ColumnNames::normal).collect(Collectors.toSet());
    var indexes = new LinkedHashSet<Integer>();
    known.forEach(name -> columns.find(List.of(name)).ifPresent(indexes::add));
    return IntStream.range(0, columns.size())
        .filter(i -> !indexes.contains(i) && !isPartOfNamed(columns.name(i), named))
        .filter(filled::get)
        .mapToObj(columns::name)
        .filter(name -> !PersonalData.isNeverTaken(name))
        .toList();
  }

  /** A nested column is named when what holds it is, or when something inside it is. */
  private static boolean isPartOfNamed(String column, Set<String> named) {
    var normal = ColumnNames.normal(column);
    return named.stream()
        .anyMatch(name -> normal.startsWith(name + ".") || name.startsWith(normal + "."));
  }

  private static Column column(Mapping.Field field, ColumnNames columns) {
    return new Column(field.name(), field.type(), meaning(field, columns));
  }

  private static Column.Meaning meaning(Mapping.Field field, ColumnNames columns) {
    var said = field.meaning();
    if (!said.title().isEmpty()) {
      return said;
    }
    var found = columns.find(field.from());
    var name = found.isPresent() ? columns.name(found.getAsInt()) : field.from().getFirst();
    return new Column.Meaning(LocalizedText.of("", name), said.description(), said.unit());
  }

  /** Once over all rows for what is decided by whole columns, once more for the values. */
  private void fillRows(ColumnNames columns, List<Mapping.Field> fields, Optional<String> crs) {
    var positions = fields.stream().map(f -> columns.find(f.from()).orElse(-1)).toList();
    var seen = fields.stream().map(CellReader.Seen::new).toList();
    var places =
        new PlaceReader(
            mapping,
            columns,
            crs,
            boundary.filter(line -> mapping.filter().isEmpty()),
            (about, note) -> repairs.add(about + ": " + texts.of(note)));
    if (places.lacksLongitude() && rowsRead > 0) {
      warnings.add(texts.of("no-longitude"));
    }
    for (var raw : kept) {
      for (int i = 0; i < fields.size(); i++) {
        if (seen.get(i).isWanted() && raw.cell(positions.get(i)) != null) {
          seen.get(i).see(raw.text(positions.get(i)));
        }
      }
      places.see(raw);
    }
    fillRows(
        positions, fields, seen.stream().map(CellReader.Seen::reader).toList(), places, columns);
  }

  private void fillRows(
      List<Integer> positions,
      List<Mapping.Field> fields,
      List<CellReader> readers,
      PlaceReader places,
      ColumnNames columns) {
    var keys = keys(columns);
    var unreadable = new UnreadableCells(fields);
    for (var raw : kept) {
      var values = new ArrayList<@Nullable Object>(fields.size());
      for (int i = 0; i < readers.size(); i++) {
        values.add(unreadable.read(readers.get(i), i, raw, positions.get(i)));
      }
      rows.add(new Row(keys.next(raw), values, places.read(raw, at(raw))));
    }
    unreadable.report();
    if (keys.repeated() > 0) {
      warnings.add(texts.of("keys-repeated", keys.repeated()));
    }
  }

  private RowKeys keys(ColumnNames columns) {
    var positions = new ArrayList<Integer>();
    for (var name : mapping.key()) {
      var position = columns.find(withAliases(List.of(name)));
      if (position.isEmpty()) {
        if (rowsRead > 0) {
          warnings.add(texts.of("key-missing", name));
        }
        return new RowKeys(List.of());
      }
      positions.add(position.getAsInt());
    }
    return new RowKeys(positions);
  }

  private List<String> outputs() {
    var hasPlaces = rows.stream().anyMatch(row -> row.geometry().isPresent());
    if (mapping.outputs().isEmpty()) {
      return hasPlaces ? List.of("csv", "geojson", "json") : List.of("csv", "json");
    }
    if (!hasPlaces && mapping.outputs().contains("geojson")) {
      warnings.add(texts.of("no-places"));
      return mapping.outputs().stream().filter(output -> !output.equals("geojson")).toList();
    }
    return mapping.outputs();
  }

  /** Counts the cells that cannot be read, column by column. */
  private final class UnreadableCells {
    private final List<Mapping.Field> fields;
    private final int[] counts;
    private final String[] examples;

    UnreadableCells(List<Mapping.Field> fields) {
      this.fields = fields;
      this.counts = new int[fields.size()];
      this.examples = new String[fields.size()];
    }

    @Nullable Object read(CellReader reader, int field, RawRow row, int position) {
      var cell = row.cell(position);
      try {
        return reader.read(cell);
      } catch (CellReader.UnreadableCellException e) {
        if (counts[field]++ == 0) {
          examples[field] = at(row) + ": " + texts.of(e.note());
        }
        return null;
      }
    }

    void report() {
      for (int i = 0; i < counts.length; i++) {
        if (counts[i] > 0) {
          warnings.add(texts.of("cells-unreadable", fields.get(i).name(), counts[i], examples[i]));
        }
      }
    }
  }
}
