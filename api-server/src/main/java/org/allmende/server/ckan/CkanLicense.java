package org.allmende.server.ckan;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
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

  /** An entry of {@code license_list}. */
  static CkanResult listed(Concept license, String language) {
    return out -> {
      var open = license.is("open");
      out.writeStartObject();
      out.writeStringField("id", license.iri());
      out.writeStringField("title", license.label(language));
      out.writeStringField("url", license.attribute("url").orElse(license.iri()));
      out.writeStringField("family", "");
      out.writeStringField("status", "active");
      out.writeStringField("maintainer", "");
      writeFlags(out, open);
      out.writeStringField("od_conformance", open ? "approved" : "not reviewed");
      out.writeStringField("osd_conformance", "not reviewed");
      out.writeEndObject();
    };
  }

  private static void writeFlags(JsonGenerator out, boolean open) throws IOException {
    out.writeBooleanField("domain_content", open);
    out.writeBooleanField("domain_data", open);
    out.writeBooleanField("domain_software", false);
    out.writeBooleanField("is_generic", false);
  }
}
