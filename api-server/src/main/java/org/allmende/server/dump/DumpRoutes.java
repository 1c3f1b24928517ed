package org.allmende.server.dump;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.allmende.server.files.FileAnswer;
import org.allmende.server.http.Answers;
import org.allmende.server.http.ETags;
import org.allmende.server.http.Problem;
import org.allmende.server.http.RouteTable;
import org.allmende.server.http.Routes;

/**
 * The files of the newest dump: {@code /dump/catalog.nq.gz} and so on, and {@code
 * /dump/index.json}, which gives the hash of each. Nothing is computed for a request.
 */
public final class DumpRoutes implements Routes {
  private static final Duration COME_AGAIN = Duration.ofSeconds(60);

  private final Dumps dumps;

  public DumpRoutes(Dumps dumps) {
    this.dumps = dumps;
  }

  @Override
  public void addTo(RouteTable table) {
    table.get("/dump/{file}", this::file);
  }

  private void file(Context ctx) throws IOException {
    var name = ctx.pathParam("file");
    if (!isKnown(name)) {
      throw Problem.notFound("There is no dump \"" + name + "\". Known: " + known() + ".")
          .asException();
    }
    var dump =
        dumps
            .current()
            .orElseThrow(
                () ->
                    Problem.unavailable("The first dump is not written yet.", COME_AGAIN)
                        .asException());
    if (name.equals(Dump.INDEX)) {
      var index = dump.index();
      if (!ETags.isAnswered(ctx, ETags.ofBytes(index))) {
        Answers.json(ctx, index);
      }
      return;
    }
    var file = dump.find(name).orElseThrow();
    ctx.header("Repr-Digest", "sha-256=:" + base64(file.sha256()) + ":");
    new FileAnswer(dump.folder().resolve(name), file.sha256(), name, "application/gzip").send(ctx);
  }

  private static boolean isKnown(String name) {
    return name.equals(Dump.INDEX)
        || DumpFormat.kept().stream().anyMatch(format -> name.equals(fileName(format)));
  }

  private static String known() {
    return Arrays.stream(DumpFormat.values())
            .map(DumpRoutes::fileName)
            .collect(Collectors.joining(", "))
        + ", "
        + Dump.INDEX;
  }

  private static String fileName(DumpFormat format) {
    return "catalog." + format.extension() + ".gz";
  }

  private static String base64(String hex) {
    return java.util.Base64.getEncoder().encodeToString(java.util.HexFormat.of().parseHex(hex));
  }
}
