package org.allmende.catalog.search.place;

import java.util.List;
import java.util.Optional;
import org.allmende.vocab.codelist.GeoPoint;

/**
 * A place that a search can be narrowed to.
 *
 * @param label as people call it; what tells it from others of the name in brackets
 * @param keys of the state (2 digits), the district (5) or the municipality (8); several when a
 *     postcode stands for several municipalities
 * @param point a point within it, when one is known
 */
public record Place(String label, List<String> keys, Optional<GeoPoint> point) {

  public Place {
    keys = List.copyOf(keys);
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("the place " + label + " has no key");
    }
  }

  /** What stands for it in an address: its key, of several the first. */
  public String key() {
    return keys.getFirst();
  }
}
