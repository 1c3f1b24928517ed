package org.allmende.server.format.html;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.allmende.harvest.place.Gazetteer;
import org.allmende.server.format.html.TopicPage.Group;
import org.allmende.server.format.html.TopicPage.Neighbor;
import org.allmende.vocab.codelist.GeoPoint;
import org.allmende.vocab.codelist.Municipalities;
import org.allmende.vocab.codelist.Municipality;

/**
 * What lies around a place. Where boundaries were imported, its neighbors are those it borders on;
 * else the page says no more than which municipalities are near. What lies in the same district, or
 * in a district or state, is told as far as there are datasets about it.
 */
final class PlaceSurroundings {
  private static final int MOST = 8;
  private static final double NEAR_KILOMETERS = 30;
  private static final int STATE = 2;
  private static final int DISTRICT = 5;

  private final Topics topics;
  private final Gazetteer boundaries;

  /** Reading boundaries takes a while, and they change when somebody imports some. */
  private final Cache<String, List<String>> bordering =
      Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(Duration.ofMinutes(10)).build();

  PlaceSurroundings(Topics topics, Gazetteer boundaries) {
    this.topics = topics;
    this.boundaries = boundaries;
  }

  List<Group> of(Topic place, Texts texts, Address address) {
    return new Looking(place, texts, address).groups();
  }

  /** What is looked for around one place. */
  private final class Looking {
    private final Topic place;
    private final String key;
    private final Texts texts;
    private final Address address;
    private final Map<String, Integer> counts = topics.counts(TopicKind.PLACE);

    Looking(Topic place, Texts texts, Address address) {
      this.place = place;
      this.key = place.sought();
      this.texts = texts;
      this.address = address;
    }

    List<Group> groups() {
      return switch (key.length()) {
        case STATE -> ofState();
        case DISTRICT -> ofDistrict();
        default -> ofTown();
      };
    }

    private List<Group> ofState() {
      return some(
          group("place.districts", withData(other -> isIn(other, key, DISTRICT))),
          group("place.states", withData(other -> other.length() == STATE)));
    }

    private List<Group> ofDistrict() {
      var state = key.substring(0, STATE);
      return some(
          group(
              "place.towns", withData(other -> other.length() > DISTRICT && other.startsWith(key))),
          group("place.others", withData(other -> isIn(other, state, DISTRICT))));
    }

    private List<Group> ofTown() {
      var bordering = bordering(place);
      var near = bordering.isEmpty() ? nearest(key) : bordering;
      var district = key.substring(0, DISTRICT);
      var others =
          withData(
              other ->
                  other.length() > DISTRICT && other.startsWith(district) && !near.contains(other));
      return some(
          group(bordering.isEmpty() ? "place.near" : "place.neighbors", near),
          group("place.same", others));
    }

    private static boolean isIn(String other, String parent, int length) {
      return other.length() == length && other.startsWith(parent);
    }

    private List<String> withData(Predicate<String> isMeant) {
      return counts.keySet().stream()
          .filter(other -> !other.equals(key) && isMeant.test(other))
          .toList();
    }

    private Optional<Group> group(String text, List<String> keys) {
      var places =
          keys.stream()
              .flatMap(other -> topics.find(TopicKind.PLACE, other, texts.language()).stream())
              .map(this::neighbor)
              .sorted(Comparator.comparing(it -> it.topic().label(), texts.order()))
              .toList();
      return Optional.of(new Group(texts.get(text), places)).filter(it -> !places.isEmpty());
    }

    private Neighbor neighbor(Topic topic) {
      var count = counts.getOrDefault(topic.sought(), 0);
      return new Neighbor(topic, address.topic(topic), count);
    }
  }

  private static List<Group> some(Optional<Group> first, Optional<Group> second) {
    return Stream.of(first, second).flatMap(Optional::stream).toList();
  }

  /** The keys of the municipalities that it borders on; none when no boundary tells. */
  private List<String> bordering(Topic town) {
    return bordering.get(
        town.key(),
        key ->
            boundaries
                .findByKey(key)
                .or(() -> boundaries.findByKey(town.sought()))
                .map(boundaries::neighborsOf)
                .orElse(List.of())
                .stream()
                .flatMap(other -> topics.find(TopicKind.PLACE, other, "de").stream())
                .map(Topic::sought)
                .distinct()
                .toList());
  }

  private static List<String> nearest(String ags) {
    return Municipalities.findByAgs(ags)
        .flatMap(Municipality::point)
        .map(point -> nearest(ags, point))
        .orElse(List.of());
  }

  private static List<String> nearest(String ags, GeoPoint here) {
    return Municipalities.all().stream()
        .filter(town -> town.isInhabited() && !town.ags().equals(ags))
        .filter(town -> distance(town, here) <= NEAR_KILOMETERS)
        .sorted(Comparator.comparingDouble(town -> distance(town, here)))
        .map(Municipality::ags)
        .limit(MOST)
        .toList();
  }

  private static double distance(Municipality town, GeoPoint here) {
    return town.point().map(here::kilometersTo).orElse(Double.MAX_VALUE);
  }
}
