package org.allmende.server.http;

import java.time.Duration;

/** Is told about every answer; learns the route, never the client. */
@FunctionalInterface
public interface RequestObserver {
  /**
   * Notes an answer.
   *
   * @param method the method
   * @param route the path of the route, such as {@code /dataset/{id}}; {@code none} when none fits
   */
  void answered(String method, String route, int status, Duration duration);

  /** Notes nothing. */
  static RequestObserver none() {
    return (method, route, status, duration) -> {};
  }
}
