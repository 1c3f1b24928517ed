package org.allmende.catalog.rdf;

import java.io.OutputStream;
import java.time.Duration;
import org.allmende.catalog.ledger.Follower;

/**
 * Answers SPARQL over the public datasets: one graph per dataset named by its IRI, in the {@code
 * dcatap_de} view; the default graph is their union. It follows the ledger.
 *
 * <p>Any number of threads may query while one applies revisions. Every implementation passes
 * {@code RdfStoreContract}.
 */
public interface RdfStore extends Follower {

  /**
   * Answers a read-only query into a stream.
   *
   * @param query a SPARQL 1.1 query; updates and {@code SERVICE} are refused
   * @param mediaType the syntax of the answer, one of those {@link SparqlFormats} knows for the
   *     kind of query
   * @param timeout after which the query is given up
   * @param maxRows rows or triples after which the answer is cut
   * @throws SparqlException when the query cannot be read, is not allowed, or ran too long
   */
  void answer(
      SparqlQuery query, String mediaType, Duration timeout, long maxRows, OutputStream out);
}
