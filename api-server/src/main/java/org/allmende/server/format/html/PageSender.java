package org.allmende.server.format.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.allmende.server.http.Answers;
import org.allmende.server.http.ETags;
import org.allmende.server.http.HttpServer;
import org.allmende.server.http.MediaTypes;

/** Fills a template and sends it: with a strong tag, and loading nothing but our own files. */
final class PageSender {

  private static final String HTML = MediaTypes.utf8(MediaTypes.HTML);
  private static final String SVG = "image/svg+xml";
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          PageSender.class.getClassLoader(),
          PageSender.class.getPackageName());

  /**
   * Sends a page, or says that the client has it.
   *
   * @param page the template's one parameter beside the theme
   */
  void send(Context ctx, String template, Object page) {
    if (isElsewhere(ctx)) {
      return;
    }
    var html = render(ctx, template, page);
    ctx.header("Cache-Control", "no-cache");
    if (!ETags.isAnswered(ctx, ETags.ofBytes(html))) {
      sendHtml(ctx, html);
    }
  }

  /** A page has one address, which ends in no slash: whoever adds one is led there. */
  private static boolean isElsewhere(Context ctx) {
    var path = HttpServer.pathBelowRoot(ctx);
    if (path.equals("/") || !path.endsWith("/")) {
      return false;
    }
    var sent = HttpServer.withSingleSlashes(ctx.req().getRequestURI());
    var query = ctx.queryString();
    ctx.status(301);
    ctx.header(
        "Location", sent.substring(0, sent.length() - 1) + (query == null ? "" : "?" + query));
    return true;
  }

  /** Sends a picture: a document of its own, that loads nothing and runs nothing. */
  void sendPicture(Context ctx, String template, Object picture) {
    var svg = render(ctx, template, picture);
    ctx.header("Cache-Control", "no-cache");
    if (!ETags.isAnswered(ctx, ETags.ofBytes(svg))) {
      ctx.header("Content-Security-Policy", StaticFiles.PICTURE_POLICY);
      Answers.send(ctx, MediaTypes.utf8(SVG), svg);
    }
  }

  /**
   * Sends what a page says in a form for machines, or says that the client has it.
   *
   * @param mediaType of a text in UTF-8
   */
  static void sendTwin(Context ctx, String mediaType, byte[] twin) {
    ctx.header("Cache-Control", "no-cache");
    if (!ETags.isAnswered(ctx, ETags.ofBytes(twin))) {
      Answers.send(ctx, MediaTypes.utf8(mediaType), twin);
    }
  }

  /** Sends a page that says what went wrong; nobody keeps it. */
  void sendError(Context ctx, String template, Object page) {
    sendHtml(ctx, render(ctx, template, page));
  }

  /**
   * Sends a finished page, or says that the client has it.
   *
   * @param tag of the page
   * @param html unpacks it, for those who do not accept gzip
   */
  static void sendPacked(Context ctx, String tag, byte[] gzip, Supplier<byte[]> html) {
    if (isElsewhere(ctx)) {
      return;
    }
    Answers.vary(ctx, "Cookie");
    ctx.header("Cache-Control", "no-cache");
    if (!ETags.isAnswered(ctx, tag)) {
      ctx.header("Content-Security-Policy", POLICY);
      Answers.sendPacked(ctx, HTML, gzip, html);
    }
  }

  private static void sendHtml(Context ctx, byte[] html) {
    ctx.header("Content-Security-Policy", POLICY);
    Answers.send(ctx, HTML, html);
  }

  /**
   * Sends a small page that other sites may show in a frame. No cookie is read: the address says
   * whether it is light or dark.
   */
  void sendEmbedded(Context ctx, EmbedPage page, Embedding embedding) {
    var theme = Optional.ofNullable(ctx.queryParam(Theme.COOKIE)).flatMap(Theme::find);
    var html = fill("embed.jte", page, theme.orElse(Theme.SYSTEM));
    ctx.header("Cache-Control", "no-cache");
    ctx.header("Content-Security-Policy", embedding.policy());
    if (!ETags.isAnswered(ctx, ETags.ofBytes(html))) {
      Answers.send(ctx, HTML, html);
    }
  }

  private byte[] render(Context ctx, String template, Object page) {
    Answers.vary(ctx, "Cookie");
    return fill(template, page, Theme.of(ctx));
  }

  /** A template filled, for a page or for a picture in SVG. */
  byte[] fill(String template, Object page, Theme theme) {
    var out = new Utf8ByteOutput();
    templates.render(template, Map.of("page", page, "theme", theme), out);
    return out.toByteArray();
  }
}
