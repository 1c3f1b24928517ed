package org.allmende.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What was made up about a dataset, before it becomes RDF.
 *
 * @param id its CKAN id, the last part of its IRI
 * @param themes codes of EU data themes
 * @param year the year it is about, when it is about one
 * @param frequency code of the EU frequency
 * @param license code of the license of all its distributions
 * @param formats codes of the file types of its distributions
 */
record Sketch(
    String id,
    Town town,
    String title,
    String description,
    List<String> keywords,
    List<String> themes,
    LocalDate issued,
    LocalDate modified,
    Optional<Integer> year,
    String frequency,
    String license,
    List<String> formats,
    String office) {

  Sketch {
    keywords = List.copyOf(keywords);
    themes = List.copyOf(themes);
    formats = List.copyOf(formats);
  }

  /** The dataset's IRI. */
  String iri() {
    return "https://" + town.host() + "/dataset/" + id;
  }
}
