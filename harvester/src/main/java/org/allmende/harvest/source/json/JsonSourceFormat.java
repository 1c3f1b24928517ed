package org.allmende.harvest.source.json;

import org.allmende.harvest.fetch.ContentKind;
import org.allmende.harvest.source.table.DocumentSourceFormat;
import org.allmende.harvest.source.table.JsonRowSource;
import org.allmende.harvest.source.table.RowSource;

/** Lists as JSON: a list at a path, an object whose values are the rows, or JSON Lines. */
public final class JsonSourceFormat extends DocumentSourceFormat {

  private JsonSourceFormat(String id) {
    super(id, ContentKind.JSON);
  }

  public JsonSourceFormat() {
    this("json");
  }

  /** The format under the name {@code jsonl}: one object a line, also when there is only one. */
  public static JsonSourceFormat lines() {
    return new JsonSourceFormat("jsonl");
  }

  @Override
  protected RowSource rows(JsonRowSource.Documents documents, Reading reading) {
    return id().equals("jsonl")
        ? new JsonLines(documents.first().body(), documents.place(), reading.mapping())
        : new JsonRows(documents, reading.mapping());
  }

  @Override
  protected boolean hasPages() {
    return id().equals("json");
  }
}
