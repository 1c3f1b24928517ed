package org.allmende.server.http;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Packs texts as Brotli, a fifth smaller than gzip, where the library's native part runs; that is
 * not so on every machine, and then gzip is all there is. Takes a second for a megabyte: meant for
 * what is packed once and sent often.
 */
public final class Brotli {
  private static final Logger LOG = LoggerFactory.getLogger(Brotli.class);

  /** The most that the format can do. */
  private static final int QUALITY = 11;

  private Brotli() {}

  /** True where this machine can pack. */
  public static boolean isAvailable() {
    return Brotli4jLoader.isAvailable();
  }

  /** Packs a body when it is first asked for, once; empty where this machine cannot. */
  public static Supplier<Optional<byte[]>> packedOnce(byte[] body) {
    return new Once(body);
  }

  private static final class Once implements Supplier<Optional<byte[]>> {
    private final byte[] body;
    private Optional<Optional<byte[]>> packed = Optional.empty();

    Once(byte[] body) {
      this.body = body;
    }

    @Override
    public synchronized Optional<byte[]> get() {
      if (packed.isEmpty()) {
        packed = Optional.of(pack(body));
      }
      return packed.get();
    }
  }

  private static Optional<byte[]> pack(byte[] body) {
    if (!isAvailable()) {
      LOG.info("No Brotli on this machine, gzip alone: {}", why());
      return Optional.empty();
    }
    try {
      return Optional.of(Encoder.compress(body, new Encoder.Parameters().setQuality(QUALITY)));
    } catch (IOException e) {
      LOG.warn("A file could not be packed as Brotli and is sent as gzip", e);
      return Optional.empty();
    }
  }

  private static String why() {
    return String.valueOf(Brotli4jLoader.getUnavailabilityCause());
  }
}
