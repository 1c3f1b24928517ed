package org.allmende.harvest.source.ready;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.allmende.catalog.Submission;
import org.allmende.harvest.HarvestContext;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.SourceRecord.TableEntry;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.source.MappingException;
import org.allmende.harvest.source.table.Attachment;
import org.allmende.harvest.source.table.RowSource;
import org.allmende.harvest.source.table.Table;
import org.allmende.harvest.source.table.TableDescriber;

/** How a type gets at its rows. Free of state. */
interface TableReading {

  /**
   * The tables of a source.
   *
   * @throws IOException when the source as a whole cannot be read; the message says where, what was
   *     expected, what came
   */
  List<Part> read(HarvestSource source, HarvestContext context, Fetcher fetcher) throws IOException;

  /** True when the same documents give other rows tomorrow. */
  default boolean dependsOnTime() {
    return false;
  }

  /**
   * Describes a table that was read.
   *
   * @throws MappingException when it has no title or no files
   */
  default Submission describe(TableEntry entry, HarvestContext context) throws MappingException {
    return new TableDescriber(context).describe(entry);
  }

  /**
   * The rows of one table.
   *
   * @param key {@code ""} where there is only one
   * @param rows its rows, under the names that the type's mapping knows
   * @param place its name in messages
   * @param attached what is stored beside the files of the table that is made of them
   */
  record Part(
      String key, RowSource rows, String place, Function<Table, List<Attachment>> attached) {

    /** A table with nothing beside it. */
    Part(String key, RowSource rows, String place) {
      this(key, rows, place, table -> List.of());
    }
  }
}
