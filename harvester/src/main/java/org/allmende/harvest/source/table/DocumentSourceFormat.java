package org.allmende.harvest.source.table;

import java.io.IOException;
import org.allmende.harvest.fetch.ContentKind;

/** What the formats have in common whose rows stand in a document, or in several that are pages. */
public abstract class DocumentSourceFormat extends MappedSourceFormat {

  private final ContentKind kind;

  /** A format of this name, whose documents are of this kind. */
  protected DocumentSourceFormat(String id, ContentKind kind) {
    super(id);
    this.kind = kind;
  }

  /** The rows of a document, and where there are pages those of the others. */
  protected abstract RowSource rows(JsonRowSource.Documents documents, Reading reading)
      throws IOException;

  /** Where the documents are, when that is not what the source's settings say. */
  protected Reading prepared(Reading reading) throws IOException {
    return reading;
  }

  @Override
  protected final Opened open(Reading given) throws IOException {
    var reading = prepared(given);
    var walk = new PageWalk(reading.source(), reading.mapping(), reading.fetcher(), kind);
    var first = walk.first();
    var place = shortName(first.location());
    return new Opened(place, rows(new JsonRowSource.Documents(first, place, walk), reading));
  }
}
