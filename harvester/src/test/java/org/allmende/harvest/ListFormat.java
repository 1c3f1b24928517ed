package org.allmende.harvest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.allmende.catalog.Submission;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.source.MappingException;
import org.allmende.harvest.source.SourceFormat;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/** A catalog source whose entries are the keys that a test gives it. */
final class ListFormat implements SourceFormat {
  List<String> keys = List.of();
  int breaksAfter = Integer.MAX_VALUE;

  static DatasetUri uri(String key) {
    return new DatasetUri("https://quelle.example/dataset/" + key);
  }

  @Override
  public String id() {
    return "list";
  }

  @Override
  public List<String> check(HarvestSource source) {
    return List.of();
  }

  @Override
  public Stream<SourceRecord> open(HarvestSource source, HarvestContext context, Fetcher fetcher) {
    var limit = breaksAfter;
    breaksAfter = Integer.MAX_VALUE;
    var read = new int[1];
    return keys.stream()
        .map(
            key -> {
              if (read[0]++ >= limit) {
                throw new UncheckedIOException(new IOException("connection reset"));
              }
              return new SourceRecord.JsonEntry(key, "{}", "https://quelle.example");
            });
  }

  @Override
  public Submission map(SourceRecord record, HarvestContext context) throws MappingException {
    if (record.key().equals("bad")) {
      throw new MappingException(Reason.of("no-title", "bad"));
    }
    var graph = GraphFactory.createDefaultGraph();
    var node = uri(record.key()).node();
    graph.add(Triple.create(node, RDF.type.asNode(), DCAT.Dataset.asNode()));
    graph.add(
        Triple.create(
            node, DCTerms.title.asNode(), NodeFactory.createLiteralLang(record.key(), "de")));
    var distribution = NodeFactory.createURI(uri(record.key()).value() + "#file");
    graph.add(Triple.create(node, DCAT.distribution.asNode(), distribution));
    graph.add(Triple.create(distribution, RDF.type.asNode(), DCAT.Distribution.asNode()));
    return Submission.of(
        DatasetDescription.owning(uri(record.key()), graph),
        CatalogRecord.harvested(context.source().id(), record.key(), context.now()));
  }
}
