package org.allmende.harvest.fetch;

import java.io.IOException;

/** The source answered 304: it has nothing new since the last complete run. */
public final class NotModifiedException extends IOException {
  private static final long serialVersionUID = 1L;

  public NotModifiedException(String location) {
    super(location + " has not changed since the last run");
  }
}
