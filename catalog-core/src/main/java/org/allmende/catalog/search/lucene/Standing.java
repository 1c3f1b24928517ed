package org.allmende.catalog.search.lucene;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.allmende.catalog.quality.Rating;
import org.allmende.catalog.search.IndexEntry;
import org.allmende.catalog.search.IndexField;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/**
 * What speaks for a dataset whatever is sought: a good description, an open license, an open
 * format, an authority as publisher, fresh data. It decides between datasets that fit alike and
 * never outweighs how a word was found: all of it together is less than the difference between a
 * word as typed and the same word inflected.
 */
final class Standing {

  private static final String FIELD = "standing";
  private static final String FEATURE = "\u0001described";

  /** The most that description, license, format and publisher can add to a score. */
  private static final float DESCRIBED = 0.03f;

  /** The most that freshness can add. */
  private static final float FRESH = 0.02f;

  /** At this age freshness adds half. */
  private static final Duration HALF_FRESH = Duration.ofDays(365);

  private static final Set<String> OPEN_FORMATS =
      Set.of(
          "CSV", "JSON", "GeoJSON", "XML", "GML", "KML", "WFS", "WMS", "RDF", "TTL", "JSONLD",
          "GTFS", "GPKG", "ODS", "TXT", "ICS");
  private static final Set<String> AUTHORITIES =
      Set.of("localauthority", "regionalauthority", "nationalauthority", "supranationalauthority");
  private static final Map<String, Float> RATINGS =
      Map.of(Rating.EXCELLENT.key(), 1f, Rating.GOOD.key(), 0.7f, Rating.SUFFICIENT.key(), 0.4f);

  private final Clock clock;

  Standing(Clock clock) {
    this.clock = clock;
  }

  /** The standing of a dataset, to be indexed. */
  static Field of(IndexEntry entry) {
    var share = 0.4f * rating(entry) + 0.2f * (has(entry, IndexField.OPEN_LICENSE, "true") ? 1 : 0);
    share += values(entry, IndexField.FORMAT).stream().anyMatch(OPEN_FORMATS::contains) ? 0.2f : 0;
    share +=
        values(entry, IndexField.PUBLISHER_TYPE).stream().anyMatch(AUTHORITIES::contains)
            ? 0.2f
            : 0;
    return new FeatureField(FIELD, FEATURE, Math.max(share, Float.MIN_NORMAL));
  }

  private static float rating(IndexEntry entry) {
    return values(entry, IndexField.RATING).stream()
        .map(key -> RATINGS.getOrDefault(key, 0f))
        .findFirst()
        .orElse(0f);
  }

  private static boolean has(IndexEntry entry, IndexField field, String value) {
    return values(entry, field).contains(value);
  }

  private static List<String> values(IndexEntry entry, IndexField field) {
    return entry.exact().getOrDefault(field, List.of());
  }

  /** A person's question with what speaks for a dataset added to its score. */
  Query added(Query question) {
    var today = clock.instant().truncatedTo(ChronoUnit.DAYS).toEpochMilli();
    var modified = Fields.name(IndexField.MODIFIED);
    return new BooleanQuery.Builder()
        .add(question, Occur.MUST)
        .add(FeatureField.newLinearQuery(FIELD, FEATURE, DESCRIBED), Occur.SHOULD)
        .add(
            LongField.newDistanceFeatureQuery(modified, FRESH, today, HALF_FRESH.toMillis()),
            Occur.SHOULD)
        .build();
  }
}
