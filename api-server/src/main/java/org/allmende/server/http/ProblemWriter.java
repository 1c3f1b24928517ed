package org.allmende.server.http;

import io.javalin.http.Context;

/**
 * The shape in which the problems below some address are answered. Status and {@code Retry-After}
 * are set already; a writer may set another status where its API promises one.
 */
@FunctionalInterface
public interface ProblemWriter {
  void write(Problem problem, Context ctx);

  /** Problem JSON (RFC 9457). */
  static ProblemWriter json() {
    return new JsonProblems();
  }

  /** One line of plain text: where an error body must never be taken for RDF. */
  static ProblemWriter text() {
    return (problem, ctx) -> Answers.text(ctx, problem.title() + ": " + problem.detail() + "\n");
  }
}
