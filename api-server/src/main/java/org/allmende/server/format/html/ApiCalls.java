package org.allmende.server.format.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.allmende.server.ckan.ActionHelp;
import org.allmende.server.http.MediaTypes;

/**
 * Every call that programs can make, the one source of the reference for people and of the OpenAPI
 * text: the actions as they describe themselves, and the routes beside them.
 *
 * @param all in the order of the reference
 */
record ApiCalls(List<ApiCall> all) {
  private static final String ACTION = "/api/3/action/";
  private static final String RDF = "application/rdf+xml, text/turtle, application/ld+json";

  /** What ends the name of a call that answers as JSON what another answers otherwise. */
  static final String JSON = "Json";

  private static final SortedMap<String, String> FEEDS =
      new TreeMap<>(
          Map.of(
              "feed", "dataset",
              "organizationFeed", "organization/{name}",
              "groupFeed", "group/{name}",
              "placeFeed", "place/{name}",
              "tagFeed", "tag/{name}",
              "customFeed", "custom"));

  private static final Pattern PATH_PARAMETER = Pattern.compile("\\{([^}]+)}");
  private static final String SEARCH =
      "q art thema ort umkreis herausgeber reihe format lizenz jahr von bis aktualitaet qualitaet"
          + " sort";
  private static final String TABLE = "text/csv";
  private static final String TOPICS = MediaTypes.JSON + ", " + TABLE + ", " + RDF;

  ApiCalls {
    all = List.copyOf(all);
  }

  static ApiCalls of(List<ActionHelp> actions) {
    var calls = new ArrayList<ApiCall>(routes());
    FEEDS.forEach(
        (id, path) -> {
          var takes = id.equals("customFeed") ? "q fq sort page" : "page";
          calls.add(get(id, "/feeds/" + path + ".atom", "application/atom+xml", takes));
          calls.add(get(id + JSON, "/feeds/" + path + ".json", "application/feed+json", takes));
        });
    actions.stream().filter(ActionHelp::readOnly).map(ApiCalls::action).forEach(calls::add);
    actions.stream().filter(a -> !a.readOnly()).map(ApiCalls::action).forEach(calls::add);
    return new ApiCalls(calls);
  }

  private static ApiCall action(ActionHelp action) {
    return new ApiCall(
        action.readOnly() ? "actions" : "writing",
        action.name(),
        action.readOnly() ? "GET" : "POST",
        ACTION + action.name(),
        action.help(),
        ActionParameters.of(action.help()),
        List.of(MediaTypes.JSON));
  }

  private static List<ApiCall> routes() {
    return List.of(
        get("catalog", "/catalog.{suffix}", RDF, "page after modified_since q fq profiles"),
        get("dataset", "/dataset/{id}", RDF, ""),
        get("datasetJson", "/dataset/{id}.json", MediaTypes.JSON, ""),
        get("schemaOrg", "/datensatz/{slug}/schemaorg.jsonld", "application/ld+json", ""),
        get("linkset", "/datensatz/{slug}/linkset.json", "application/linkset+json", ""),
        get(
            "citation",
            "/datensatz/{slug}/zitat.{form}",
            "application/x-bibtex, application/x-research-info-systems, text/plain",
            ""),
        get("distribution", "/dataset/{id}/resource/{resource}", RDF, ""),
        get(
            "download",
            "/dataset/{id}/resource/{resource}/download",
            "application/octet-stream",
            ""),
        get("changes", "/changes.{suffix}", "application/jsonl, " + RDF, "after limit"),
        get("dump", "/dump/{file}", "application/gzip, application/json", ""),
        get("search", "/suche.json", MediaTypes.JSON, SEARCH + " seite explain"),
        get("searchTable", "/suche.csv", TABLE, SEARCH),
        get("suggestions", "/suche/vorschlaege", MediaTypes.JSON, "q"),
        get("themes", "/themen.{suffix}", TOPICS, ""),
        get("theme", "/thema/{key}.{suffix}", TOPICS, ""),
        get("publishers", "/herausgeber.{suffix}", TOPICS, ""),
        get("publisher", "/herausgeber/{key}.{suffix}", TOPICS, ""),
        get("seriesList", "/reihen.{suffix}", TOPICS, ""),
        get("series", "/reihe/{key}.{suffix}", TOPICS, ""),
        get("places", "/orte.{suffix}", TOPICS, ""),
        get("place", "/ort/{key}.{suffix}", TOPICS, ""),
        get(
            "file",
            "/datensatz/{slug}/datei/{file}.json",
            MediaTypes.JSON,
            "suche sort richtung seite"),
        get(
            "selection",
            "/datensatz/{slug}/datei/{file}/auswahl.{form}",
            TABLE + ", " + MediaTypes.JSON,
            "suche sort richtung"),
        get(
            "filePlaces",
            "/datensatz/{slug}/datei/{file}/karte.geojson",
            "application/geo+json",
            "suche"),
        get("chart", "/datensatz/{slug}/datei/{file}/diagramm.svg", "image/svg+xml", "suche"),
        get("qualityTable", "/qualitaet.csv", TABLE, ""),
        get("qualityHistory", "/qualitaet/verlauf.csv", TABLE, ""),
        get("quality", "/qualitaet.{suffix}", MediaTypes.JSON + ", " + RDF, "herausgeber lang"),
        get(
            "datasetQuality",
            "/datensatz/{slug}/qualitaet.{suffix}",
            MediaTypes.JSON + ", " + RDF,
            "lang"),
        get("status", "/status.json", MediaTypes.JSON, "lang"),
        get("statistics", "/statistik.json", MediaTypes.JSON, "von bis"),
        get("statisticsTable", "/statistik.csv", TABLE, "von bis"),
        get("words", "/statistik/suchworte.csv", TABLE, ""),
        get(
            "sparql",
            "/sparql",
            "application/sparql-results+json, " + TABLE + ", text/turtle",
            "query default-graph-uri named-graph-uri"),
        new ApiCall(
            "other",
            "validate",
            "POST",
            "/validate",
            "",
            names("profile"),
            List.of(MediaTypes.JSON, MediaTypes.TEXT, "text/turtle")));
  }

  private static ApiCall get(String id, String path, String mediaTypes, String query) {
    var parameters = new ArrayList<ApiCall.Parameter>();
    PATH_PARAMETER
        .matcher(path)
        .results()
        .forEach(found -> parameters.add(new ApiCall.Parameter(found.group(1), "")));
    parameters.addAll(names(query));
    return new ApiCall(
        "other", id, "GET", path, "", parameters, Arrays.asList(mediaTypes.split(", ")));
  }

  private static List<ApiCall.Parameter> names(String names) {
    return Stream.of(names.split(" "))
        .filter(name -> !name.isEmpty())
        .map(name -> new ApiCall.Parameter(name, ""))
        .toList();
  }

  List<ApiCall> in(String group) {
    return all.stream().filter(call -> call.group().equals(group)).toList();
  }
}
