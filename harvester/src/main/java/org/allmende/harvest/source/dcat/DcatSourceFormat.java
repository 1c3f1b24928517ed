package org.allmende.harvest.source.dcat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.allmende.catalog.Submission;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.harvest.HarvestContext;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.Reason;
import org.allmende.harvest.SourceRecord;
import org.allmende.harvest.SourceRecord.RdfEntry;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.source.MappingException;
import org.allmende.harvest.source.SourceFormat;

/**
 * A catalog in RDF, from an address (page after page, by hydra), a file or a folder of files
 * ({@code sources.md} 6.2). What it says is published as it is: the description of a dataset is
 * what can be reached from it, triple for triple.
 */
public final class DcatSourceFormat implements SourceFormat {

  @Override
  public String id() {
    return "dcat";
  }

  @Override
  public List<String> check(HarvestSource source) {
    var problems = new ArrayList<String>();
    if (source.mapping().isPresent()) {
      problems.add("a dcat source has no mapping: its descriptions are taken as they are");
    }
    if (!source.tables().isEmpty()) {
      problems.add("a dcat source has no tables");
    }
    return problems;
  }

  @Override
  public Stream<SourceRecord> open(HarvestSource source, HarvestContext context, Fetcher fetcher)
      throws IOException {
    var graph = new CatalogWalk(source, context.identity().base(), fetcher).collect();
    var entries = DcatDocuments.split(graph, fetcher.notes());
    if (entries.isEmpty() && fetcher.notes().unreadableCount() == 0) {
      fetcher.notes().warning(Reason.of("no-datasets", source.location(), graph.size()));
    }
    return entries.stream().map(SourceRecord.class::cast);
  }

  @Override
  public Submission map(SourceRecord record, HarvestContext context) throws MappingException {
    if (!(record instanceof RdfEntry entry)) {
      throw new MappingException(Reason.of("other-record", record.key(), id()));
    }
    var source = context.source().id();
    return Submission.of(
        DcatDocuments.describe(entry, source, context.identity()),
        CatalogRecord.harvested(source, entry.key(), context.now()));
  }
}
