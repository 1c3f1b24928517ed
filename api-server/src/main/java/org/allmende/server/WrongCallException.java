package org.allmende.server;

/** The call or the configuration is wrong (exit code 2); the message says what to do. */
final class WrongCallException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongCallException(String message) {
    super(message);
  }

  WrongCallException(String message, Throwable cause) {
    super(message, cause);
  }
}
