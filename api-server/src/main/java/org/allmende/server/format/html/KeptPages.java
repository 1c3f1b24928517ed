package org.allmende.server.format.html;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.allmende.catalog.ledger.LedgerSnapshot.CurrentRevision;
import org.allmende.server.http.Answers;
import org.allmende.server.http.ETags;

/**
 * Finished pages of datasets, packed, for all who ask for the same again. A page stands for one
 * revision, language, theme and day. What it says of others (similar datasets, its publisher) may
 * be a minute behind the catalog, and nothing stays longer than ten minutes. A sixteenth of the
 * heap holds them packed; as much again, those asked for most without packing.
 */
final class KeptPages {

  private static final int SHARE_OF_HEAP = 16;

  /** What an entry takes beside its bytes. */
  private static final int OVERHEAD = 300;

  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** So long a page may say of others what is no longer so. */
  private static final Duration BEHIND = Duration.ofMinutes(1);

  private final Cache<Key, Kept> packed =
      Caffeine.newBuilder()
          .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP)
          .weigher((Key key, Kept kept) -> kept.gzip().length + kept.links().length() + OVERHEAD)
          .expireAfterWrite(LONGEST)
          .build();

  private final Cache<String, byte[]> plain =
      Caffeine.newBuilder()
          .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP)
          .weigher((String tag, byte[] html) -> html.length + OVERHEAD)
          .expireAfterWrite(LONGEST)
          .build();

  /** Which page. */
  record Key(CurrentRevision revision, String language, Theme theme, LocalDate day) {}

  /**
   * A finished page.
   *
   * @param slug the name in its address
   * @param tag of its bytes
   * @param links the {@code Link} header
   * @param gzip the page
   * @param sequence of the catalog when it was written
   * @param written when
   */
  record Kept(String slug, String tag, String links, byte[] gzip, long sequence, Instant written) {

    static Kept of(String slug, String links, byte[] html, long sequence, Instant written) {
      return new Kept(slug, ETags.ofBytes(html), links, Answers.gzip(html), sequence, written);
    }

    private boolean isFresh(long now, Instant at) {
      return sequence == now || at.isBefore(written.plus(BEHIND));
    }
  }

  /**
   * The page, when it is as good as a new one.
   *
   * @param sequence of the catalog now
   */
  Optional<Kept> find(Key key, long sequence, Instant now) {
    return Optional.ofNullable(packed.getIfPresent(key))
        .filter(kept -> kept.isFresh(sequence, now));
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
