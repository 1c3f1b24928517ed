package org.allmende.catalog.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.zip.CRC32;

/**
 * Bytes by ordinal, the newest of each, in a file that only grows and is read as memory: for what
 * can be made again at any time and is asked for far more often than it changes.
 *
 * <p>The folder holds {@code data}, the bytes, and {@code journal}, which says where they lie. What
 * a {@link #commit} followed is there after a restart; a crash loses what came later and nothing
 * else. One thread writes; any number read meanwhile without waiting.
 */
public final class OrdinalFile implements AutoCloseable {

  /**
   * What lies at an ordinal.
   *
   * @param sequence of the revision it was made of
   */
  public record Entry(long sequence, byte[] bytes) {}

  /** Before the bytes: their ordinal and sequence number. */
  private static final int HEADER = 2 * Long.BYTES;

  /** Mapped at a time; nothing lies across the border of two chunks. */
  private static final int CHUNK = 1 << 25;

  private static final int LENGTH_BITS = 24;
  private static final int LENGTH_MASK = (1 << LENGTH_BITS) - 1;

  /** The longest that can be kept, in bytes. */
  public static final int MAX_LENGTH = LENGTH_MASK;

  private static final int ALIGNMENT = Long.BYTES;
  private static final long NOWHERE = 0;

  /** A row of the journal: ordinal and place, or a commit. */
  private static final int ROW = 2 * Long.BYTES;

  private static final long WORTH_COMPACTING = 1L << 26;

  private final FileChannel data;
  private final FileChannel journal;
  private ByteBuffer rows = ByteBuffer.allocate(256 * ROW);

  /** By ordinal where its bytes begin, in units of the alignment, then in 24 bits how long. */
  private volatile AtomicLongArray places = new AtomicLongArray(1_024);

  private volatile List<MappedByteBuffer> chunks = List.of();
  private volatile long position;

  /** The first free byte of the data. Never 0, so that no place is {@link #NOWHERE}. */
  private long end = ALIGNMENT;

  /** What lies before this byte is durable. */
  private long committed = end;

  /** Bytes that some place leads to. */
  private long live;

  private OrdinalFile(Path folder) throws IOException {
    Files.createDirectories(folder);
    this.data = channel(folder.resolve("data"));
    this.journal = channel(folder.resolve("journal"));
    recover();
  }

  private static FileChannel channel(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** Opens the one in this folder, or makes an empty one. */
  public static OrdinalFile open(Path folder) {
    try {
      return new OrdinalFile(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be opened as an ordinal file", e);
    }
  }

  /** The number that the last {@link #commit} recorded; 0 when there was none. */
  public long position() {
    return position;
  }

  /** What lies at an ordinal; empty when nothing does. */
  public Optional<Entry> find(long ordinal) {
    var known = places;
    var place = ordinal < known.length() ? known.get((int) ordinal) : NOWHERE;
    if (place == NOWHERE) {
      return Optional.empty();
    }
    var start = start(place);
    var chunk = chunks.get((int) (start / CHUNK));
    var offset = (int) (start % CHUNK);
    if (chunk.getLong(offset) != ordinal) {
      return Optional.empty(); // the disk lost what the journal leads to
    }
    var bytes = new byte[length(place)];
    chunk.get(offset + HEADER, bytes);
    return Optional.of(new Entry(chunk.getLong(offset + Long.BYTES), bytes));
  }

  /**
   * Keeps bytes in place of those that lie there; longer ones than {@link #MAX_LENGTH} are not
   * kept.
   *
   * @param ordinal 0 to 2^31 - 2
   */
  public void put(long ordinal, long sequence, byte[] bytes) {
    if (bytes.length > MAX_LENGTH || HEADER + bytes.length > CHUNK) {
      remove(ordinal);
      return;
    }
    var start = reserve(HEADER + bytes.length);
    var chunk = chunks.get((int) (start / CHUNK));
    var offset = (int) (start % CHUNK);
    chunk.putLong(offset, ordinal);
    chunk.putLong(offset + Long.BYTES, sequence);
    chunk.put(offset + HEADER, bytes);
    lead(ordinal, ((start / ALIGNMENT) << LENGTH_BITS) | bytes.length);
  }

  /** Forgets what lies at an ordinal. */
  public void remove(long ordinal) {
    if (ordinal < places.length() && places.get((int) ordinal) != NOWHERE) {
      lead(ordinal, NOWHERE);
    }
  }

  /** Makes durable what was put and removed, and with it a number. */
  public void commit(long reached) {
    try {
      for (var chunk : chunks.subList((int) (committed / CHUNK), chunks.size())) {
        chunk.force();
      }
      append(commitMark(rows.duplicate().flip()), reached);
      journal.write(rows.flip(), journal.size());
      journal.force(false);
      rows.clear();
      committed = end;
      position = reached;
    } catch (IOException e) {
      throw new UncheckedIOException("an ordinal file cannot be written", e);
    }
  }

  /** True when most of the file is waste. */
  public boolean isBloated() {
    return end - live > live + WORTH_COMPACTING;
  }

  private void lead(long ordinal, long place) {
    var known = places;
    if (ordinal >= known.length()) {
      known = grown(known, ordinal);
      places = known;
    }
    live += size(place) - size(known.getAndSet((int) ordinal, place));
    append(ordinal, place);
  }

  private static AtomicLongArray grown(AtomicLongArray places, long ordinal) {
    var more = new AtomicLongArray((int) Math.min(Integer.MAX_VALUE - 1, ordinal + ordinal / 2));
    for (var i = 0; i < places.length(); i++) {
      more.setPlain(i, places.getPlain(i));
    }
    return more;
  }

  private static long start(long place) {
    return (place >>> LENGTH_BITS) * ALIGNMENT;
  }

  private static int length(long place) {
    return (int) (place & LENGTH_MASK);
  }

  private static long size(long place) {
    return place == NOWHERE ? 0 : HEADER + length(place);
  }

  /** Room for so many bytes: where it begins. */
  private long reserve(int size) {
    if (end % CHUNK + size > CHUNK) {
      end = (end / CHUNK + 1) * CHUNK;
    }
    var start = end;
    end = aligned(start + size);
    mapUpTo(start + size);
    return start;
  }

  private void mapUpTo(long size) {
    if ((long) chunks.size() * CHUNK >= size) {
      return;
    }
    var more = new ArrayList<>(chunks);
    try {
      while ((long) more.size() * CHUNK < size) {
        more.add(data.map(MapMode.READ_WRITE, (long) more.size() * CHUNK, CHUNK));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an ordinal file cannot grow; is the disk full?", e);
    }
    chunks = List.copyOf(more);
  }

  private void append(long first, long second) {
    if (rows.remaining() < ROW) {
      rows = ByteBuffer.allocate(rows.capacity() * 2).put(rows.flip());
    }
    rows.putLong(first).putLong(second);
  }

  /** Negative, unlike any ordinal, and made of the rows that it commits: a torn one is seen. */
  private static long commitMark(ByteBuffer rows) {
    var crc = new CRC32();
    crc.update(rows);
    return -1 - crc.getValue();
  }

  /** Reads the journal up to its last complete commit and cuts off the rest. */
  private void recover() throws IOException {
    var all = ByteBuffer.allocate(Math.toIntExact(journal.size() / ROW * ROW));
    while (all.hasRemaining() && journal.read(all, all.position()) > 0) {
      // until all of it is read
    }
    all.flip();
    var good = 0;
    for (var row = 0; row < all.limit(); row += ROW) {
      var first = all.getLong(row);
      if (first < 0) {
        if (first != commitMark(all.slice(good, row - good))) {
          break;
        }
        replay(all.slice(good, row - good));
        position = all.getLong(row + Long.BYTES);
        good = row + ROW;
      }
    }
    journal.truncate(good);
    mapUpTo(end);
    committed = end;
  }

  private void replay(ByteBuffer changes) {
    while (changes.hasRemaining()) {
      var ordinal = changes.getLong();
      var place = changes.getLong();
      lead(ordinal, place);
      end = Math.max(end, aligned(start(place) + size(place)));
    }
    rows.clear();
  }

  private static long aligned(long size) {
    return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  @Override
  public void close() {
    try (data;
        journal) {
      chunks = List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("an ordinal file cannot be closed", e);
    }
  }
}
