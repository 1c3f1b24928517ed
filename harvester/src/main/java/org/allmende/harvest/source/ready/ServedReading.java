package org.allmende.harvest.source.ready;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.allmende.catalog.Submission;
import org.allmende.catalog.model.LocalizedText;
import org.allmende.harvest.HarvestContext;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.SourceRecord.TableEntry;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.source.MappingException;
import org.allmende.harvest.source.table.LiveService;

/**
 * Rows that come from an interface which others may ask too: it becomes a data service beside the
 * files.
 *
 * @param reading reads them
 * @param title of the interface
 * @param document the part of the source's address that names a document of the interface, as a
 *     pattern; what stands in front is its endpoint
 */
record ServedReading(TableReading reading, LocalizedText title, String document)
    implements TableReading {

  @Override
  public List<Part> read(HarvestSource source, HarvestContext context, Fetcher fetcher)
      throws IOException {
    return reading.read(source, context, fetcher);
  }

  @Override
  public boolean dependsOnTime() {
    return reading.dependsOnTime();
  }

  @Override
  public Submission describe(TableEntry entry, HarvestContext context) throws MappingException {
    var endpoint = context.source().location().replaceFirst(document, "");
    return new LiveService(title, endpoint, Optional.empty())
        .addTo(reading.describe(entry, context), context, context.source().defaults().license());
  }
}
