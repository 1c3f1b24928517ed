package org.allmende.harvest.source.ready;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.allmende.harvest.source.table.HtmlEntities;

/**
 * The federal charging register in every layout since 2017, from 14 to 47 columns, and its JSON
 * interface ({@code sources.md} 4.1): one row per charging device, its charge points gathered in
 * one cell. Public keys are dropped.
 */
final class ChargingShape implements RowShape {

  private static final int MOST_POINTS = 6;

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "operator",
          "display_name",
          "status",
          "kind",
          "charge_points",
          "power_kw",
          "max_plug_power_kw",
          "opened",
          "street",
          "house_no",
          "address_addition",
          "postcode",
          "place",
          "district",
          "state",
          "location_name",
          "parking",
          "payment",
          "opening_hours",
          "opening_days",
          "opening_times",
          "plugs",
          "evse_ids",
          "points",
          "lon",
          "lat");

  /** Street, number, postcode and town in one cell; where the commas stand varies. */
  private static final Pattern WHOLE_ADDRESS =
      Pattern.compile("(?s)(.*?)[,;\\s]+(\\d{5})[,;\\s]+(.+)");

  private static final Pattern STREET_WITH_NUMBER =
      Pattern.compile("(?s)(.*\\D)\\s+(\\d+\\s?[a-zA-Z]?(\\s?[-/+]\\s?\\d+\\s?[a-zA-Z]?)*)");

  /** Older words for plugs, and the register's words of today. */
  private static final Map<String, String> PLUGS =
      Map.of(
          "ac steckdose typ 2", "AC Typ 2 Steckdose",
          "ac kupplung typ 2", "AC Typ 2 Fahrzeugkupplung",
          "ac steckdose schuko", "AC Schuko",
          "dc kupplung combo", "DC Fahrzeugkupplung Typ Combo 2 (CCS)",
          "dc combo", "DC Fahrzeugkupplung Typ Combo 2 (CCS)",
          "dc kupplung chademo", "DC CHAdeMO",
          "dc kupplung tesla typ 2", "DC Tesla Fahrzeugkupplung Typ 2");

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public void shape(Cells row, ObjectNode into) {
    device(row, into);
    address(row, into);
    opening(row, into);
    var points = into.arrayNode();
    if (row.find("evses") instanceof ArrayNode evses) {
      evses.forEach(evse -> points.add(ofInterface(evse)));
      into.put("charge_points", evses.size());
    } else {
      ofColumns(row, points);
      copy(row, into, "charge_points", "Anzahl Ladepunkte");
    }
    gather(points, into);
    locate(row, into);
  }

  @Override
  public boolean locate(Cells row, ObjectNode into) {
    var town =
        wholeAddress(row)
            .map(m -> m.group(2) + " " + m.group(3))
            .or(() -> row.text("Postleitzahl Ort"));
    put(into, "postcode", row.text("Postleitzahl", "postal_code").or(() -> town));
    put(into, "place", row.text("Ort", "city").or(() -> town));
    copy(row, into, "lon", "Längengrad", "Längengrad [DG]", "coordinates.longitude");
    copy(row, into, "lat", "Breitengrad", "Breitengrad [DG]", "coordinates.latitude");
    return true;
  }

  private static void device(Cells row, ObjectNode into) {
    put(into, "id", row.text("Ladeeinrichtungs-ID", "id"));
    put(into, "operator", row.text("Betreiber", "operator.companyName"));
    put(into, "display_name", row.text("Anzeigename (Karte)", "operator.displayName"));
    put(into, "status", row.text("Status", "status.operational"));
    put(into, "kind", row.text("Art der Ladeeinrichtung", "Art der Ladeeinrichung", "type"));
    copy(
        row,
        into,
        "power_kw",
        "Nennleistung Ladeeinrichtung [kW]",
        "Anschlussleistung [kW]",
        "Anschlussleistung",
        "max_electric_power_station");
    copy(row, into, "opened", "Inbetriebnahmedatum", "go_live_date");
  }

  private static Optional<Matcher> wholeAddress(Cells row) {
    return row.text("Standort").map(WHOLE_ADDRESS::matcher).filter(Matcher::matches);
  }

  private static void address(Cells row, ObjectNode into) {
    var street =
        wholeAddress(row)
            .map(m -> m.group(1))
            .or(() -> row.text("Straße", "street", "Adresse", "Standort"));
    street(street.orElse(""), row.text("Hausnummer", "house_no"), into);
    put(into, "address_addition", row.text("Adresszusatz", "address_addition"));
    put(into, "district", row.text("Kreis/kreisfreie Stadt", "Kreis", "district_independent_city"));
    put(into, "state", row.text("Bundesland", "state"));
    put(into, "location_name", row.text("Standortbezeichnung", "location_description"));
    put(into, "parking", row.text("Informationen zum Parkraum", "access_restriction"));
  }

  /** The number has a column of its own since 2020; "0" stands for none. */
  private static void street(String street, Optional<String> number, ObjectNode into) {
    var both = STREET_WITH_NUMBER.matcher(street.strip());
    if (number.isEmpty() && both.matches()) {
      put(into, "street", Optional.of(both.group(1).replaceFirst("[,;\\s]+$", "")));
      put(into, "house_no", Optional.of(both.group(2)));
    } else {
      put(into, "street", Optional.of(street.strip()).filter(text -> !text.isEmpty()));
      put(into, "house_no", number.filter(text -> !text.equals("0")));
    }
  }

  private static void opening(Cells row, ObjectNode into) {
    copy(row, into, "payment", "Bezahlsysteme", "payment_systems");
    put(into, "opening_hours", row.text("Öffnungszeiten", "opening_hours_specification"));
    copy(row, into, "opening_days", "Öffnungszeiten: Wochentage", "opening_days");
    copy(row, into, "opening_times", "Öffnungszeiten: Tageszeiten", "opening_times");
  }

  /** A point of the JSON interface. */
  private static ObjectNode ofInterface(JsonNode evse) {
    var point = JsonNodeFactory.instance.objectNode();
    put(point, "evse_id", Cells.plain(evse.get("evse_id")));
    var plugs = point.putArray("plugs");
    for (var connector : evse.path("connectors")) {
      plug(
          plugs,
          Cells.plain(connector.get("connector_type")),
          Cells.plain(connector.get("max_electric_power_connector")).flatMap(Cells::number));
    }
    return point;
  }

  /** The points of a row with up to six groups of columns. */
  private static void ofColumns(Cells row, ArrayNode points) {
    for (int n = 1; n <= MOST_POINTS; n++) {
      var kinds = row.text("Steckertypen" + n, "Steckertypen " + n, "Steckertypen " + n + "#");
      var powers = row.text("Nennleistung Stecker" + n, "P" + n + " [kW]", "P" + n);
      var evse = row.text("EVSE-ID" + n, "EVSE-ID " + n);
      row.ignore("Public Key" + n, "Public Key " + n);
      if (kinds.isPresent() || evse.isPresent()) {
        points.add(point(kinds.orElse(""), powers.orElse(""), evse));
      }
    }
  }

  /** Plugs of one point share a power, or each has its own. */
  private static ObjectNode point(String kinds, String powers, Optional<String> evse) {
    var point = JsonNodeFactory.instance.objectNode();
    put(point, "evse_id", evse);
    var plugs = point.putArray("plugs");
    var all = Cells.parts(kinds, "[;,]");
    var each = Cells.parts(powers, ";|,\\s");
    for (int i = 0; i < all.size(); i++) {
      var power = each.size() == all.size() ? each.get(i) : each.isEmpty() ? "" : each.getFirst();
      plug(plugs, Optional.of(all.get(i)), Cells.number(power));
    }
    return point;
  }

  private static void plug(ArrayNode plugs, Optional<String> kind, Optional<BigDecimal> power) {
    var plug = plugs.addObject();
    put(plug, "type", kind.map(k -> PLUGS.getOrDefault(k.toLowerCase(Locale.GERMAN), k)));
    power.ifPresent(kw -> plug.put("power_kw", kw.stripTrailingZeros()));
  }

  /** What all points together have: the power that a car gets is the greatest of a plug. */
  private static void gather(ArrayNode points, ObjectNode into) {
    var plugs = new LinkedHashSet<String>();
    var ids = into.arrayNode();
    var most = Optional.<BigDecimal>empty();
    for (var point : points) {
      point.path("plugs").forEach(plug -> Cells.plain(plug.get("type")).ifPresent(plugs::add));
      Cells.plain(point.get("evse_id")).ifPresent(ids::add);
      for (var plug : point.path("plugs")) {
        var power = Cells.plain(plug.get("power_kw")).flatMap(Cells::number);
        most = Stream.of(most, power).flatMap(Optional::stream).max(BigDecimal::compareTo);
      }
    }
    most.ifPresent(kw -> into.put("max_plug_power_kw", kw));
    var kinds = into.putArray("plugs");
    plugs.forEach(kinds::add);
    into.set("evse_ids", ids);
    into.set("points", points);
  }

  private static void put(ObjectNode into, String name, Optional<String> text) {
    text.ifPresent(value -> into.put(name, HtmlEntities.decoded(value)));
  }

  private static void copy(Cells row, ObjectNode into, String name, String... from) {
    var cell = row.find(from);
    if (cell != null) {
      into.set(name, cell);
    }
  }
}
