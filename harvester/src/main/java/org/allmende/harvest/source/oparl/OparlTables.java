package org.allmende.harvest.source.oparl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allmende.catalog.model.LocalizedText;
import org.allmende.harvest.source.table.Column;
import org.allmende.harvest.source.table.GeometryReader;
import org.allmende.harvest.source.table.NoteTexts;
import org.allmende.harvest.source.table.ReadingNotes;
import org.allmende.harvest.source.table.Row;
import org.allmende.harvest.source.table.Table;
import org.allmende.harvest.source.table.Tally;
import org.allmende.vocab.codelist.CodeLists;
import org.allmende.vocab.codelist.Concept;
import org.jspecify.annotations.Nullable;

/** Makes plain tables of the objects of a council information system. */
final class OparlTables {

  /** The column in which a row says which schema it followed, such as {@code …/1.1/Paper}. */
  static final String TYPE = "type";

  /** The column with the license that holds for a row: its own, else the body's or system's. */
  static final String LICENSE = "license";

  private static final int NOTES = 20;

  private final OparlArchive archive;
  private final Optional<String> license;
  private final String filterRule;
  private final Instant now;
  private final NoteTexts texts;
  private final GeometryReader geometries;

  /**
   * Tables of an archive.
   *
   * @param filterRule how the body was chosen, in words; {@code ""} when there was one
   */
  OparlTables(OparlArchive archive, String filterRule, Instant now, NoteTexts texts) {
    this.archive = archive;
    this.texts = texts;
    this.geometries =
        new GeometryReader(Optional.empty(), (where, what) -> archive.repairs().note(what, where));
    this.filterRule = filterRule;
    this.now = now;
    this.license =
        Stream.of("Body", "System")
            .flatMap(archive::all)
            .flatMap(object -> license(object).stream())
            .findFirst();
  }

  /** A license as the IRI of its list, else as written. */
  private static Optional<String> license(JsonNode object) {
    return OparlJson.text(object, "license")
        .map(text -> CodeLists.licenses().find(text).map(Concept::iri).orElse(text));
  }

  /** One column with what stands in it. */
  private record Cell(Column column, Function<ObjectNode, Optional<?>> value) {}

  /** The table; empty rows when there is nothing of its kind. */
  Table table(OparlTable wanted) {
    var stamps = ExportStamps.of(archive.all(wanted.kind()), now);
    var cells = cells(wanted, stamps);
    var left = archive.rejected(wanted.kind());
    var rows = new ArrayList<Row>();
    var same = new SameValues();
    archive
        .all(wanted.kind())
        .forEach(
            object ->
                leftOut(wanted, object)
                    .ifPresentOrElse(
                        why -> left.add(texts.of(why, OparlJson.text(object, "id").orElse(""))),
                        () -> rows.add(row(object, cells, same))));
    return new Table(
        cells.stream().map(Cell::column).toList(),
        rows,
        outputs(wanted, rows),
        stateDate(archive.all(wanted.kind()).map(object -> stamps.time(object, "modified"))),
        notes(wanted, rows.size(), left, stamps));
  }

  /** Only decisions are a table of agenda items: what has a result and was decided in public. */
  private static Optional<String> leftOut(OparlTable wanted, ObjectNode object) {
    if (wanted != OparlTable.AGENDA_ITEMS) {
      return Optional.empty();
    }
    if (!isPublic(object)) {
      return Optional.of("oparl-not-public");
    }
    return OparlJson.text(object, "result").isEmpty()
        ? Optional.of("oparl-no-result")
        : Optional.empty();
  }

  private static List<String> outputs(OparlTable wanted, List<Row> rows) {
    var outputs = new ArrayList<String>();
    if (wanted == OparlTable.MEETINGS) {
      outputs.add("ics");
    }
    outputs.addAll(List.of("csv", "json"));
    if (rows.stream().anyMatch(row -> row.geometry().isPresent())) {
      outputs.add("geojson");
    }
    return outputs;
  }

  private Row row(ObjectNode object, List<Cell> cells, SameValues same) {
    var values = new ArrayList<@Nullable Object>();
    cells.forEach(cell -> values.add(cell.value().apply(object).map(same::of).orElse(null)));
    var id = OparlJson.text(object, "id").orElseThrow();
    return new Row(id, values, geometry(object, id));
  }

  private static Optional<Instant> stateDate(Stream<Optional<OffsetDateTime>> modified) {
    return modified
        .flatMap(Optional::stream)
        .map(OffsetDateTime::toInstant)
        .max(Instant::compareTo);
  }

  private ReadingNotes notes(OparlTable wanted, int kept, Tally left, ExportStamps stamps) {
    var repairs = new ArrayList<>(archive.repairs().lines());
    stamps.day().ifPresent(day -> repairs.add(texts.of("oparl-stamps", day.toString())));
    return new ReadingNotes(
        "",
        filterRule,
        archive.read(wanted.kind()),
        kept,
        left.lines(texts),
        repairs.stream().limit(NOTES).toList(),
        List.of());
  }

  private List<Cell> cells(OparlTable wanted, ExportStamps stamps) {
    var cells = new ArrayList<Cell>();
    cells.add(cell("id", Column.Type.URL, "ID", o -> OparlJson.text(o, "id")));
    cells.addAll(
        switch (wanted) {
          case ORGANIZATIONS -> organization();
          case MEETINGS -> meeting();
          case PAPERS -> paper();
          case AGENDA_ITEMS -> decision();
        });
    cells.add(cell("web", Column.Type.URL, "Webseite", o -> OparlJson.address(o, "web")));
    cells.add(cell("created", Column.Type.DATETIME, "Angelegt", o -> stamps.time(o, "created")));
    cells.add(cell("modified", Column.Type.DATETIME, "Geändert", o -> stamps.time(o, "modified")));
    cells.add(cell(LICENSE, Column.Type.STRING, "Lizenz", o -> license(o).or(() -> license)));
    cells.add(cell(TYPE, Column.Type.URL, "Typ", OparlJson::schema));
    return cells;
  }

  private List<Cell> organization() {
    return List.of(
        text("name", "name", "Name"),
        text("short_name", "shortName", "Kurzname"),
        text("organization_type", "organizationType", "Art"),
        text("classification", "classification", "Einordnung"),
        cell("start_date", Column.Type.DATE, "Beginn", o -> OparlJson.date(o, "startDate")),
        cell("end_date", Column.Type.DATE, "Ende", o -> OparlJson.date(o, "endDate")),
        cell("location", Column.Type.STRING, "Ort", this::place));
  }

  private List<Cell> meeting() {
    return List.of(
        text("name", "name", "Name"),
        text("state", "meetingState", "Stand"),
        cell("cancelled", Column.Type.BOOLEAN, "Abgesagt", o -> OparlJson.flag(o, "cancelled")),
        cell("start", Column.Type.DATETIME, "Beginn", o -> OparlJson.time(o, "start")),
        cell("end", Column.Type.DATETIME, "Ende", o -> OparlJson.time(o, "end")),
        organizations("organizations", "organization", "Gremien"),
        cell("location", Column.Type.STRING, "Ort", this::place),
        cell("agenda", Column.Type.LIST, "Tagesordnung", this::agenda),
        file("invitation", "invitation", "Einladung"),
        file("results_protocol", "resultsProtocol", "Ergebnisprotokoll"),
        file("verbatim_protocol", "verbatimProtocol", "Wortprotokoll"),
        files("auxiliary_links", "auxiliaryFile", "Verweise auf Anlagen"));
  }

  private List<Cell> paper() {
    return List.of(
        text("reference", "reference", "Nummer"),
        text("name", "name", "Titel"),
        text("paper_type", "paperType", "Art"),
        cell("date", Column.Type.DATE, "Datum", o -> OparlJson.date(o, "date")),
        organizations("under_direction_of", "underDirectionOf", "Federführung"),
        organizations("originators", "originatorOrganization", "Urheber"),
        file("main_file", "mainFile", "Hauptdokument"),
        count("auxiliary_files", "auxiliaryFile", "Anlagen"),
        files("auxiliary_links", "auxiliaryFile", "Verweise auf Anlagen"),
        cell("consultations", Column.Type.INTEGER, "Beratungen", this::consultations),
        cell("consulted_in", Column.Type.LIST, "Beratungsfolge", this::consultedIn));
  }

  private List<Cell> decision() {
    return List.of(
        cell(
            "date",
            Column.Type.DATE,
            "Datum",
            o -> meeting(o).flatMap(m -> OparlJson.date(m, "start"))),
        cell(
            "meeting",
            Column.Type.STRING,
            "Sitzung",
            o -> meeting(o).flatMap(m -> OparlJson.text(m, "name"))),
        cell(
            "organizations",
            Column.Type.LIST,
            "Gremien",
            o -> meeting(o).flatMap(m -> names(m, "organization"))),
        text("number", "number", "Nummer"),
        text("name", "name", "Gegenstand"),
        text("result", "result", "Ergebnis"),
        text("resolution_text", "resolutionText", "Beschlusstext"),
        file("resolution_file", "resolutionFile", "Beschlussdokument"),
        cell(
            "paper",
            Column.Type.STRING,
            "Vorlage",
            o -> paper(o).flatMap(p -> OparlJson.text(p, "reference"))),
        cell(
            "paper_id",
            Column.Type.URL,
            "ID der Vorlage",
            o -> paper(o).flatMap(p -> OparlJson.text(p, "id"))),
        cell(
            "meeting_id", Column.Type.URL, "ID der Sitzung", o -> OparlJson.id(o.path("meeting"))));
  }

  private static Cell cell(
      String name, Column.Type type, String title, Function<ObjectNode, Optional<?>> value) {
    var meaning = Column.Meaning.titled(LocalizedText.of("de", title));
    return new Cell(new Column(name, type, meaning), value);
  }

  private static Cell text(String name, String key, String title) {
    return cell(name, Column.Type.STRING, title, object -> OparlJson.text(object, key));
  }

  private static Cell count(String name, String key, String title) {
    return cell(
        name,
        Column.Type.INTEGER,
        title,
        o -> Optional.of((long) OparlJson.elements(o.path(key)).size()));
  }

  private Cell organizations(String name, String key, String title) {
    return cell(name, Column.Type.LIST, title, object -> names(object, key));
  }

  private Optional<List<String>> names(JsonNode object, String key) {
    var names =
        OparlJson.elements(object.path(key)).stream()
            .map(value -> archive.resolve("Organization", value))
            .flatMap(Optional::stream)
            .map(organization -> OparlJson.text(organization, "name"))
            .flatMap(Optional::stream)
            .toList();
    return Optional.of(names).filter(list -> !list.isEmpty());
  }

  private Cell file(String name, String key, String title) {
    return cell(
        name,
        Column.Type.URL,
        title,
        object -> archive.resolve("File", object.path(key)).flatMap(OparlTables::link));
  }

  /** Where it is, when a place says so; as a GeoJSON feature or a mere geometry. */
  private Optional<Row.Geometry> geometry(ObjectNode object, String id) {
    return places(object)
        .map(place -> place.path("geojson"))
        .map(json -> json.has("geometry") ? json.path("geometry") : json)
        .flatMap(json -> geometries.read(json, id).stream())
        .findFirst();
  }

  private Stream<JsonNode> places(ObjectNode object) {
    return OparlJson.elements(object.path("location")).stream()
        .flatMap(value -> archive.resolve("Location", value).stream());
  }

  /** The place in one line: its description, else its address. */
  private Optional<String> place(ObjectNode object) {
    return places(object).map(OparlTables::line).filter(line -> !line.isEmpty()).findFirst();
  }

  private static String line(JsonNode location) {
    var street = OparlJson.text(location, "streetAddress");
    var town =
        Stream.of("postalCode", "locality")
            .map(key -> OparlJson.text(location, key))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" "));
    return OparlJson.text(location, "description")
        .orElseGet(
            () ->
                Stream.of(street, Optional.of(town), OparlJson.text(location, "room"))
                    .flatMap(Optional::stream)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", ")));
  }

  /** The public items, each with its number. */
  private Optional<List<String>> agenda(ObjectNode meeting) {
    var items =
        OparlJson.elements(meeting.path("agendaItem")).stream()
            .map(value -> archive.resolve("AgendaItem", value))
            .flatMap(Optional::stream)
            .filter(item -> OparlJson.text(item, "id").isPresent())
            .filter(OparlTables::isPublic)
            .filter(item -> !OparlJson.flag(item, "deleted").orElse(false))
            .map(OparlTables::numbered)
            .flatMap(Optional::stream)
            .toList();
    return Optional.of(items).filter(list -> !list.isEmpty());
  }

  private static Optional<String> numbered(JsonNode item) {
    var number = OparlJson.text(item, "number").map(text -> text + " ").orElse("");
    return OparlJson.text(item, "name").map(name -> number + name);
  }

  private static boolean isPublic(JsonNode item) {
    return OparlJson.flag(item, "public").orElse(true);
  }

  private Optional<Long> consultations(ObjectNode paper) {
    var named = OparlJson.elements(paper.path("consultation")).size();
    return Optional.of((long) Math.max(named, pointing(paper).size()));
  }

  /** The consultations that say that they are about a paper. */
  private List<JsonNode> pointing(ObjectNode paper) {
    return OparlJson.text(paper, "id").stream()
        .flatMap(id -> archive.parts("Consultation", id).stream())
        .map(JsonNode.class::cast)
        .toList();
  }

  /** Where a paper was consulted: the day, the committees, the role. */
  private Optional<List<String>> consultedIn(ObjectNode paper) {
    var consultations = new LinkedHashSet<JsonNode>(pointing(paper));
    OparlJson.elements(paper.path("consultation")).stream()
        .flatMap(value -> archive.resolve("Consultation", value).stream())
        .forEach(consultations::add);
    var lines =
        consultations.stream().map(this::consultation).filter(line -> !line.isEmpty()).toList();
    return Optional.of(lines).filter(list -> !list.isEmpty());
  }

  private String consultation(JsonNode consultation) {
    var meeting = archive.resolve("Meeting", consultation.path("meeting"));
    var committees =
        names(consultation, "organization")
            .or(() -> meeting.flatMap(m -> names(m, "organization")));
    var day = meeting.flatMap(m -> OparlJson.date(m, "start")).map(Object::toString);
    var where =
        committees
            .map(list -> String.join(", ", list))
            .or(() -> meeting.flatMap(m -> OparlJson.text(m, "name")));
    var role = OparlJson.text(consultation, "role").map(text -> "(" + text + ")");
    return Stream.of(day, where, role).flatMap(Optional::stream).collect(Collectors.joining(" "));
  }

  /** The documents behind a list of files. */
  private Cell files(String name, String key, String title) {
    return cell(
        name,
        Column.Type.LIST,
        title,
        object ->
            Optional.of(
                    OparlJson.elements(object.path(key)).stream()
                        .flatMap(value -> archive.resolve("File", value).stream())
                        .flatMap(file -> link(file).stream())
                        .toList())
                .filter(list -> !list.isEmpty()));
  }

  private static Optional<String> link(JsonNode file) {
    return OparlJson.address(file, "downloadUrl").or(() -> OparlJson.address(file, "accessUrl"));
  }

  private Optional<JsonNode> meeting(ObjectNode item) {
    return archive.resolve("Meeting", item.path("meeting"));
  }

  private Optional<JsonNode> paper(ObjectNode item) {
    var consultation = archive.resolve("Consultation", item.path("consultation"));
    return consultation.flatMap(c -> archive.resolve("Paper", c.path("paper")));
  }
}
