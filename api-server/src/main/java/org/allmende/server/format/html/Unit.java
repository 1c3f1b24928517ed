package org.allmende.server.format.html;

import java.util.regex.Pattern;

/** The unit that the name of a column tells: „Höhe in m“, „Leistung [kW]“, „Anteil (%)“. */
final class Unit {

  private static final Pattern BRACKETS =
      Pattern.compile(".+[\\[(]\\s*([^\\])\\d]{1,12}?)\\s*[\\])]\\s*");
  private static final Pattern IN =
      Pattern.compile(
          ".+ in"
              + " (m|cm|mm|km|m²|qm|km²|qkm|ha|m³|l|kg|g|t|€|Euro|EUR|T€|Prozent|%|W|kW|MW|kWh|MWh|GWh|"
              + "°C|Grad|min|Minuten|h|Stunden|Tagen|Jahren|km/h|dB|dB\\(A\\)|ppm|µg/m³)\\s*");

  private Unit() {}

  /** The unit; {@code ""} when the name tells none. */
  static String of(String column) {
    for (var pattern : new Pattern[] {IN, BRACKETS}) {
      var match = pattern.matcher(column);
      if (match.matches()) {
        return match.group(1);
      }
    }
    return "";
  }
}
