package org.allmende.vocab.codelist;

import java.util.Optional;

/**
 * A German municipality as the official directory lists it.
 *
 * @param ags official municipality key, 8 digits
 * @param ars regional key, 12 digits
 * @param name the name without its official suffix (", Stadt")
 * @param kind what it is
 * @param inhabitants number of inhabitants at the directory's date, 0 for uninhabited areas
 * @param hectares the area
 * @param postcode the postcode of its seat; absent for most areas without a municipality
 * @param point a point within it; absent for a few that are younger than the list of points
 */
public record Municipality(
    String ags,
    String ars,
    String name,
    Kind kind,
    int inhabitants,
    int hectares,
    Optional<String> postcode,
    Optional<GeoPoint> point) {

  /** What the directory calls it (its "Textkennzeichen"). */
  public enum Kind {
    MARKET("60", "Markt"),
    INDEPENDENT_TOWN("61", "Kreisfreie Stadt"),
    TOWN_DISTRICT("62", "Stadtkreis"),
    TOWN("63", "Stadt"),
    MUNICIPALITY("64", "Gemeinde"),
    INHABITED_AREA("65", "Gemeindefreies Gebiet, bewohnt"),
    UNINHABITED_AREA("66", "Gemeindefreies Gebiet, unbewohnt"),
    LARGE_DISTRICT_TOWN("67", "Große Kreisstadt");

    private final String code;
    private final String label;

    Kind(String code, String label) {
      this.code = code;
      this.label = label;
    }

    /** Its German name, such as {@code "Große Kreisstadt"}. */
    public String label() {
      return label;
    }

    /** The two digits of the directory. */
    String code() {
      return code;
    }

    static Kind of(String code) {
      for (var kind : values()) {
        if (kind.code.equals(code)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("a kind of municipality is 60 to 67, got " + code);
    }
  }

  public Municipality {
    if (!isKey(ags, 8) || !isKey(ars, 12)) {
      throw new IllegalArgumentException(
          "a municipality has an AGS of 8 and an ARS of 12 digits, got " + ags + ", " + ars);
    }
  }

  /** The key of its state, 2 digits; {@link CodeLists#states} knows it. */
  public String stateKey() {
    return ags.substring(0, 2);
  }

  /** The key of its district or of the town that is its own, 5 digits. */
  public String districtKey() {
    return ags.substring(0, 5);
  }

  /** Its state, with the name. */
  public Concept state() {
    return CodeLists.states().require(stateKey());
  }

  /** Its district, with name and kind; absent for the waters along the coast. */
  public Optional<Concept> district() {
    return CodeLists.districts().find(districtKey());
  }

  /** False for the areas where nobody lives. */
  public boolean isInhabited() {
    return inhabitants > 0;
  }

  private static boolean isKey(String text, int length) {
    return text.length() == length && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
