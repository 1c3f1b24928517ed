package org.allmende.server.dump;

import java.io.IOException;
import org.allmende.catalog.CatalogEntry;
import org.apache.jena.graph.Graph;

/**
 * Writes datasets one after another into a stream that it leaves open. {@link #finish} completes
 * the document; what comes before it is not complete.
 */
interface DatasetWriter {

  /** Writes a dataset; {@code description} is its graph in the profile asked for. */
  void write(CatalogEntry entry, Graph description) throws IOException;

  /** Completes the document. */
  void finish() throws IOException;
}
