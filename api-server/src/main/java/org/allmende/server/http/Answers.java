package org.allmende.server.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Sends a body: the length of a complete one is told, also to HEAD, and texts are compressed for
 * those who accept gzip.
 */
public final class Answers {
  /** Below this size gzip saves nothing worth the time. */
  private static final int WORTH_COMPRESSING = 1_400;

  /** Up to this size an answer is complete before its first byte leaves. */
  private static final int HELD_BACK = 256 * 1024;

  private static final String GZIP = "gzip";

  /** Writes a body. */
  @FunctionalInterface
  public interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  private Answers() {}

  /** A plain text in UTF-8. */
  public static void text(Context ctx, String text) {
    send(ctx, MediaTypes.utf8(MediaTypes.TEXT), text.getBytes(StandardCharsets.UTF_8));
  }

  /** JSON that was written already. */
  public static void json(Context ctx, byte[] json) {
    send(ctx, MediaTypes.utf8(MediaTypes.JSON), json);
  }

  /** A body with its content type. */
  public static void send(Context ctx, String contentType, byte[] body) {
    // Javalin's own compression would not tell the length.
    ctx.disableCompression();
    ctx.contentType(contentType);
    var sent = body;
    if (MediaTypes.isText(contentType)) {
      vary(ctx, "Accept-Encoding");
      if (body.length >= WORTH_COMPRESSING && acceptsGzip(ctx)) {
        sent = gzip(body);
        sayPacked(ctx, GZIP);
      }
    }
    sendBytes(ctx, sent);
  }

  /**
   * A text that lies packed already.
   *
   * @param gzip the text as gzip
   * @param text unpacks it, for those who do not accept gzip
   */
  public static void sendPacked(
      Context ctx, String contentType, byte[] gzip, Supplier<byte[]> text) {
    if (!acceptsGzip(ctx)) {
      send(ctx, contentType, text.get());
      return;
    }
    sendAs(ctx, contentType, GZIP, gzip);
  }

  /**
   * A text that lies packed in two ways.
   *
   * @param gzip the text as gzip
   * @param brotli the text as Brotli; empty where this machine cannot pack it
   * @param text the text, for those who accept neither
   */
  public static void sendPacked(
      Context ctx,
      String contentType,
      byte[] gzip,
      Supplier<Optional<byte[]>> brotli,
      Supplier<byte[]> text) {
    var packed = prefersBrotli(ctx) ? brotli.get() : Optional.<byte[]>empty();
    if (packed.isPresent()) {
      sendAs(ctx, contentType, "br", packed.get());
    } else {
      sendPacked(ctx, contentType, gzip, text);
    }
  }

  private static void sendAs(Context ctx, String contentType, String coding, byte[] packed) {
    ctx.disableCompression();
    ctx.contentType(contentType);
    vary(ctx, "Accept-Encoding");
    sayPacked(ctx, coding);
    sendBytes(ctx, packed);
  }

  private static void sayPacked(Context ctx, String coding) {
    ctx.header("Content-Encoding", coding);
    ETags.markPacked(ctx, coding);
  }

  /**
   * A body of unknown length. A short one is sent whole; a long one as it grows, so that no answer
   * waits in memory. What goes wrong before the first byte leaves can still become an error answer.
   */
  public static void stream(Context ctx, String contentType, Body body) throws IOException {
    try (var out = new HeldBackOutput(() -> begin(ctx, contentType), HELD_BACK)) {
      body.writeTo(out);
      out.whole().ifPresent(bytes -> send(ctx, contentType, bytes));
    }
  }

  private static OutputStream begin(Context ctx, String contentType) {
    ctx.contentType(contentType);
    return ctx.outputStream();
  }

  private static void sendBytes(Context ctx, byte[] body) {
    ctx.res().setContentLengthLong(body.length);
    if (isHead(ctx)) {
      return;
    }
    try {
      // Straight to the connection: a result of Javalin's is copied once more.
      ctx.res().getOutputStream().write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** True when the headers alone are wanted. */
  public static boolean isHead(Context ctx) {
    return ctx.req().getMethod().equals("HEAD");
  }

  /** Says that the answer depends on a request header, once. */
  public static void vary(Context ctx, String header) {
    var said = ctx.res().getHeaders("Vary");
    if (said.stream().noneMatch(header::equalsIgnoreCase)) {
      ctx.res().addHeader("Vary", header);
    }
  }

  private static boolean acceptsGzip(Context ctx) {
    return quality(ctx, GZIP) > 0;
  }

  /** Where both are welcome alike, the smaller is sent. */
  private static boolean prefersBrotli(Context ctx) {
    var quality = quality(ctx, "br");
    return quality > 0 && quality >= quality(ctx, GZIP);
  }

  /** How welcome a coding is; who says nothing about codings gets none. */
  private static double quality(Context ctx, String coding) {
    var accepted = ctx.header("Accept-Encoding");
    return accepted == null || accepted.isBlank() ? 0 : Negotiation.parse(accepted).quality(coding);
  }

  /** The body packed, for an answer that is sent often. */
  public static byte[] gzip(byte[] body) {
    var packed = new ByteArrayOutputStream(body.length / 4);
    try (var gzip = new FastGzip(packed)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** Takes a third of the usual time, and a tenth more bytes. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, 8_192);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
