package org.allmende.server.format.html;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.allmende.server.http.Answers;
import org.allmende.server.http.ETags;

/**
 * Finished pages, packed, for all who ask for the same again. Each stands for what it shows, a
 * language, a theme and a day. A sixteenth of the heap holds them packed; as much again, those
 * asked for most without packing.
 */
final class KeptPages {

  private static final int SHARE_OF_HEAP = 16;

  /** What an entry takes beside its bytes. */
  private static final int OVERHEAD = 300;

  private final Duration behind;
  private final Cache<Key, Kept> packed;
  private final Cache<String, byte[]> plain;

  /**
   * Keeps nothing yet.
   *
   * @param longest so long a page is kept
   * @param behind so long a page may say what is no longer so, once the catalog has changed
   */
  KeptPages(Duration longest, Duration behind) {
    this.behind = behind;
    this.packed =
        cache(
            longest,
            (Key key, Kept kept) ->
                key.shown().length() + kept.gzip().length + kept.links().length());
    this.plain = cache(longest, (String tag, byte[] html) -> html.length);
  }

  private static <K, V> Cache<K, V> cache(Duration longest, Weigher<K, V> bytes) {
    return Caffeine.newBuilder()
        .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP)
        .weigher((K key, V value) -> bytes.weigh(key, value) + OVERHEAD)
        .expireAfterWrite(longest)
        .build();
  }

  /**
   * Which page.
   *
   * @param shown tells what it shows from all else that is kept here
   */
  record Key(String shown, String language, Theme theme, LocalDate day) {}

  /**
   * A finished page.
   *
   * @param tag of its bytes
   * @param links the {@code Link} header; {@code ""} for none
   * @param gzip the page
   * @param sequence of the catalog when it was written
   * @param written when
   */
  record Kept(String tag, String links, byte[] gzip, long sequence, Instant written) {

    static Kept of(String links, byte[] html, long sequence, Instant written) {
      return new Kept(ETags.ofBytes(html), links, Answers.gzip(html), sequence, written);
    }
  }

  /**
   * The page, when it is as good as a new one.
   *
   * @param sequence of the catalog now
   */
  Optional<Kept> find(Key key, long sequence, Instant now) {
    return Optional.ofNullable(packed.getIfPresent(key))
        .filter(kept -> kept.sequence() == sequence || now.isBefore(kept.written().plus(behind)));
  }

  void keep(Key key, Kept kept) {
    packed.put(key, kept);
  }

  /** The page as it was before it was packed. */
  byte[] html(Kept kept) {
    return plain.get(kept.tag(), tag -> unpack(kept.gzip()));
  }

  private static byte[] unpack(byte[] gzip) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip), 8_192)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("what was packed in memory can be unpacked", e);
    }
  }
}
