package org.allmende.harvest.source.tablejson;

import java.io.IOException;
import java.util.List;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.fetch.ContentKind;
import org.allmende.harvest.source.table.DocumentSourceFormat;
import org.allmende.harvest.source.table.JsonRowSource;
import org.allmende.harvest.source.table.Mapping;
import org.allmende.harvest.source.table.RowSource;

/**
 * Lists as JSON arrays of cells, whose columns are named in another list of the document: code
 * lists of XRepository, statistics of appointments.
 */
public final class TableJsonSourceFormat extends DocumentSourceFormat {

  public TableJsonSourceFormat() {
    super("table-json", ContentKind.JSON);
  }

  @Override
  protected List<String> problems(HarvestSource source, Mapping mapping) {
    return mapping.path().isEmpty() || mapping.select().columns().isEmpty()
        ? List.of(
            "its mapping must say where the rows and the list of columns are, such as"
                + " select: { path: $.daten, columns: $.spalten }")
        : List.of();
  }

  @Override
  protected RowSource rows(JsonRowSource.Documents documents, Reading reading) throws IOException {
    return TableJsonRows.open(documents.first().body(), documents.place(), reading.mapping());
  }

  @Override
  protected boolean hasPages() {
    return false;
  }
}
