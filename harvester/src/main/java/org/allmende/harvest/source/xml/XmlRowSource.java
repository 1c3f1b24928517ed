package org.allmende.harvest.source.xml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.allmende.harvest.SourceException;
import org.allmende.harvest.source.table.ColumnNames;
import org.allmende.harvest.source.table.JsonCells;
import org.allmende.harvest.source.table.Mapping;
import org.allmende.harvest.source.table.Note;
import org.allmende.harvest.source.table.RawRow;
import org.allmende.harvest.source.table.RowSource;

/** The rows of an XML document, each an element of it. */
public abstract class XmlRowSource implements RowSource {

  private final ColumnNames columns = ColumnNames.of(List.of());
  private final JsonCells cells = new JsonCells(columns);
  private final byte[] bytes;
  private final String place;
  private final Mapping mapping;
  private int count;

  /** Rows of a document with this name in messages. */
  protected XmlRowSource(byte[] bytes, String place, Mapping mapping) {
    this.bytes = bytes;
    this.place = place;
    this.mapping = mapping;
  }

  /** Hands on the rows of the document, and says which texts around them may name their date. */
  protected abstract List<String> read(XmlDocument document, Consumer<RawRow> sink)
      throws IOException;

  /** The name of the outermost element. */
  protected abstract List<String> roots();

  @Override
  public final ColumnNames columns() {
    return columns;
  }

  @Override
  public final Envelope read(Consumer<RawRow> sink) throws IOException {
    try (var document = XmlDocument.open(bytes, place, mapping)) {
      if (!document.next() || !roots().contains(document.name())) {
        throw SourceException.of("xml-root", place, String.join(" / ", roots()), document.name());
      }
      var texts = read(document, sink);
      return new Envelope(document.encoding(), texts, Optional.empty(), List.of());
    }
  }

  /** A row of these values. */
  protected final RawRow row(ObjectNode values, Optional<? extends JsonNode> geometry) {
    count++;
    return new RawRow(
        Note.of("row", Integer.toString(count)),
        cells.cells(null, values),
        geometry.map(g -> g),
        Optional.empty());
  }

  /** An object for the values of a row. */
  protected static ObjectNode values() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Puts a text under a name; a second one of that name makes a list. */
  protected static void put(ObjectNode values, String name, String text) {
    if (text.isEmpty()) {
      return;
    }
    switch (values.get(name)) {
      case null -> values.put(name, text);
      case ArrayNode list -> list.add(text);
      case JsonNode first ->
          values.set(
              name, JsonNodeFactory.instance.arrayNode().add(first).add(TextNode.valueOf(text)));
    }
  }

  /** Puts the text of a child, if it has one, under the child's name. */
  protected static void put(ObjectNode values, XmlElement element, String... names) {
    for (var name : names) {
      element.textOf(name).ifPresent(text -> put(values, name, text));
    }
  }
}
