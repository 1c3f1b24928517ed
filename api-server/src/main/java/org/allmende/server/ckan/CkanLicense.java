package org.allmende.server.ckan;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.allmende.catalog.model.DatasetView;
import org.allmende.vocab.codelist.CodeLists;
import org.allmende.vocab.codelist.Concept;
import org.apache.jena.vocabulary.DCTerms;

/**
 * A license as CKAN shows it.
 *
 * @param id its IRI in the list of DCAT-AP.de, else what the source wrote
 * @param concept its entry in that list
 */
record CkanLicense(String id, Optional<Concept> concept) {

  /** In CKAN's order. */
  private static final List<String> BUILT_IN =
      List.of(
          "notspecified",
          "odc-pddl",
          "odc-odbl",
          "odc-by",
          "cc-zero",
          "cc-by",
          "cc-by-sa",
          "gfdl",
          "other-open",
          "other-pd",
          "other-at",
          "uk-ogl",
          "cc-nc",
          "other-nc",
          "other-closed");

  private static final String OGL =
      "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";

  /** The license that a text means. */
  static CkanLicense of(String text) {
    var concept = CodeLists.licenses().find(text);
    return new CkanLicense(concept.map(Concept::iri).orElse(text), concept);
  }

  /** The license of most distributions, ties to the first; else the dataset's own. */
  static Optional<CkanLicense> of(DatasetView view, List<DatasetView.DistributionView> ordered) {
    var counts = new LinkedHashMap<CkanLicense, Integer>();
    ordered.forEach(d -> d.license().ifPresent(text -> counts.merge(of(text), 1, Integer::sum)));
    return counts.entrySet().stream()
        // max would take the last of equals
        .sorted(Comparator.comparingInt(entry -> -entry.getValue()))
        .map(java.util.Map.Entry::getKey)
        .findFirst()
        .or(() -> view.values(DCTerms.license.asNode()).stream().findFirst().map(CkanLicense::of));
  }

  String title(String language) {
    return concept.map(license -> license.label(language)).orElse(id);
  }

  Optional<String> url() {
    return concept
        .flatMap(license -> license.attribute("url"))
        .or(() -> Optional.of(id).filter(text -> text.startsWith("http")));
  }

  boolean isOpen() {
    return concept.map(license -> license.is("open")).orElse(false);
  }

  /** An entry of {@code license_list} under an id of its own. */
  static CkanResult listed(String id, Concept license, String language) {
    return listed(
        id,
        license.label(language),
        license.attribute("url").orElse(license.iri()),
        license.is("open"));
  }

  private static CkanResult listed(String id, String title, String url, boolean open) {
    return out -> {
      out.writeStartObject();
      out.writeStringField("id", id);
      out.writeStringField("title", title);
      out.writeStringField("url", url);
      out.writeStringField("family", "");
      out.writeStringField("status", "active");
      out.writeStringField("maintainer", "");
      writeFlags(out, open);
      out.writeStringField("od_conformance", open ? "approved" : "not reviewed");
      out.writeStringField("osd_conformance", "not reviewed");
      out.writeEndObject();
    };
  }

  /** The ids of CKAN's built-in list, each under the title of the license that it means here. */
  static Stream<CkanResult> builtIn(String language) {
    return BUILT_IN.stream()
        .map(
            id ->
                CodeLists.licenses()
                    .find(id)
                    .map(license -> listed(id, license, language))
                    .orElseGet(() -> unlisted(id, language)));
  }

  /** The two that DCAT-AP.de's list does not have. */
  private static CkanResult unlisted(String id, String language) {
    return id.equals("uk-ogl")
        ? listed(id, "Open Government Licence (UK)", OGL, true)
        : listed(id, language.equals("en") ? "License not specified" : "Keine Angabe", "", false);
  }

  private static void writeFlags(JsonGenerator out, boolean open) throws IOException {
    out.writeBooleanField("domain_content", open);
    out.writeBooleanField("domain_data", open);
    out.writeBooleanField("domain_software", false);
    out.writeBooleanField("is_generic", false);
  }
}
