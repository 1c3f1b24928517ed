package org.allmende.catalog.rdf;

/** A query that got no answer; the message says what was expected and what to do. */
public final class SparqlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why there is no answer. */
  public enum Reason {
    /** Not SPARQL 1.1; the message names line and column. */
    SYNTAX,
    /** A request that reading does not allow, such as SERVICE. */
    FORBIDDEN,
    /** Longer than the time limit. */
    TIMEOUT
  }

  private final Reason reason;

  public SparqlException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public SparqlException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Why there is no answer. */
  public Reason reason() {
    return reason;
  }
}
