package org.allmende.harvest.source.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.allmende.catalog.model.Uuids;
import org.allmende.harvest.fetch.Fetcher.Fetched;
import org.jspecify.annotations.Nullable;

/** The rows of a JSON document, or of several that are the pages of one list. */
public abstract class JsonRowSource implements RowSource {

  private final ColumnNames columns = ColumnNames.of(List.of());
  private final JsonCells cells = new JsonCells(columns);
  private final Documents documents;
  private final Mapping mapping;
  private final JsonPath path;
  private final Set<UUID> known = new HashSet<>();
  private int number;
  private Optional<Envelope> envelope = Optional.empty();

  /** Rows at a path of these documents. */
  protected JsonRowSource(Documents documents, Mapping mapping, JsonPath path) {
    this.documents = documents;
    this.mapping = mapping;
    this.path = path;
  }

  /**
   * The documents of a source.
   *
   * @param first the first of them
   * @param place its name in messages
   * @param walk the way to the others
   */
  public record Documents(Fetched first, String place, PageWalk walk) {}

  /**
   * One row.
   *
   * @param key its name, where the rows are the values of an object
   * @param number counts from 1
   */
  protected abstract RawRow row(@Nullable String key, JsonNode row, int number);

  /** The coordinate system that a document declares. */
  protected Optional<String> crs(JsonDocument document) {
    return Optional.empty();
  }

  /** Flattens objects into cells, for all rows alike. */
  protected final JsonCells cells() {
    return cells;
  }

  @Override
  public final ColumnNames columns() {
    return columns;
  }

  @Override
  public final Envelope read(Consumer<RawRow> sink) throws IOException {
    var walk = documents.walk();
    var page = Optional.of(documents.first());
    while (page.isPresent()) {
      var seen = walk.isPaged() ? readPage(page.get(), sink) : readOnly(page.get(), sink);
      page = walk.following(seen);
    }
    var first = envelope.orElseThrow();
    return new Envelope(first.encoding(), first.texts(), first.crs(), walk.warnings());
  }

  /** The only document may be large: its rows go on as they come. */
  private PageWalk.Seen readOnly(Fetched page, Consumer<RawRow> sink) throws IOException {
    var document = readRows(page, sink);
    return new PageWalk.Seen(page, number, true, document);
  }

  /** A page without a single new row is a page that was there before: its rows count once. */
  private PageWalk.Seen readPage(Fetched page, Consumer<RawRow> sink) throws IOException {
    var rows = new ArrayList<RawRow>();
    var document = readRows(page, rows::add);
    var isNew = false;
    for (var row : rows) {
      isNew |= known.add(identity(row));
    }
    if (isNew) {
      rows.forEach(sink);
    }
    return new PageWalk.Seen(page, rows.size(), isNew, document);
  }

  private JsonDocument readRows(Fetched page, Consumer<RawRow> sink) throws IOException {
    var decoded = TextDecoder.open(page.body(), documents.place(), mapping);
    var document = new JsonDocument(decoded.reader(), documents.place(), documents.walk().asides());
    document.read(path, (key, row) -> sink.accept(row(key, row, ++number)));
    if (envelope.isEmpty()) {
      envelope =
          Optional.of(new Envelope(decoded.encoding(), document.texts(), crs(document), List.of()));
    }
    return document;
  }

  /** By its key, since other values may change while pages are read; without one by all cells. */
  private UUID identity(RawRow row) {
    var key =
        mapping.key().stream()
            .map(name -> columns.find(List.of(name)))
            .map(column -> row.text(column.orElse(-1)))
            .collect(Collectors.joining("\u001f"));
    var isKeyed = !key.replace("\u001f", "").isEmpty();
    return Uuids.v5(Uuids.URL, isKeyed ? key : row.cells().toString());
  }
}
