package org.allmende.server.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the beginning of an answer to itself, so that an error that shows early can still become an
 * error answer, and a short answer can tell its length; passes everything on once there is more.
 */
final class HeldBackOutput extends OutputStream {
  private final Supplier<? extends OutputStream> target;
  private final int limit;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private @Nullable OutputStream out;

  HeldBackOutput(Supplier<? extends OutputStream> target, int limit) {
    this.target = target;
    this.limit = limit;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (out == null && held.size() + length <= limit) {
      held.write(bytes, offset, length);
    } else {
      opened().write(bytes, offset, length);
    }
  }

  /** All that was written, when nothing was passed on. */
  Optional<byte[]> whole() {
    return out == null ? Optional.of(held.toByteArray()) : Optional.empty();
  }

  /** Ends what was passed on; what is still held back stays here. */
  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
    }
  }

  private OutputStream opened() throws IOException {
    var open = out;
    if (open == null) {
      open = target.get();
      held.writeTo(open);
      out = open;
    }
    return open;
  }
}
