package org.allmende.harvest.source.json;

import org.allmende.harvest.fetch.ContentKind;
import org.allmende.harvest.source.table.JsonRowSource;
import org.allmende.harvest.source.table.MappedSourceFormat;
import org.allmende.harvest.source.table.Mapping;
import org.allmende.harvest.source.table.RowSource;

/** Lists as JSON: a list at a path, an object whose values are the rows, or JSON Lines. */
public final class JsonSourceFormat extends MappedSourceFormat {

  public JsonSourceFormat() {
    super("json", ContentKind.JSON);
  }

  @Override
  protected RowSource rows(JsonRowSource.Documents documents, Mapping mapping) {
    return new JsonRows(documents, mapping);
  }

  @Override
  protected boolean hasPages() {
    return true;
  }
}
