package org.allmende.harvest.source.oparl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who made a council information system, by what its System object and address say ({@code
 * sources.md} 7.1). Repairs are made for whoever needs them; the vendor decides what is not even
 * tried, and is named in the report.
 */
enum Vendor {
  SDNET("Sternberg SD.NET RIM", "sternberg|sd\\.?net|/webservice/oparl/"),
  ALLRIS("CC e-gov ALLRIS", "allris|cc e-gov|/[bo]i/oparl/|/public/oparl/"),
  SOMACOS("Somacos Session", "somacos|sessionnet|/oparl/bodies/"),
  RUBIN("more! rubin", "more!|rubin"),
  OTHER("", "(?!)");

  private final String product;
  private final Pattern sign;

  Vendor(String product, String sign) {
    this.product = product;
    this.sign = Pattern.compile(sign);
  }

  /** The vendor of a server. */
  static Vendor of(JsonNode system, String address) {
    var said =
        Stream.concat(
                Stream.of("vendor", "product", "contactName", "name")
                    .flatMap(key -> OparlJson.text(system, key).stream()),
                Stream.of(address))
            .collect(Collectors.joining(" "))
            .toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(vendor -> vendor.sign.matcher(said).find())
        .findFirst()
        .orElse(OTHER);
  }

  /** The name of its product; {@code ""} when it is not known. */
  String product() {
    return product;
  }

  /**
   * Whether it makes sense to ask for what has changed: rubin stamps all objects with today's date,
   * so that all have.
   */
  boolean tellsChanges() {
    return this != RUBIN;
  }
}
