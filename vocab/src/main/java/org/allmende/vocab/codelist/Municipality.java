package org.allmende.vocab.codelist;

/**
 * A German municipality as the official directory lists it.
 *
 * @param ags official municipality key, 8 digits
 * @param ars regional key, 12 digits
 * @param name the name without its official suffix (", Stadt")
 * @param inhabitants number of inhabitants at the directory's date, 0 for uninhabited areas
 */
public record Municipality(String ags, String ars, String name, int inhabitants) {

  public Municipality {
    if (!ags.matches("\\d{8}") || !ars.matches("\\d{12}")) {
      throw new IllegalArgumentException(
          "a municipality has an AGS of 8 and an ARS of 12 digits, got " + ags + ", " + ars);
    }
  }
}
