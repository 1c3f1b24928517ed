package org.allmende.catalog.search;

/** A query that would cost more than any answer is worth, such as one of wildcards alone. */
public final class TooCostlyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public TooCostlyException(String message, Throwable cause) {
    super(message, cause);
  }
}
