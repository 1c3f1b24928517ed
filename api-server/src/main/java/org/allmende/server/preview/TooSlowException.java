package org.allmende.server.preview;

import java.io.IOException;

/** A question to a table that cannot be answered in the time that a page has. */
public final class TooSlowException extends IOException {
  private static final long serialVersionUID = 1L;

  TooSlowException(String message) {
    super(message);
  }

  TooSlowException(String message, Throwable cause) {
    super(message, cause);
  }
}
