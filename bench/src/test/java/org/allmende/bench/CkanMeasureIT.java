package org.allmende.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CkanMeasureIT {

  private boolean forgets;
  private String written = "";
  private final Javalin server =
      Javalin.create(
              config -> {
                config.startup.showJavalinBanner = false;
                config.routes.get("/api/3/action/package_list", ctx -> ctx.result("[]"));
                config.routes.get("/api/3/action/package_search", this::search);
                config.routes.post("/api/3/action/package_patch", this::patch);
              })
          .start("127.0.0.1", 0);

  @AfterEach
  void stop() {
    server.stop();
  }

  private void search(Context ctx) {
    var asked = ctx.queryParam("q");
    var isThere = asked == null || (!forgets && written.contains(asked.substring(6)));
    ctx.result("{\"count\":" + (isThere ? 1 : 0) + "}");
  }

  private void patch(Context ctx) {
    assertEquals("secret", ctx.header("Authorization"));
    written = ctx.body();
  }

  private ResultTable run() throws IOException {
    var results = new ResultTable("CKAN", "bench");
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
    new CkanMeasure(address, new CatalogGenerator(1), 10, "secret").run(results);
    return results;
  }

  @Test
  void timesLongAnswersAndWrites() throws IOException {
    var table = run().markdown();

    assertTrue(table.contains("rows=1000"), table);
    assertTrue(table.contains("package_list"), table);
    assertTrue(table.contains("package_patch"), table);
  }

  @Test
  void aWriteThatIsNotFoundEndsTheMeasure() {
    forgets = true;

    assertThrows(IOException.class, this::run);
  }
}
