package org.allmende.catalog.search.lucene;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.allmende.catalog.TestCatalog;
import org.allmende.catalog.ledger.Following;
import org.allmende.catalog.search.SearchIndex;
import org.allmende.catalog.search.SearchIndexContract;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneSearchIndexTest extends SearchIndexContract {

  @Override
  protected Following<? extends SearchIndex> follow(TestCatalog catalog) {
    return catalog.search();
  }

  /** {@link Following} then throws it away and builds another. */
  @Test
  void refusesWhatAnotherLayoutWrote(@TempDir Path folder) throws IOException {
    try (var directory = FSDirectory.open(folder);
        var writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.setLiveCommitData(Map.of("position", "7").entrySet());
      writer.commit();
    }
    assertThrows(
        UncheckedIOException.class,
        () ->
            LuceneSearchIndex.open(
                folder,
                entry -> {
                  throw new AssertionError("nothing is indexed here");
                }));
  }
}
