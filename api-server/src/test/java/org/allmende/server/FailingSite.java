package org.allmende.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.allmende.server.http.HttpServer;
import org.allmende.server.http.Problem;
import org.allmende.server.http.RequestObserver;
import org.allmende.server.http.RouteTable;

/** A site whose addresses fail on purpose: {@code /fehler/429} answers 429, 500 by an exception. */
public final class FailingSite implements AutoCloseable {
  /** What can go wrong. */
  public static final List<Integer> STATUSES =
      List.of(400, 401, 403, 404, 405, 406, 410, 413, 414, 415, 416, 422, 429, 500, 503);

  private final TestSite site;
  private final HttpServer server;

  private FailingSite(Path folder) {
    this.site = TestSite.in(folder);
    this.server =
        HttpServer.start(
            new HttpServer.Settings("localhost", 0, "", 1_000),
            RouteTable.of(List.of(FailingSite::addTo, site.pages())),
            RequestObserver.none());
  }

  public static FailingSite in(Path folder) {
    return new FailingSite(folder);
  }

  private static void addTo(RouteTable table) {
    table
        .get("/fehler/{status}", ctx -> fail(Integer.parseInt(ctx.pathParam("status"))))
        .get("/en/fehler/{status}", ctx -> fail(Integer.parseInt(ctx.pathParam("status"))));
  }

  private static void fail(int status) {
    if (status == 500) {
      throw new IllegalStateException("secret of the house");
    }
    var wait =
        switch (status) {
          case 429 -> Optional.of(Duration.ofSeconds(30));
          case 503 -> Optional.of(Duration.ofMinutes(5));
          default -> Optional.<Duration>empty();
        };
    throw new Problem(status, "title", "detail", Optional.empty(), wait, Optional.empty())
        .asException();
  }

  /** Where an address of it is. */
  public String address(String path) {
    return "http://localhost:" + server.port() + path;
  }

  @Override
  public void close() {
    server.close();
    site.close();
  }
}
