package org.allmende.harvest.source.ckan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.vocab.codelist.CodeLists;
import org.allmende.vocab.codelist.Concept;

/** CKAN groups as EU data themes: by code, by a spelling, or as one of the old German groups. */
final class GermanGroups {

  /** The groups of German portals before 2018 (OGPD). */
  private static final Map<String, List<String>> OLD =
      Map.ofEntries(
          Map.entry("bevoelkerung", List.of("SOCI")),
          Map.entry("bildung_wissenschaft", List.of("EDUC", "TECH")),
          Map.entry("geo", List.of("REGI")),
          Map.entry("geographie_geologie_geobasisdaten", List.of("REGI")),
          Map.entry("gesetze_justiz", List.of("JUST")),
          Map.entry("gesundheit", List.of("HEAL")),
          Map.entry("infrastruktur_bauen_wohnen", List.of("REGI")),
          Map.entry("kultur_freizeit_sport_tourismus", List.of("EDUC")),
          Map.entry("politik_wahlen", List.of("GOVE")),
          Map.entry("soziales", List.of("SOCI")),
          Map.entry("transport_verkehr", List.of("TRAN")),
          Map.entry("umwelt_klima", List.of("ENVI")),
          Map.entry("verbraucher", List.of("HEAL")),
          Map.entry("verwaltung", List.of("GOVE")),
          Map.entry("wirtschaft_arbeit", List.of("ECON")));

  private GermanGroups() {}

  /** The IRIs of the themes that a group stands for; empty for a group of the portal's own. */
  static List<String> themes(String name, String title) {
    var themes = CodeLists.themes();
    var known = themes.find(name).or(() -> title.isBlank() ? Optional.empty() : themes.find(title));
    return known.isPresent()
        ? List.of(known.get().iri())
        : OLD.getOrDefault(name.replace('-', '_'), List.of()).stream()
            .map(themes::require)
            .map(Concept::iri)
            .toList();
  }
}
