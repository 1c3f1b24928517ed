package org.allmende.server.http;

import io.javalin.http.Handler;

/**
 * An address with its handler.
 *
 * @param method HTTP method; GET answers HEAD as well
 * @param path below the root path, with parameters such as {@code /dataset/{id}}
 * @param handler answers, or throws a {@link ProblemException}
 */
public record Route(String method, String path, Handler handler) {

  public Route {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("a route's path begins with a slash, got " + path);
    }
  }
}
