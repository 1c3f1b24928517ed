package org.allmende.server.validate;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.allmende.harvest.fetch.Fetcher.Fetched;
import org.allmende.harvest.source.dcat.DcatDocuments;
import org.allmende.server.http.MediaTypes;
import org.allmende.server.http.Problem;

/**
 * RDF documents in the bodies of requests. Each takes its size out of a budget as long as it is
 * worked on, one of untold size all of it, so that memory is bounded whatever comes at once.
 */
final class SentDocuments {
  /** What clients say who do not know what they send, or say it by their form alone. */
  private static final Set<String> SAY_NOTHING =
      Set.of(
          "",
          MediaTypes.BYTES,
          MediaTypes.TEXT,
          MediaTypes.JSON,
          "application/xml",
          "text/xml",
          "application/x-www-form-urlencoded");

  /** Text and triples of a dense document are up to forty times as large as its bytes. */
  private static final int HEAP_SHARE = 64;

  private static final int KIB = 1024;

  /** Times the limit. */
  private static final int MOST_PASSED_OVER = 4;

  private final long maxBytes;
  private final Budget kibibytes;

  /** Documents of at most so many bytes, one or all in work; fewer where the heap is small. */
  SentDocuments(long wantedBytes) {
    this.maxBytes = Math.min(wantedBytes, Runtime.getRuntime().maxMemory() / HEAP_SHARE);
    this.kibibytes = new Budget(maxBytes / KIB);
  }

  /** Work on a document. */
  @FunctionalInterface
  interface Work<T> {
    T done(Fetched document) throws IOException;
  }

  /** Reads the document of a request and works on it. */
  <T> T with(Context ctx, Work<T> work) throws IOException {
    requireIdentity(ctx);
    var type = mediaType(ctx);
    return kibibytes.spend(
        weight(ctx.req().getContentLengthLong()),
        () -> work.done(new Fetched("The document", type, "", body(ctx), List.of())));
  }

  /** The syntax as it is named; {@code ""}: the document itself must tell. */
  private static String mediaType(Context ctx) {
    var sent = ctx.contentType();
    var type = sent == null ? "" : MediaTypes.bare(sent);
    if (DcatDocuments.mediaTypes().contains(type)) {
      return type;
    }
    if (SAY_NOTHING.contains(type)) {
      return "";
    }
    var known = DcatDocuments.mediaTypes().stream().sorted().collect(Collectors.joining(", "));
    throw Problem.of(
            415,
            "Expected RDF, got a body of type \"%s\". Known: %s; without a type it is recognized."
                .formatted(type, known))
        .asException();
  }

  private static void requireIdentity(Context ctx) {
    var encoding = ctx.header("Content-Encoding");
    if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
      throw Problem.of(415, "Send the document as it is, not packed as \"" + encoding + "\".")
          .asException();
    }
  }

  private long weight(long length) {
    if (length > maxBytes) {
      throw tooLarge().asException();
    }
    return length < 0 ? kibibytes.all() : length / KIB;
  }

  private byte[] body(Context ctx) throws IOException {
    var limit = Math.toIntExact(Math.min(Integer.MAX_VALUE - 8, maxBytes + 1));
    var body = ctx.bodyInputStream().readNBytes(limit);
    if (body.length > maxBytes) {
      throw tooLarge().asException();
    }
    return body;
  }

  /**
   * Reads the rest of a body that is refused, and forgets it: a client that is still sending when
   * the answer comes would only see a broken connection. Of very large ones not all is read.
   */
  void passOver(Context ctx) throws IOException {
    var in = ctx.bodyInputStream();
    var buffer = new byte[64 * KIB];
    long left = MOST_PASSED_OVER * maxBytes;
    for (int read = in.read(buffer); read >= 0 && left > 0; read = in.read(buffer)) {
      left -= read;
    }
  }

  private Problem tooLarge() {
    return Problem.of(
        413,
        "A document may have %d KiB (limits.validate-size, the heap). Send it in parts, such as"
                .formatted(maxBytes / KIB)
            + " the catalog page by page.");
  }
}
