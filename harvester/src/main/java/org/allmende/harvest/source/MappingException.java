package org.allmende.harvest.source;

/** A record that cannot become a dataset; the message names place, value, and what was expected. */
public final class MappingException extends Exception {
  private static final long serialVersionUID = 1L;

  public MappingException(String message) {
    super(message);
  }

  public MappingException(String message, Throwable cause) {
    super(message, cause);
  }
}
