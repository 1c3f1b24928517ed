package org.allmende.harvest.place;

import java.io.IOException;

/** A file that has no boundaries, or broken ones; the message says where and what was expected. */
public final class BoundaryException extends IOException {
  private static final long serialVersionUID = 1L;

  BoundaryException(String message) {
    super(message);
  }

  BoundaryException(String message, Throwable cause) {
    super(message, cause);
  }
}
