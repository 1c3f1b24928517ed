package org.allmende.harvest.source.json;

import com.fasterxml.jackson.databind.JsonNode;
import org.allmende.harvest.source.table.JsonPath;
import org.allmende.harvest.source.table.JsonRowSource;
import org.allmende.harvest.source.table.Mapping;
import org.allmende.harvest.source.table.Note;
import org.allmende.harvest.source.table.RawRow;
import org.jspecify.annotations.Nullable;

/** The rows of a JSON document: a list at a path, the values of an object, or JSON Lines. */
final class JsonRows extends JsonRowSource {

  JsonRows(Documents documents, Mapping mapping) {
    super(documents, mapping, mapping.path().map(JsonPath::parse).orElseGet(JsonPath::root));
  }

  @Override
  protected RawRow row(@Nullable String key, JsonNode row, int number) {
    var place = Note.of("row", Integer.toString(number));
    return row.isObject()
        ? RawRow.of(place, cells().cells(key, row))
        : RawRow.broken(place, Note.of("row-no-object", row.getNodeType().name()));
  }
}
