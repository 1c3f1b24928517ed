package org.allmende.server.files;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.allmende.server.http.Answers;
import org.allmende.server.http.ETags;
import org.allmende.server.http.MediaTypes;
import org.allmende.server.http.Problem;

/**
 * Sends a file, or the part of it that was asked for.
 *
 * @param path where it lies
 * @param hash its SHA-256, which is its tag
 * @param name what it shall be called on the other side
 * @param mediaType without parameters
 */
public record FileAnswer(Path path, String hash, String name, String mediaType) {
  /** What a browser may show; anything else is saved, so that no script of others runs here. */
  private static final Set<String> SHOWN =
      Set.of("application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp", "text/plain");

  /** RFC 9110: two digits for the day, unlike RFC 1123. */
  private static final DateTimeFormatter HTTP_TIME =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

  /** Answers the request: all of it, a part, 304, or 416 when the range lies behind its end. */
  public void send(Context ctx) throws IOException {
    ctx.disableCompression();
    ctx.header("Accept-Ranges", "bytes");
    ctx.header("Content-Security-Policy", "sandbox; default-src 'none'");
    var tag = ETags.of(hash);
    if (ETags.isAnsweredAsItIs(ctx, tag)) {
      return;
    }
    var size = Files.size(path);
    switch (ByteRange.parse(wantedRange(ctx, tag), size)) {
      case ByteRange.Wish.Whole() -> send(ctx, 200, new ByteRange(0, size - 1));
      case ByteRange.Wish.Part(var range) -> sendPart(ctx, range, size);
      case ByteRange.Wish.Unsatisfiable() -> refuse(ctx, size);
    }
  }

  /** The {@code Range} header, unless it was meant for other bytes than these. */
  private static Optional<String> wantedRange(Context ctx, String tag) {
    if (Answers.isHead(ctx)) {
      return Optional.empty();
    }
    var condition = ctx.header("If-Range");
    return condition == null || condition.strip().equals(tag)
        ? Optional.ofNullable(ctx.header("Range"))
        : Optional.empty();
  }

  private void sendPart(Context ctx, ByteRange range, long size) throws IOException {
    ctx.header("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + size);
    send(ctx, 206, range);
  }

  private void send(Context ctx, int status, ByteRange range) throws IOException {
    ctx.status(status);
    // The server's own charset is for texts; a packed file or a picture has none.
    ctx.res().setCharacterEncoding(null);
    ctx.res().setContentType(contentType());
    ctx.header("Content-Disposition", disposition());
    ctx.header("Last-Modified", stored());
    ctx.res().setContentLengthLong(range.length());
    if (Answers.isHead(ctx)) {
      return;
    }
    try (var file = FileChannel.open(path)) {
      var out = Channels.newChannel(ctx.res().getOutputStream());
      var position = range.first();
      while (position <= range.last()) {
        position += file.transferTo(position, range.last() - position + 1, out);
      }
    }
  }

  private static void refuse(Context ctx, long size) {
    ctx.header("Content-Range", "bytes */" + size);
    throw Problem.of(416, "The file has " + size + " bytes; the range begins behind its end.")
        .asException();
  }

  private String contentType() {
    return MediaTypes.isText(mediaType) && !mediaType.endsWith("xml")
        ? MediaTypes.utf8(mediaType)
        : mediaType;
  }

  /** When these bytes were first stored: no later byte ever changes them. */
  private String stored() throws IOException {
    var time = Files.getLastModifiedTime(path).toInstant();
    return HTTP_TIME.format(time.atOffset(ZoneOffset.UTC));
  }

  private String disposition() {
    var kind = SHOWN.contains(mediaType) ? "inline" : "attachment";
    var ascii = name.replaceAll("[^A-Za-z0-9._-]", "_");
    var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return kind + "; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
  }
}
