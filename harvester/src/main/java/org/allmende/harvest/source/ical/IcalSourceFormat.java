package org.allmende.harvest.source.ical;

import org.allmende.harvest.fetch.ContentKind;
import org.allmende.harvest.source.table.DocumentSourceFormat;
import org.allmende.harvest.source.table.JsonRowSource;
import org.allmende.harvest.source.table.RowSource;

/**
 * Calendars: each event, and each time of one that recurs, within the window that the mapping
 * names, from 90 days ago to 366 days ahead if it names none.
 */
public final class IcalSourceFormat extends DocumentSourceFormat {

  public IcalSourceFormat() {
    super("ical", ContentKind.ICAL);
  }

  @Override
  protected RowSource rows(JsonRowSource.Documents documents, Reading reading) {
    return new IcalRows(
        documents.first().body(), documents.place(), reading.mapping(), reading.now());
  }

  /** The same calendar has other events in its window tomorrow. */
  @Override
  public boolean dependsOnTime() {
    return true;
  }

  @Override
  protected boolean hasPages() {
    return false;
  }
}
