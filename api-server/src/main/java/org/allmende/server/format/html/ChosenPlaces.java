package org.allmende.server.format.html;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.allmende.catalog.search.Filter;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.place.Gazetteer;
import org.allmende.catalog.search.place.Place;
import org.allmende.vocab.codelist.GeoPoint;

/**
 * The places that a visitor chose: a key of a municipality, district or state, a name, a postcode,
 * or latitude and longitude; each with what lies around it when a radius was chosen too.
 */
final class ChosenPlaces {

  private static final Pattern COORDINATES =
      Pattern.compile("(-?\\d{1,2}(?:\\.\\d{1,10})?),\\s*(-?\\d{1,3}(?:\\.\\d{1,10})?)");
  private static final Pattern KEY = Pattern.compile("\\d{2}|\\d{5}|\\d{8}");
  private static final int RADIUS_OF_A_POINT = 10;

  private final Gazetteer gazetteer;
  private final int radius;

  /**
   * @param radius kilometers; 0: the places alone
   */
  ChosenPlaces(Gazetteer gazetteer, int radius) {
    this.gazetteer = gazetteer;
    this.radius = radius;
  }

  /** What people call it; the value itself when it is no place we know. */
  String label(String value) {
    return place(value).map(Place::label).orElse(value);
  }

  /** True for a key that no directory names: of a municipality dissolved since, or invented. */
  boolean isKeyAlone(String value) {
    return KEY.matcher(value).matches() && place(value).isEmpty();
  }

  /** The key of the place, so that one place has one address; the value where it has none. */
  String canonical(String value) {
    return place(value).filter(place -> place.keys().size() == 1).map(Place::key).orElse(value);
  }

  /** What lies in one of these places; of a name that nobody knows, nothing. */
  Filter filter(List<String> values) {
    return new Filter.Any(values.stream().map(this::filter).toList());
  }

  private Filter filter(String value) {
    var point = point(value);
    if (point.isPresent()) {
      return around(point.get(), radius == 0 ? RADIUS_OF_A_POINT : radius);
    }
    return place(value)
        .map(this::filter)
        .or(() -> isKeyAlone(value) ? Optional.of(inRegions(Set.of(value))) : Optional.empty())
        .orElseGet(() -> new Filter.Any(List.of()));
  }

  private Filter filter(Place place) {
    var region = inRegions(Set.copyOf(place.keys()));
    return radius == 0
        ? region
        : place
            .point()
            .<Filter>map(point -> new Filter.Any(List.of(region, around(point, radius))))
            .orElse(region);
  }

  private static Filter inRegions(Set<String> keys) {
    return new Filter.In(IndexField.REGION, keys);
  }

  /** What has no shape lies where its key says. */
  private Filter around(GeoPoint point, int kilometers) {
    var keys = Set.copyOf(gazetteer.keysWithin(point, kilometers));
    return new Filter.Any(
        List.of(new Filter.Near(point, kilometers), new Filter.In(IndexField.PLACE, keys)));
  }

  private Optional<Place> place(String value) {
    return gazetteer.findByKey(value).or(() -> gazetteer.named(value).stream().findFirst());
  }

  private static Optional<GeoPoint> point(String value) {
    var match = COORDINATES.matcher(value.strip());
    if (!match.matches()) {
      return Optional.empty();
    }
    var latitude = Double.parseDouble(match.group(1));
    var longitude = Double.parseDouble(match.group(2));
    return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
        ? Optional.of(new GeoPoint(longitude, latitude))
        : Optional.empty();
  }
}
