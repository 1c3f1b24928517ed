package org.allmende.catalog.model;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Packs bytes. It keeps its deflaters, since making one costs as much as packing a description. Any
 * number of threads may share it.
 */
public final class Packer {

  /** RFC 1952 section 2.3: magic number, method deflate, no flags, no time, unknown system. */
  private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

  private final boolean isGzip;
  private final int level;
  private final ConcurrentLinkedDeque<Deflater> idle = new ConcurrentLinkedDeque<>();

  private Packer(boolean isGzip, int level) {
    this.isGzip = isGzip;
    this.level = level;
  }

  /**
   * Packs as {@link java.util.zip.InflaterInputStream} reads it.
   *
   * @param level from {@link Deflater#BEST_SPEED} to {@link Deflater#BEST_COMPRESSION}
   */
  public static Packer zlib(int level) {
    return new Packer(false, level);
  }

  /** Packs as HTTP's {@code Content-Encoding: gzip} wants it. */
  public static Packer gzip(int level) {
    return new Packer(true, level);
  }

  /** The bytes packed. */
  public byte[] pack(byte[] plain) {
    var found = idle.pollFirst();
    var deflater = found == null ? new Deflater(level, isGzip) : found;
    try {
      return pack(plain, deflater);
    } finally {
      deflater.reset();
      idle.addFirst(deflater);
    }
  }

  private byte[] pack(byte[] plain, Deflater deflater) {
    var out = new ByteArrayOutputStream(plain.length / 2 + 64);
    if (isGzip) {
      out.writeBytes(GZIP_HEADER);
    }
    deflater.setInput(plain);
    deflater.finish();
    var buffer = new byte[4_096];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    if (isGzip) {
      out.writeBytes(gzipTrailer(plain));
    }
    return out.toByteArray();
  }

  private static byte[] gzipTrailer(byte[] plain) {
    var crc = new CRC32();
    crc.update(plain);
    return ByteBuffer.allocate(8)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt((int) crc.getValue())
        .putInt(plain.length)
        .array();
  }
}
