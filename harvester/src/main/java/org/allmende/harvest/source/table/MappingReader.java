package org.allmende.harvest.source.table;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.allmende.catalog.model.LocalizedText;
import org.allmende.harvest.settings.Nearest;
import org.allmende.harvest.settings.SettingsNode;
import org.allmende.harvest.settings.SettingsProblems;

/**
 * Reads mapping files ({@code sources.md} chapter 3) as strictly as the settings: an unknown key, a
 * type that does not exist, a column with personal data are problems with their line.
 *
 * <pre>{@code
 * reader: csv
 * select: { header: [Betreiber, Ort] }
 * key: [Ladeeinrichtungs-ID]
 * fields:
 *   - { name: operator, from: [Betreiber], type: string, required: true }
 *   - { name: opened, from: [Inbetriebnahmedatum], type: date, format: [dd.MM.yyyy] }
 *   - { name: power_kw, from: [Leistung], type: number, title: { de: Leistung, en: Power }, unit: kW }
 * geometry: { lon: [Längengrad], lat: [Breitengrad], crs: "EPSG:4326" }
 * }</pre>
 */
public final class MappingReader {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  /** The names of types in a mapping file, and what their values are. */
  private static final Map<String, Column.Type> TYPES = types();

  /** The formats whose columns a mapping explains. */
  private static final List<String> READERS =
      List.of(
          "csv",
          "xlsx",
          "json",
          "jsonl",
          "table-json",
          "geojson",
          "kml",
          "gpx",
          "wfs",
          "ogc-features",
          "arcgis",
          "ical",
          "rss",
          "atom");

  private static final List<String> OUTPUTS = List.of("csv", "json", "geojson", "xlsx", "ics");

  private final SettingsNode node;

  private MappingReader(SettingsNode node) {
    this.node = node;
  }

  private static Map<String, Column.Type> types() {
    var types = new LinkedHashMap<String, Column.Type>();
    types.put("string", Column.Type.STRING);
    types.put("integer", Column.Type.INTEGER);
    types.put("number", Column.Type.NUMBER);
    types.put("boolean", Column.Type.BOOLEAN);
    types.put("date", Column.Type.DATE);
    types.put("datetime", Column.Type.DATETIME);
    types.put("enum", Column.Type.STRING);
    types.put("list", Column.Type.LIST);
    types.put("url", Column.Type.URL);
    types.put("postcode", Column.Type.STRING);
    types.put("place", Column.Type.STRING);
    types.put("ags", Column.Type.STRING);
    types.put("count", Column.Type.INTEGER);
    types.put("json", Column.Type.JSON);
    return types;
  }

  /**
   * Reads a mapping file; what is wrong with it, its absence included, goes to {@code problems}.
   */
  public static Optional<Mapping> read(
      Path file, Map<String, String> environment, SettingsProblems problems) {
    var name = String.valueOf(file.getFileName());
    try {
      var node = SettingsNode.parse(Files.readString(file), name, environment, problems);
      var mapping = from(node);
      node.done();
      return Optional.of(mapping);
    } catch (NoSuchFileException e) {
      problems.add(name, "there is no such mapping file. It was looked for at " + file);
    } catch (IOException e) {
      problems.add(name, "the mapping file cannot be read as UTF-8 text: " + e);
    }
    return Optional.empty();
  }

  /** Reads a mapping that stands in the settings themselves; the caller says {@code done}. */
  public static Mapping from(SettingsNode node) {
    return new MappingReader(node).mapping();
  }

  /** Whether a column holds personal or secret data, which no field may take. */
  public static boolean isNeverTaken(String column) {
    return PersonalData.isNeverTaken(column);
  }

  private Mapping mapping() {
    var mapping = read();
    if (mapping.outputs().contains("ics") && !CalendarFile.fits(columns(mapping))) {
      node.problem("outputs", "ics needs a field called start, of the type datetime or date.");
    }
    return mapping;
  }

  private static List<Column> columns(Mapping mapping) {
    return mapping.fields().stream()
        .map(field -> new Column(field.name(), field.type(), field.name()))
        .toList();
  }

  private Mapping read() {
    var filter = node.section("filter");
    return new Mapping(
        node.choice("reader", READERS),
        charset(),
        node.flag("repair-encoding").orElse(false),
        select(node.section("select")),
        key(),
        municipality(filter),
        filter.texts("present"),
        fields(),
        geometry(),
        node.texts("drop"),
        node.flag("passthrough").orElse(false),
        paging(),
        outputs(),
        new TableFiles.CsvStyle(
            node.choice("delimiter", List.of(";", ",")).orElse(",").charAt(0),
            node.flag("bom").orElse(false)));
  }

  private static Mapping.Select select(SettingsNode select) {
    var usual = Mapping.Window.USUAL;
    return new Mapping.Select(
        select.texts("header"),
        path(select, "path"),
        path(select, "columns"),
        select.text("sheet"),
        select.text("layer"),
        new Mapping.Window(
            select.duration("past").orElse(usual.past()),
            select.duration("future").orElse(usual.future())));
  }

  private Optional<String> charset() {
    return node.parsed(
        "charset",
        "must be a charset such as utf-8 or windows-1252",
        text -> {
          try {
            return Optional.of(Charset.forName(text).name());
          } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
          }
        });
  }

  private static Optional<String> path(SettingsNode select, String key) {
    return select.parsed(
        key, "must be a path such as $.data.items", t -> Optional.of(t).filter(JsonPath::isPath));
  }

  /** {@code hash} alone means what an absent key means: a hash of all columns. */
  private List<String> key() {
    var key = node.texts("key");
    return key.equals(List.of("hash")) ? List.of() : key;
  }

  private Optional<Mapping.MunicipalityFilter> municipality(SettingsNode filter) {
    if (!filter.has("municipality")) {
      return Optional.empty();
    }
    var rule = filter.section("municipality");
    var columns =
        new Mapping.MunicipalityFilter(
            rule.texts("key"), rule.texts("point"), rule.texts("postcode"), rule.texts("place"));
    if (columns.key().isEmpty()
        && columns.point().isEmpty()
        && (columns.postcode().isEmpty() || columns.place().isEmpty())) {
      rule.problem(
          "a municipality's rows are known by \"key\" (a column with AGS or ARS), by \"point\""
              + " (two columns with a position) and the imported boundary, or by \"postcode\" and"
              + " \"place\" together");
    }
    return Optional.of(columns);
  }

  private List<Mapping.Field> fields() {
    var fields = new ArrayList<Mapping.Field>();
    Set<String> names = new HashSet<>();
    for (var item : node.items("fields")) {
      var field = field(item);
      if (!names.add(field.name())) {
        item.problem("name", "a second field is called \"" + field.name() + "\"");
      } else {
        fields.add(field);
      }
    }
    return fields;
  }

  private static Mapping.Field field(SettingsNode item) {
    var name = item.requiredText("name").orElse("");
    if (!name.isEmpty() && !NAME.matcher(name).matches()) {
      item.problem("name", "must have letters, digits and \"_\" alone, got \"" + name + "\"");
    }
    var from = item.texts("from");
    var kind = item.text("type").orElse("string");
    if (!TYPES.containsKey(kind)) {
      item.problem("type", "unknown type \"" + kind + "\". " + Nearest.hint(kind, TYPES.keySet()));
    }
    requirePublishable(item, from);
    var values = item.map("values");
    if (!values.isEmpty() && !kind.equals("enum")) {
      item.problem("values", "only a field of type enum has values, this one is " + kind);
    }
    return new Mapping.Field(
        name,
        from.isEmpty() ? List.of(name) : from,
        TYPES.getOrDefault(kind, Column.Type.STRING),
        kind,
        item.flag("required").orElse(false),
        formats(item),
        values,
        item.choice("other", List.of("keep", "drop")).orElse("drop").equals("keep"),
        item.texts("separator"),
        item.choice("items", List.of("string", "number")).orElse("string").equals("number"),
        meaning(item));
  }

  private static Column.Meaning meaning(SettingsNode item) {
    var silent = new LocalizedText(Map.of());
    return new Column.Meaning(
        item.localized("title").orElse(silent),
        item.localized("description").orElse(silent),
        item.text("unit").orElse(""));
  }

  private static void requirePublishable(SettingsNode item, List<String> from) {
    for (var column : from) {
      if (PersonalData.isNeverTaken(column)) {
        item.problem(
            "from",
            "the column \""
                + column
                + "\" holds personal or secret data and is never published. Take it out");
      }
    }
  }

  private static List<String> formats(SettingsNode item) {
    var formats = item.texts("format");
    for (var format : formats) {
      if (!isDatePattern(format)) {
        item.problem("format", "must be a date pattern such as dd.MM.yyyy, got \"" + format + "\"");
        return List.of();
      }
    }
    return formats;
  }

  private static boolean isDatePattern(String format) {
    try {
      return DateTimeFormatter.ofPattern(format).toString().contains("Year");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private Optional<Mapping.GeometryColumns> geometry() {
    if (!node.has("geometry")) {
      return Optional.empty();
    }
    var geometry = node.section("geometry");
    var lon = geometry.texts("lon");
    var lat = geometry.texts("lat");
    var crs = geometry.text("crs").orElse("EPSG:4326");
    if (lon.isEmpty() != lat.isEmpty()) {
      geometry.problem("needs both \"lon\" and \"lat\"");
    }
    if (Projection.find(crs).isEmpty()) {
      geometry.problem(
          "crs", "unknown coordinate system \"" + crs + "\". Known: " + Projection.known() + ".");
    }
    return Optional.of(new Mapping.GeometryColumns(lon, lat, crs));
  }

  private Optional<Paging> paging() {
    return node.has("paging") ? PagingReader.read(node.section("paging")) : Optional.empty();
  }

  private List<String> outputs() {
    var outputs = node.texts("outputs");
    for (var output : outputs) {
      if (!OUTPUTS.contains(output)) {
        node.problem(
            "outputs", "unknown output \"" + output + "\". " + Nearest.hint(output, OUTPUTS));
      }
    }
    return outputs.stream().filter(OUTPUTS::contains).distinct().toList();
  }
}
