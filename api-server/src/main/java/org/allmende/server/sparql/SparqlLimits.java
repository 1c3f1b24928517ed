package org.allmende.server.sparql;

import java.time.Duration;

/**
 * What one SPARQL query may take.
 *
 * @param timeout after which it is given up
 * @param rows after which its answer is cut
 * @param concurrent how many run at the same time
 */
public record SparqlLimits(Duration timeout, long rows, int concurrent) {}
