package org.allmende.harvest;

import java.io.IOException;

/** A source cannot be had or read; says why in both languages, and in English as its message. */
public final class SourceException extends IOException implements Reason.Reasoned {
  private static final long serialVersionUID = 1L;

  private final transient Reason reason;

  public SourceException(Reason reason) {
    super(reason.text("en"));
    this.reason = reason;
  }

  public SourceException(Reason reason, Throwable cause) {
    super(reason.text("en"), cause);
    this.reason = reason;
  }

  /** A failure with the reason of this name. */
  public static SourceException of(String name, Object... values) {
    return new SourceException(Reason.of(name, values));
  }

  /** The same for a failure that another one caused. */
  public static SourceException causedBy(Throwable cause, String name, Object... values) {
    return new SourceException(Reason.of(name, values), cause);
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
