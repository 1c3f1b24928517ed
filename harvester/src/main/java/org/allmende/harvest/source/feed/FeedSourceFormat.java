package org.allmende.harvest.source.feed;

import org.allmende.harvest.fetch.ContentKind;
import org.allmende.harvest.source.table.DocumentSourceFormat;
import org.allmende.harvest.source.table.JsonRowSource;
import org.allmende.harvest.source.table.RowSource;

/** News as RSS (0.9 to 2.0) or Atom, which are told apart by what comes. */
public final class FeedSourceFormat extends DocumentSourceFormat {

  private FeedSourceFormat(String id) {
    super(id, ContentKind.XML);
  }

  /** The format under the name {@code rss}. */
  public static FeedSourceFormat rss() {
    return new FeedSourceFormat("rss");
  }

  /** The format under the name {@code atom}. */
  public static FeedSourceFormat atom() {
    return new FeedSourceFormat("atom");
  }

  @Override
  protected RowSource rows(JsonRowSource.Documents documents, Reading reading) {
    return new FeedRows(documents.first().body(), documents.place(), reading.mapping());
  }

  @Override
  protected boolean hasPages() {
    return false;
  }
}
