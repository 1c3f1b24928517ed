package org.allmende.server.rehearsal;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.allmende.vocab.profile.Profile;

/** A portal on this machine that misbehaves as it is told. */
final class LoopbackPortal implements AutoCloseable {
  private final Map<String, Handler> pages = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Javalin server;

  LoopbackPortal() {
    this.server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.routes.get("/<path>", this::answer);
                  config.routes.head("/<path>", this::answer);
                })
            .start("127.0.0.1", 0);
  }

  private void answer(Context ctx) throws Exception {
    var query = ctx.queryString();
    var path = "/" + ctx.pathParam("path") + (query == null ? "" : "?" + query);
    asked.add(ctx.req().getMethod() + " " + path);
    ctx.disableCompression();
    pages.getOrDefault(path, c -> c.status(404)).handle(ctx);
  }

  /** Answers a path in its own way. */
  LoopbackPortal at(String path, Handler handler) {
    pages.put(path, handler);
    return this;
  }

  /** Answers a path with a page of Turtle; {@code HERE} stands for this portal. */
  LoopbackPortal turtle(String path, String turtle) {
    var body = Rehearsed.prefixes() + turtle.replace("HERE", url(""));
    return at(path, ctx -> ctx.contentType("text/turtle;charset=utf-8").result(body));
  }

  /** Turtle that leads to the next page. */
  static String next(String path) {
    return "<https://daten.example/page> a hydra:PartialCollectionView ; hydra:next \"HERE"
        + path
        + "\" .\n";
  }

  /** What was asked, such as {@code HEAD /catalog.ttl}. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.port() + path;
  }

  /** Rehearses from a path of this portal. */
  Rehearsal rehearse(String path) {
    return rehearse(path, Optional.empty());
  }

  Rehearsal rehearse(String path, Optional<String> earlier) {
    var plan = new Rehearsal.Plan(url(path), Profile.DCAT_AP_DE, "test", earlier);
    return Rehearsal.play(plan, (done, total) -> {});
  }

  static byte[] gzip(byte[] body) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(body);
    }
    return packed.toByteArray();
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop();
  }
}
