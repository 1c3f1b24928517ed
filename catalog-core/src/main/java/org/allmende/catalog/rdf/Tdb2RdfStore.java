package org.allmende.catalog.rdf;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.catalog.rdf.DatasetGraphs.Prepared;
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
import org.apache.jena.tdb2.params.StoreParams;

/**
 * The RDF store on Jena TDB2. Batches go into one transaction each, since a commit costs 20 ms and
 * nearly a megabyte of disk. TDB2 never uses again what a commit leaves behind: a store that has
 * doubled is bloated, and a new one is built beside it.
 */
public final class Tdb2RdfStore implements RdfStore {

  /** Raised when what lies on disk changes for the same views: the store is then built anew. */
  public static final String RULES_VERSION = "2";

  /**
   * Four indexes instead of TDB2's six. The other two help to find triples inside a graph that the
   * query names, and our graphs have some dozens of triples: a third of disk and time saved.
   */
  private static final StoreParams LAYOUT =
      StoreParams.builder("allmende", StoreParams.getDftStoreParams())
          .quadIndexes(new String[] {"GSPO", "SPOG", "POSG", "OSPG"})
          .build();

  /** The store's own default graph holds the control data; queries see the union of the others. */
  private static final Node CONTROL = NodeFactory.createURI("urn:allmende:follower");

  private static final Node POSITION = NodeFactory.createURI("urn:allmende:position");
  private static final Node SIZE_WHEN_FILLED = NodeFactory.createURI("urn:allmende:size");
  private static final long SMALLEST_BLOATED = 512L * 1024 * 1024;

  private final Path directory;
  private final Function<CatalogEntry, DatasetDescription> view;
  private final DatasetGraph quads;
  private final DatasetGraphs graphs;
  private volatile long position;
  private volatile boolean isBloated;

  private Tdb2RdfStore(
      Path directory, Function<CatalogEntry, DatasetDescription> view, DatasetGraph quads) {
    this.directory = directory;
    this.view = view;
    this.quads = quads;
    this.graphs = new DatasetGraphs(quads);
    this.position = Txn.calculateRead(quads, () -> recorded(POSITION));
    this.isBloated = hasDoubled();
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
    var quads = DatabaseMgr.connectDatasetGraph(directory.toString(), LAYOUT);
    return new Tdb2RdfStore(directory, view, quads);
  }

  // Following.

  @Override
  public long position() {
    return position;
  }

  /**
   * One transaction holds it all: each block is written once, and a crash leaves an empty store.
   */
  @Override
  public void fill(Iterator<List<CatalogEntry>> batches, long reached) {
    try (var prepared = new Ahead<>("fill-rdf-read", batches, this::prepare)) {
      Txn.executeWrite(
          quads,
          () -> {
            prepared.forEachRemaining(batch -> batch.forEach(graphs::add));
            record(POSITION, reached);
            record(SIZE_WHEN_FILLED, size());
          });
    }
    position = reached;
  }

  @Override
  public void apply(List<CatalogEntry> batch, long reached) {
    // Reading the ledger and computing views happens before the transaction, to keep it short.
    var prepared = prepare(batch);
    Txn.executeWrite(
        quads,
        () -> {
          prepared.forEach(graphs::replace);
          record(POSITION, reached);
        });
    position = reached;
    isBloated = hasDoubled();
  }

  private List<Prepared> prepare(List<CatalogEntry> batch) {
    return batch.stream().map(this::prepare).toList();
  }

  private Prepared prepare(CatalogEntry entry) {
    return entry.isPublic()
        ? Prepared.of(view.apply(entry), entry.addresses().ordinal())
        : Prepared.empty(entry.uri().node());
  }

  private long recorded(Node property) {
    var found = quads.find(Quad.defaultGraphIRI, CONTROL, property, Node.ANY);
    return found.hasNext() ? Long.parseLong(found.next().getObject().getLiteralLexicalForm()) : 0L;
  }

  private void record(Node property, long number) {
    var literal = NodeFactory.createLiteralString(String.valueOf(number));
    quads.deleteAny(Quad.defaultGraphIRI, CONTROL, property, Node.ANY);
    quads.add(Quad.defaultGraphIRI, CONTROL, property, literal);
  }

  @Override
  public boolean isBloated() {
    return isBloated;
  }

  private boolean hasDoubled() {
    var whenFilled = Txn.calculateRead(quads, () -> recorded(SIZE_WHEN_FILLED));
    return size() > Math.max(SMALLEST_BLOATED, 2 * whenFilled);
  }

  private long size() {
    try (var files = Files.walk(directory)) {
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
