package org.allmende.harvest.fetch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Collects an answer's bytes up to a limit, which also holds for what gzip unfolds to. */
final class LimitedBody implements HttpResponse.BodySubscriber<byte[]> {

  private final long limit;
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
  private Flow.@Nullable Subscription subscription;

  LimitedBody(long limit) {
    this.limit = limit;
  }

  /** More bytes came than the source may send. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long limit;

    TooLargeException(long limit) {
      super("the answer is larger than " + limit + " bytes, the limit of the source");
      this.limit = limit;
    }

    long limit() {
      return limit;
    }
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (var buffer : buffers) {
      if (body.isDone()) {
        return;
      }
      if ((long) collected.size() + buffer.remaining() > limit) {
        if (subscription != null) {
          subscription.cancel();
        }
        body.completeExceptionally(new TooLargeException(limit));
        return;
      }
      var bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      collected.writeBytes(bytes);
    }
  }

  @Override
  public void onError(Throwable cause) {
    body.completeExceptionally(cause);
  }

  @Override
  public void onComplete() {
    body.complete(collected.toByteArray());
  }

  /** The bytes that gzip packed; ends as soon as they are too many. */
  static byte[] unzip(byte[] packed, long limit) throws IOException {
    var unpacked = new ByteArrayOutputStream();
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      var buffer = new byte[64 * 1024];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if ((long) unpacked.size() + read > limit) {
          throw new TooLargeException(limit);
        }
        unpacked.write(buffer, 0, read);
      }
    }
    return unpacked.toByteArray();
  }
}
