package org.allmende.server.http;

import java.time.Duration;
import java.util.Optional;

/**
 * An error answer (RFC 9457).
 *
 * @param status HTTP status, 400 or more
 * @param title the kind of problem in a few words, the same for every problem of its kind
 * @param detail what was expected, what came, what to do
 * @param parameter the parameter concerned
 * @param retryAfter when to come again
 * @param reference under which the server's log tells more
 */
public record Problem(
    int status,
    String title,
    String detail,
    Optional<String> parameter,
    Optional<Duration> retryAfter,
    Optional<String> reference) {

  public Problem {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("a problem has a status from 400 to 599, got " + status);
    }
  }

  /** A problem without parameter. */
  public static Problem of(int status, String detail) {
    return of(status, detail, Optional.empty(), Optional.empty());
  }

  /** A problem with a parameter of the request. */
  public static Problem ofParameter(int status, String parameter, String detail) {
    return of(status, detail, Optional.of(parameter), Optional.empty());
  }

  private static Problem of(
      int status, String detail, Optional<String> parameter, Optional<Duration> retryAfter) {
    return new Problem(status, titleOf(status), detail, parameter, retryAfter, Optional.empty());
  }

  /** There is nothing at this address. */
  public static Problem notFound(String detail) {
    return of(404, detail);
  }

  /** It is there, and the asker may not see it. */
  public static Problem forbidden(String detail) {
    return of(403, detail);
  }

  /** It was public once and is withdrawn. */
  public static Problem gone(String detail) {
    return of(410, detail);
  }

  /** It cannot be answered now. */
  public static Problem unavailable(String detail, Duration retryAfter) {
    return of(503, detail, Optional.empty(), Optional.of(retryAfter));
  }

  /** It failed here; the log tells why under this reference. */
  public static Problem failed(String reference) {
    var detail =
        "The request failed for a reason that the server's log tells. Reference: " + reference;
    return new Problem(
        500, titleOf(500), detail, Optional.empty(), Optional.empty(), Optional.of(reference));
  }

  /** This problem, to be thrown. */
  public ProblemException asException() {
    return new ProblemException(this);
  }

  private static String titleOf(int status) {
    return switch (status) {
      case 400 -> "The request cannot be understood";
      case 401 -> "A token is needed";
      case 403 -> "Not allowed";
      case 404 -> "Not found";
      case 405 -> "Method not allowed";
      case 406 -> "No such format";
      case 409 -> "A parameter is wrong";
      case 410 -> "Gone";
      case 413 -> "Too large";
      case 414 -> "The address is too long";
      case 415 -> "This media type is not read here";
      case 416 -> "No such part of the file";
      case 429 -> "Too many requests";
      case 503 -> "Not now";
      default -> status < 500 ? "The request cannot be answered" : "Something failed here";
    };
  }
}
