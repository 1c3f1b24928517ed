package org.allmende.harvest.source.dcat;

import java.io.IOException;
import java.util.List;
import org.allmende.harvest.SourceRecord;
import org.allmende.harvest.SourceRecord.RdfEntry;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.source.Given;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;

/** Short words for the tests of this package. */
final class DcatTests {

  static final DcatSourceFormat FORMAT = new DcatSourceFormat();
  static final String START = "https://katalog.example/catalog";
  static final String PREFIXES =
      """
      @prefix dcat: <http://www.w3.org/ns/dcat#> .
      @prefix dct: <http://purl.org/dc/terms/> .
      @prefix foaf: <http://xmlns.com/foaf/0.1/> .
      @prefix hydra: <http://www.w3.org/ns/hydra/core#> .
      @prefix : <https://katalog.example/> .
      """;

  private DcatTests() {}

  static List<RdfEntry> entries(Fetcher fetcher) throws IOException {
    return entries(fetcher, START);
  }

  static List<RdfEntry> entries(Fetcher fetcher, String location) throws IOException {
    return Given.records(FORMAT, Given.source("dcat", location), fetcher).stream()
        .map(RdfEntry.class::cast)
        .toList();
  }

  static List<RdfEntry> entriesOf(String turtle) throws IOException {
    return entries(new Given.Pages().with(START, "text/turtle", PREFIXES + turtle));
  }

  static List<String> keys(List<? extends SourceRecord> records) {
    return records.stream().map(SourceRecord::key).toList();
  }

  static Graph turtle(String text) {
    return RDFParser.fromString(PREFIXES + text, Lang.TURTLE).base(START).toGraph();
  }
}
