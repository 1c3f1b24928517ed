package org.allmende.harvest.source;

import org.allmende.harvest.Reason;

/**
 * A record that cannot become a dataset; says in both languages, and in English as its message,
 * what was expected and what came.
 */
public final class MappingException extends Exception implements Reason.Reasoned {
  private static final long serialVersionUID = 1L;

  private final transient Reason reason;

  public MappingException(Reason reason) {
    super(reason.text("en"));
    this.reason = reason;
  }

  public MappingException(Reason reason, Throwable cause) {
    super(reason.text("en"), cause);
    this.reason = reason;
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
