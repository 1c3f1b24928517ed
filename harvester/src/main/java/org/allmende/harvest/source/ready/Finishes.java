package org.allmende.harvest.source.ready;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.allmende.harvest.source.ready.RowShape.LeftOutException;
import org.allmende.harvest.source.table.HtmlText;
import org.allmende.harvest.source.table.Note;

/** What single types do with a row beyond what their mapping says. */
final class Finishes {

  private static final Set<String> NODE_ROLES =
      Set.of("node", "standard", "mobile", "client", "accesspoint", "ap", "router");

  private static final Duration SEEN_WITHIN = Duration.ofDays(30);
  private static final int LEAST_ANSWERS = 5;
  static final int POSITION_DECIMALS = 3;
  private static final BigDecimal WATTS = BigDecimal.valueOf(1000);

  private Finishes() {}

  private static Optional<String> text(ObjectNode into, String name) {
    return Cells.plain(into.get(name));
  }

  // Freifunk (sources.md 5.1).

  /** Access points with a position that were seen within thirty days before the list was made. */
  static AliasShape.Finish freifunk(Instant now) {
    return (row, into) -> {
      if (row.find("geo") instanceof ArrayNode geo && geo.size() == 2) { // latitude first
        into.set("lat", geo.get(0));
        into.set("lon", geo.get(1));
      }
      if (text(into, "lat").isEmpty() || text(into, "lon").isEmpty()) {
        throw new LeftOutException(Note.of("node-nowhere"));
      }
      requireAccessPoint(row);
      var listed = row.text("_listed").flatMap(Times::read).orElse(now);
      var seen = text(into, "last_seen").flatMap(Times::read);
      if (seen.isPresent() && seen.get().isBefore(listed.minus(SEEN_WITHIN))) {
        throw new LeftOutException(Note.of("node-unseen", text(into, "last_seen").orElse("")));
      }
    };
  }

  private static void requireAccessPoint(Cells row) throws LeftOutException {
    var role = row.text("nodeinfo.system.role", "role", "node_type").orElse("node");
    for (var flag :
        List.of("flags.gateway", "is_gateway", "flags.backbone", "flags.client", "backbone")) {
      if (row.text(flag).filter(text -> text.matches("(?i)true|1")).isPresent()) {
        throw new LeftOutException(Note.of("node-no-access-point", flag));
      }
    }
    if (!NODE_ROLES.contains(role.toLowerCase(java.util.Locale.ROOT))) {
      throw new LeftOutException(Note.of("node-no-access-point", role));
    }
  }

  // Charging points of an operator (4.2).

  /** Sums up the points of a location; what is live stays at the live source. */
  static void ocpi(Cells row, ObjectNode into) throws LeftOutException {
    if (row.text("publish").filter("false"::equalsIgnoreCase).isPresent()) {
      throw new LeftOutException(Note.of("not-public"));
    }
    row.ignore("last_updated", "evses.status", "evses.tariffs");
    var evses = row.find("evses");
    if (evses == null) {
      return;
    }
    var plugs = new LinkedHashSet<String>();
    var ids = into.putArray("evse_ids");
    var points = into.putArray("points");
    var most = BigDecimal.ZERO;
    for (var evse : evses) {
      var point = points.addObject();
      Cells.plain(evse.get("evse_id")).ifPresent(id -> point.put("evse_id", id));
      Cells.plain(evse.get("evse_id")).ifPresent(ids::add);
      var connectors = point.putArray("connectors");
      for (var connector : evse.path("connectors")) {
        connectors.add(connector(connector));
        Cells.plain(connector.get("standard")).ifPresent(plugs::add);
        most = most.max(kilowatts(connector).orElse(BigDecimal.ZERO));
      }
    }
    into.put("charge_points", evses.size());
    var kinds = into.putArray("plugs");
    plugs.forEach(kinds::add);
    if (most.signum() > 0) {
      into.put("max_plug_power_kw", most);
    }
  }

  private static ObjectNode connector(JsonNode connector) {
    var kept = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    for (var name : List.of("standard", "format", "power_type")) {
      Cells.plain(connector.get(name)).ifPresent(text -> kept.put(name, text));
    }
    kilowatts(connector).ifPresent(power -> kept.put("power_kw", power));
    return kept;
  }

  private static Optional<BigDecimal> kilowatts(JsonNode connector) {
    return Cells.plain(connector.get("max_electric_power"))
        .flatMap(Cells::number)
        .map(watts -> watts.divide(WATTS, 3, RoundingMode.HALF_UP).stripTrailingZeros());
  }

  // Reports of citizens (8.2).

  /** A position to about a hundred meters, no words of citizens, and how long it took. */
  static void open311(Cells row, ObjectNode into) throws LeftOutException {
    row.ignore("description", "status_notes", "address", "address_string", "address_id");
    row.ignore("media_url", "service_notice", "expected_datetime", "title", "first_name");
    if (text(into, "id").isEmpty()) {
      throw new LeftOutException(Note.of("no-id"));
    }
    for (var name : List.of("lon", "lat")) {
      text(into, name)
          .flatMap(Cells::number)
          .ifPresent(n -> into.put(name, n.setScale(POSITION_DECIMALS, RoundingMode.HALF_UP)));
    }
    var from = text(into, "requested").flatMap(Times::read);
    var to = text(into, "updated").flatMap(Times::read);
    if (from.isPresent()
        && to.isPresent()
        && text(into, "status").filter("closed"::equals).isPresent()) {
      into.put("duration_days", Duration.between(from.get(), to.get()).toDays());
    }
  }

  // Surveys (8.3).

  /** Only answers of at least five people. */
  static void survey(Cells row, ObjectNode into) throws LeftOutException {
    var n = text(into, "n").flatMap(Cells::number);
    if (n.isPresent() && n.get().compareTo(BigDecimal.valueOf(LEAST_ANSWERS)) < 0) {
      throw new LeftOutException(
          Note.of("too-few-answers", n.get().toPlainString(), LEAST_ANSWERS));
    }
  }

  // Events, jobs, services, notices: HTML becomes text.

  /** Texts without markup. */
  static void plainTexts(ObjectNode into, String... names) {
    for (var name : names) {
      text(into, name).ifPresent(text -> into.put(name, HtmlText.plain(text)));
    }
  }

  /** Events that ended more than ninety days ago belong into an archive (8.8). */
  static AliasShape.Finish event(Instant now) {
    return (row, into) -> {
      plainTexts(into, "name", "description", "venue", "street");
      if (text(into, "name").isEmpty() || text(into, "start").isEmpty()) {
        throw new LeftOutException(Note.of("event-incomplete"));
      }
      var end = text(into, "end").or(() -> text(into, "start")).flatMap(Times::read);
      if (end.isPresent() && end.get().isBefore(now.minus(Duration.ofDays(90)))) {
        throw new LeftOutException(Note.of("event-past", text(into, "start").orElse("")));
      }
    };
  }

  /** Postings that have not expired (8.6); contacts are dropped. */
  static AliasShape.Finish job(Instant now) {
    return (row, into) -> {
      plainTexts(into, "title", "description");
      row.ignore("applicationContact", "hiringOrganization", "contact", "contactPoint");
      row.ignore("Ansprechpartner", "Ansprechpartnerin", "Kontakt");
      if (text(into, "title").isEmpty()) {
        throw new LeftOutException(Note.of("job-untitled"));
      }
      var until = text(into, "valid_through").flatMap(Times::read);
      if (until.isPresent() && until.get().plus(Duration.ofDays(1)).isBefore(now)) {
        throw new LeftOutException(Note.of("job-expired", text(into, "valid_through").orElse("")));
      }
    };
  }

  /** Entries of a catalog of services (8.5): names of what is nested, texts without markup. */
  static void service(Cells row, ObjectNode into) throws LeftOutException {
    plainTexts(into, "name", "description", "fees", "required_documents");
    for (var name : List.of("authorities", "locations", "forms")) {
      if (row.find(name) instanceof ArrayNode list) {
        var names = new ArrayList<String>();
        list.forEach(o -> Cells.plain(o.isObject() ? o.get("name") : o).ifPresent(names::add));
        var texts = into.putArray(name);
        names.stream().map(HtmlText::plain).forEach(texts::add);
      }
    }
    if (text(into, "name").isEmpty()) {
      throw new LeftOutException(Note.of("service-unnamed"));
    }
  }

  /** Messages of a feed: without markup, and those that say nothing left out. */
  static void notice(Cells row, ObjectNode into) throws LeftOutException {
    plainTexts(into, "title", "text");
    if (text(into, "title").isEmpty() && text(into, "text").isEmpty()) {
      throw new LeftOutException(Note.of("notice-empty"));
    }
  }
}
