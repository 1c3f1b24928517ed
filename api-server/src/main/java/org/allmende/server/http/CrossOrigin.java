package org.allmende.server.http;

import io.javalin.http.Context;
import java.util.Set;

/** Leave for scripts of any site to read what is open anyway (Fetch standard, chapter 3.3). */
public final class CrossOrigin {
  private static final String REQUEST_HEADERS =
      "Accept, Content-Type, If-None-Match, If-Range, Range";
  private static final String ANSWER_HEADERS =
      "Content-Disposition, Content-Location, Content-Range, ETag";
  private static final String ONE_DAY = "86400";

  private CrossOrigin() {}

  /** Says so on an answer. */
  public static void allow(Context ctx) {
    ctx.header("Access-Control-Allow-Origin", "*");
    ctx.header("Access-Control-Expose-Headers", ANSWER_HEADERS);
  }

  /** Answers a browser that asks before it sends the request itself. */
  static void preflight(Context ctx, Set<String> methods) {
    ctx.header("Access-Control-Allow-Methods", String.join(", ", methods));
    ctx.header("Access-Control-Allow-Headers", REQUEST_HEADERS);
    ctx.header("Access-Control-Max-Age", ONE_DAY);
    ctx.status(204);
  }
}
