package org.allmende.catalog.geo;

import java.util.List;

/**
 * Reads shapes as catalogs write them: well-known text (GeoSPARQL, the IRI of a reference system
 * before it is passed over), or GeoJSON (RFC 7946).
 */
public final class Shapes {

  /** Nobody's border takes so many characters; what does is no description of a dataset. */
  private static final int LONGEST = 4_000_000;

  private Shapes() {}

  /**
   * The shapes that a text says, those of collections one by one. What cannot be read, or lies
   * beyond the degrees of the earth, says none.
   */
  public static List<Shape> read(String text) {
    if (text.isBlank() || text.length() > LONGEST) {
      return List.of();
    }
    try {
      return text.stripLeading().startsWith("{") ? GeoJsonReader.read(text) : WktReader.read(text);
    } catch (IllegalArgumentException e) {
      return List.of(); // the dataset is found by all else; its shape alone says nothing
    }
  }
}
