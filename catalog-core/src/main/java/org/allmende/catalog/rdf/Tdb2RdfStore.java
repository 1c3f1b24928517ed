package org.allmende.catalog.rdf;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.model.DatasetDescription;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.http.Service;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;

/**
 * The RDF store on Jena TDB2. Batches go into one transaction each, since a commit costs 20 ms and
 * nearly a megabyte of disk; what that leaves behind is compacted when the store has doubled.
 */
public final class Tdb2RdfStore implements RdfStore {

  /**
   * The store's own default graph holds the position alone; queries see the union of the others.
   */
  private static final Node CONTROL = NodeFactory.createURI("urn:allmende:follower");

  private static final Node POSITION = NodeFactory.createURI("urn:allmende:position");
  private static final long SMALLEST_COMPACTED = 256L * 1024 * 1024;

  private final Path directory;
  private final Function<CatalogEntry, DatasetDescription> view;
  private final DatasetGraph quads;
  private volatile long position;
  private long compactedSize;

  private Tdb2RdfStore(
      Path directory, Function<CatalogEntry, DatasetDescription> view, DatasetGraph quads) {
    this.directory = directory;
    this.view = view;
    this.quads = quads;
    this.position = readPosition();
    this.compactedSize = Math.max(size(directory), SMALLEST_COMPACTED);
  }

  /**
   * Opens the store in this folder, makes it when it is not there.
   *
   * @param view gives the description that the store holds of a public dataset
   */
  public static Tdb2RdfStore open(Path directory, Function<CatalogEntry, DatasetDescription> view) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var quads = DatabaseMgr.connectDatasetGraph(directory.toString());
    return new Tdb2RdfStore(directory, view, quads);
  }

  @Override
  public long position() {
    return position;
  }

  private long readPosition() {
    return Txn.calculateRead(
        quads,
        () -> {
          var found = quads.find(Quad.defaultGraphIRI, CONTROL, POSITION, Node.ANY);
          return found.hasNext()
              ? Long.parseLong(found.next().getObject().getLiteralLexicalForm())
              : 0L;
        });
  }

  @Override
  public void apply(List<CatalogEntry> batch, long reached) {
    // Reading the ledger and computing views happens before the transaction, to keep it short.
    var descriptions = new ArrayList<DatasetDescription>();
    batch.stream().filter(CatalogEntry::isPublic).map(view).forEach(descriptions::add);
    Txn.executeWrite(
        quads,
        () -> {
          batch.forEach(entry -> quads.removeGraph(entry.uri().node()));
          descriptions.forEach(this::add);
          recordPosition(reached);
        });
    position = reached;
    compactWhenItPays();
  }

  private void add(DatasetDescription description) {
    var name = description.node();
    description.graph().find().forEachRemaining(triple -> quads.add(Quad.create(name, triple)));
  }

  private void recordPosition(long reached) {
    quads.deleteAny(Quad.defaultGraphIRI, CONTROL, POSITION, Node.ANY);
    quads.add(
        Quad.defaultGraphIRI,
        CONTROL,
        POSITION,
        NodeFactory.createLiteralString(String.valueOf(reached)));
  }

  private void compactWhenItPays() {
    if (size(directory) > 2 * compactedSize) {
      DatabaseMgr.compact(quads, true);
      compactedSize = Math.max(size(directory), SMALLEST_COMPACTED);
    }
  }

  private static long size(Path folder) {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // Answering.

  @Override
  public void answer(
      SparqlQuery asked, String mediaType, Duration timeout, long maxRows, OutputStream out) {
    var query = limited(asked.query(), maxRows);
    refuseService(query);
    Txn.executeRead(
        quads,
        () -> {
          try (var execution = execution(query, timeout)) {
            write(asked.kind(), execution, mediaType, out);
          } catch (QueryCancelledException e) {
            throw new SparqlException(
                SparqlException.Reason.TIMEOUT,
                "The query took longer than "
                    + timeout.toSeconds()
                    + " seconds and was ended. Narrow it, or add a LIMIT.",
                e);
          }
        });
  }

  private static Query limited(Query query, long maxRows) {
    var copy = query.cloneQuery();
    if (!copy.isAskType() && (!copy.hasLimit() || copy.getLimit() > maxRows)) {
      copy.setLimit(maxRows);
    }
    return copy;
  }

  private static void refuseService(Query query) {
    if (query.getQueryPattern() != null) {
      ElementWalker.walk(query.getQueryPattern(), new RefuseService());
    }
  }

  private static final class RefuseService extends ElementVisitorBase {
    @Override
    public void visit(ElementService service) {
      throw new SparqlException(
          SparqlException.Reason.FORBIDDEN,
          "SERVICE asks other hosts, which this server never does. Ask them yourself and join the"
              + " answers.");
    }

    @Override
    public void visit(ElementSubQuery subQuery) {
      refuseService(subQuery.getQuery());
    }
  }

  private QueryExec execution(Query query, Duration timeout) {
    var context = new Context();
    // A query that names its graphs gets these and no others (SPARQL 1.1 Query, 13.2).
    context.set(TDB2.symUnionDefaultGraph, !query.hasDatasetDescription());
    // Whatever hides a SERVICE from the check, such as EXISTS: no request leaves the house.
    context.set(Service.httpServiceAllowed, false);
    return QueryExec.dataset(quads)
        .query(query)
        .context(context)
        .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .build();
  }

  private static void write(
      SparqlQuery.Kind kind, QueryExec execution, String mediaType, OutputStream out) {
    switch (kind) {
      case ROWS -> rows(mediaType).write(out, execution.select(), ARQ.getContext());
      case BOOLEAN -> rows(mediaType).write(out, execution.ask(), ARQ.getContext());
      case GRAPH -> {
        var graph =
            execution.getQuery().isDescribeType() ? execution.describe() : execution.construct();
        org.allmende.vocab.Prefixes.map().forEach(graph.getPrefixMapping()::setNsPrefix);
        RDFWriter.source(graph).lang(lang(mediaType)).output(out);
      }
    }
  }

  private static RowSetWriter rows(String mediaType) {
    var known = RDFLanguages.contentTypeToLang(mediaType);
    var lang = known == null ? ResultSetLang.RS_JSON : known;
    return Objects.requireNonNull(RowSetWriterRegistry.getFactory(lang), lang::getLabel)
        .create(lang);
  }

  private static Lang lang(String mediaType) {
    var lang = RDFLanguages.contentTypeToLang(mediaType);
    return lang == null ? Lang.TURTLE : lang;
  }

  @Override
  public void close() {
    quads.close();
    org.apache.jena.tdb2.sys.TDBInternal.expel(quads);
  }
}
