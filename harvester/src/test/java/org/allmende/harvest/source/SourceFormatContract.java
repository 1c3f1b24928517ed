package org.allmende.harvest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.allmende.harvest.FakeFetcher;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.Harvests;
import org.allmende.harvest.SourceRecord;
import org.allmende.harvest.source.table.OutputFile;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;

/** What every source format promises. */
public abstract class SourceFormatContract {

  /** The format under test. */
  protected abstract SourceFormat format();

  /** A source whose location has {@link #document}. */
  protected abstract HarvestSource source();

  /** A small document with at least one record. */
  protected abstract String document();

  /** The same as bytes. */
  protected byte[] body() {
    return document().getBytes(StandardCharsets.UTF_8);
  }

  private List<SourceRecord> records(byte[] body) throws IOException {
    var fetcher = new FakeFetcher().with(source().location(), body);
    try (var records = format().open(source(), Harvests.context(source()), fetcher)) {
      return records.toList();
    }
  }

  private static SourceRecord withFiles(SourceRecord record) {
    return record instanceof SourceRecord.TableEntry table
        ? table.withFiles(List.of(new OutputFile("csv", "0".repeat(64), 1, 1)))
        : record;
  }

  @Test
  void hasAShortNameForTheSettings() {
    assertTrue(format().id().matches("[a-z0-9-]+"), format().id());
  }

  @Test
  void findsNothingWrongWithAGoodSource() {
    assertEquals(List.of(), format().check(source()));
  }

  @Test
  void givesEveryRecordAKeyOfItsOwnAndTheSameInEveryRun() throws IOException {
    var body = body();
    var keys = records(body).stream().map(SourceRecord::key).toList();

    assertFalse(keys.isEmpty());
    assertEquals(keys.size(), keys.stream().distinct().count());
    assertEquals(keys, records(body).stream().map(SourceRecord::key).toList());
  }

  @Test
  void describesEveryRecordAsOneDataset() throws Exception {
    for (var record : records(body())) {
      var submission = format().map(withFiles(record), Harvests.context(source()));
      var graph = submission.description().graph();
      assertTrue(
          graph.contains(
              submission.description().node(), RDF.type.asNode(), DCAT.Dataset.asNode()));
      assertEquals(
          1, graph.find(Node.ANY, RDF.type.asNode(), DCAT.Dataset.asNode()).toList().size());
    }
  }

  @Test
  void saysWhatIsWrongWithAnErrorPage() {
    var page = "<!DOCTYPE html><html><head><title>Wartung</title></head></html>";
    var failure =
        assertThrows(IOException.class, () -> records(page.getBytes(StandardCharsets.UTF_8)));
    assertNotNull(failure.getMessage());
    assertTrue(failure.getMessage().contains("HTML"), failure.getMessage());
  }

  @Test
  void saysWhatIsWrongWithAnEmptyDocument() {
    var failure = assertThrows(IOException.class, () -> records(new byte[0]));
    assertNotNull(failure.getMessage());
  }
}
