package org.allmende.server.sparql;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.allmende.catalog.ledger.Following;
import org.allmende.catalog.rdf.RdfStore;
import org.allmende.catalog.rdf.SparqlException;
import org.allmende.catalog.rdf.SparqlQuery;
import org.allmende.server.http.Problem;
import org.allmende.server.http.ProblemException;

/**
 * Where queries are answered, for the protocol and for the page alike: a query has a time limit, an
 * answer a row limit, and only a few run at once; who comes when all places are taken is asked to
 * come again.
 */
public final class SparqlDesk {
  private static final Duration COME_AGAIN = Duration.ofSeconds(5);

  private final Following<RdfStore> store;
  private final SparqlLimits limits;
  private final Semaphore places;

  public SparqlDesk(Following<RdfStore> store, SparqlLimits limits) {
    this.store = store;
    this.limits = limits;
    this.places = new Semaphore(limits.concurrent());
  }

  /** What is done with a place at the desk. */
  @FunctionalInterface
  public interface Work<T> {
    T run() throws IOException;
  }

  public SparqlLimits limits() {
    return limits;
  }

  /**
   * Does this when there is a place.
   *
   * @throws ProblemException when there is none, or the query cannot be answered
   */
  public <T> T admitted(Work<T> work) throws IOException {
    if (!places.tryAcquire()) {
      throw Problem.unavailable(
              "As many queries are running as this server admits at once.", COME_AGAIN)
          .asException();
    }
    try {
      return work.run();
    } catch (SparqlException e) {
      throw new ProblemException(problem(e), e);
    } finally {
      places.release();
    }
  }

  /** Writes the answer, cut after so many rows or triples; to be called while admitted. */
  public void answer(SparqlQuery query, String mediaType, long rows, OutputStream out) {
    store.ask(
        live -> {
          live.answer(query, mediaType, limits.timeout(), Math.min(rows, limits.rows()), out);
          return true;
        });
  }

  private static Problem problem(SparqlException e) {
    var detail = String.valueOf(e.getMessage());
    return switch (e.reason()) {
      case SYNTAX -> Problem.ofParameter(400, "query", detail);
      case FORBIDDEN -> Problem.ofParameter(403, "query", detail);
      case TIMEOUT -> Problem.unavailable(detail, COME_AGAIN);
    };
  }
}
