package org.allmende.harvest.source.oparl;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.allmende.catalog.Submission;
import org.allmende.harvest.Defaults;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.SourceMemory;
import org.allmende.harvest.SourceRecord;
import org.allmende.harvest.SourceRecord.TableEntry;
import org.allmende.harvest.fetch.FetchPolicy;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.source.Given;
import org.allmende.harvest.source.table.OutputFile;
import org.allmende.harvest.source.table.Table;

/** Short words for the tests of this package. */
final class OparlTests {

  static final OparlSourceFormat FORMAT = new OparlSourceFormat();
  static final List<String> ALL = List.of("organizations", "meetings", "papers", "agenda-items");
  static final String SYSTEM = "https://oparl.example/system";

  private OparlTests() {}

  static HarvestSource source(String location, String... tables) {
    return Given.source(
        "oparl", location, List.of(tables), Defaults.none(), FetchPolicy.defaults());
  }

  /** The tables of a source by their names. */
  static Map<String, Table> tables(HarvestSource source, Fetcher fetcher) throws IOException {
    return tables(source, fetcher, SourceMemory.empty());
  }

  /** The tables of a source of which something is remembered. */
  static Map<String, Table> tables(HarvestSource source, Fetcher fetcher, SourceMemory memory)
      throws IOException {
    return Given.records(FORMAT, source, fetcher, memory).stream()
        .map(TableEntry.class::cast)
        .collect(Collectors.toMap(SourceRecord::key, TableEntry::table));
  }

  /** The tables of a server whose System object has all in it. */
  static Map<String, Table> tablesOf(String body) throws IOException {
    var system = "{\"type\": \"https://schema.oparl.org/1.1/System\", \"body\": " + body + "}";
    return tables(
        source(SYSTEM, ALL.toArray(String[]::new)),
        new Given.Pages().with(SYSTEM, "application/json", system));
  }

  /** The values of a column, with {@code "-"} for none. */
  static List<Object> column(Table table, String name) {
    var index = table.columns().stream().map(c -> c.name()).toList().indexOf(name);
    Function<List<?>, Object> value = v -> Objects.requireNonNullElse(v.get(index), "-");
    return table.rows().stream().map(row -> value.apply(row.values())).toList();
  }

  static Table require(Map<String, Table> tables, String name) {
    return Objects.requireNonNull(tables.get(name), name);
  }

  /** What a table becomes, with one file made of it. */
  static Submission submission(HarvestSource source, String key, Table table) {
    var file = new OutputFile("csv", "0".repeat(64), 1, table.rows().size());
    return Given.submission(FORMAT, source, new TableEntry(key, table, List.of(file)));
  }
}
