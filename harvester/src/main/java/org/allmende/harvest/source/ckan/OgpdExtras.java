package org.allmende.harvest.source.ckan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.vocab.codelist.CodeLists;

/**
 * The German CKAN schema before DCAT (OGPD 1.x) and other old extras, told in today's: nested lists
 * of contacts and dates, terms of use, periods and places ({@code sources.md} 6.1). An extra that
 * is there in today's form wins.
 */
final class OgpdExtras {

  private static final String KEY = "http://dcat-ap.de/def/politicalGeocoding/";

  private static final Map<String, List<String>> RENAMED =
      Map.of(
          "temporal_start", List.of("temporal_coverage_from", "temporal_coverage-from"),
          "temporal_end", List.of("temporal_coverage_to", "temporal_coverage-to"),
          "issued", List.of("dcat_issued"),
          "modified", List.of("dcat_modified"),
          "spatial_text", List.of("spatial-text"),
          "identifier", List.of("metadata_original_id"),
          "availability", List.of("plannedAvailability"));

  /** Roles of dates, in the order in which they are asked for. */
  private static final List<Role> DATES =
      List.of(
          new Role("veroeffentlicht", "issued"),
          new Role("erstellt", "issued"),
          new Role("aktualisiert", "modified"));

  /** Roles of contacts, in the order in which they are asked for. */
  private static final List<Role> CONTACTS =
      List.of(
          new Role("veroeffentlichende_stelle", "publisher"),
          new Role("ansprechpartner", "contact"),
          new Role("vertrieb", "contact"),
          new Role("autor", "creator"));

  /** What a role in the old schema is called in today's extras. */
  private record Role(String old, String today) {}

  private OgpdExtras() {}

  static void modernize(Map<String, String> extras) {
    RENAMED.forEach((today, old) -> old.forEach(key -> rename(extras, key, today)));
    list(extras, "dates").ifPresent(dates -> addDates(extras, dates));
    list(extras, "contacts").ifPresent(contacts -> addContacts(extras, contacts));
    object(extras, "terms_of_use").ifPresent(terms -> addTerms(extras, terms));
    object(extras, "spatial_reference").ifPresent(place -> addPlace(extras, place));
    Optional.ofNullable(extras.get("geographically_granularity"))
        .flatMap(level -> CodeLists.geocodingLevels().find(level))
        .ifPresent(level -> extras.putIfAbsent("politicalGeocodingLevelURI", level.iri()));
  }

  private static void rename(Map<String, String> extras, String old, String today) {
    var value = extras.get(old);
    if (value != null && !extras.containsKey(today)) {
      CkanPackage.list(value).stream().findFirst().ifPresent(first -> extras.put(today, first));
      extras.remove(old);
    }
  }

  private static void addDates(Map<String, String> extras, JsonNode dates) {
    for (var role : DATES) {
      for (var date : dates) {
        if (date.path("role").asText().equals(role.old())) {
          putIfAbsent(extras, role.today(), date, "date");
        }
      }
    }
  }

  private static void addContacts(Map<String, String> extras, JsonNode contacts) {
    for (var role : CONTACTS) {
      for (var contact : contacts) {
        var prefix = role.today() + "_";
        if (contact.path("role").asText().equals(role.old())
            && !extras.containsKey(prefix + "name")) {
          for (var field : List.of("name", "email", "url", "address")) {
            putIfAbsent(extras, prefix + field, contact, field);
          }
        }
      }
    }
  }

  private static void addTerms(Map<String, String> extras, JsonNode terms) {
    putIfAbsent(extras, "terms_license_id", terms, "license_id");
    putIfAbsent(extras, "terms_license_url", terms, "license_url");
    putIfAbsent(extras, "licenseAttributionByText", terms, "attribution_text");
  }

  private static void addPlace(Map<String, String> extras, JsonNode place) {
    putIfAbsent(extras, "spatial_text", place, "text");
    var key = place.path("ags").asText().replaceAll("\\s", "");
    switch (key.length()) {
      case 2 -> putKey(extras, "stateKey/" + key);
      case 5 -> putKey(extras, "districtKey/" + key);
      case 8 -> putKey(extras, "municipalityKey/" + key);
      default -> putIfAbsent(extras, "spatial_uri", place, "uri");
    }
  }

  private static void putKey(Map<String, String> extras, String key) {
    extras.putIfAbsent("spatial_uri", KEY + key);
    extras.putIfAbsent("politicalGeocodingURI", KEY + key);
  }

  private static void putIfAbsent(
      Map<String, String> extras, String key, JsonNode object, String field) {
    CkanPackage.textOf(object, field).ifPresent(text -> extras.putIfAbsent(key, text));
  }

  private static Optional<JsonNode> list(Map<String, String> extras, String key) {
    return nested(extras, key).filter(JsonNode::isArray);
  }

  private static Optional<JsonNode> object(Map<String, String> extras, String key) {
    return nested(extras, key).filter(JsonNode::isObject);
  }

  private static Optional<JsonNode> nested(Map<String, String> extras, String key) {
    return Optional.ofNullable(extras.get(key)).flatMap(CkanPackage::parsed);
  }
}
