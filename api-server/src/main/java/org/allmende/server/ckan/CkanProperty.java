package org.allmende.server.ckan;

import java.util.List;
import java.util.Optional;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.ADMS;
import org.allmende.vocab.DCATAP;
import org.allmende.vocab.DCATDE;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;

/**
 * A key of CKAN's JSON that stands for one property: the column "CKAN" of {@code dcat-ap-de.md} 4.2
 * and 4.3. Whoever reads a description and whoever writes to it uses the same lists.
 *
 * @param key an extra of a dataset, or a key of a resource
 * @param property of the dataset or the distribution
 * @param isList true when all values stand there, as a JSON list in a text
 */
record CkanProperty(String key, Node property, boolean isList) {

  /** Extras of a dataset. */
  static final List<CkanProperty> OF_DATASETS =
      List.of(
          one("identifier", DCTerms.identifier.asNode()),
          one("issued", DCTerms.issued.asNode()),
          one("modified", DCTerms.modified.asNode()),
          one("frequency", DCTerms.accrualPeriodicity.asNode()),
          one("access_rights", DCTerms.accessRights.asNode()),
          one("availability", DCATAP.availability),
          one("provenance", DCTerms.provenance.asNode()),
          one("dcat_type", DCTerms.type.asNode()),
          one("version_notes", ADMS.versionNotes),
          one("metadata_original_html", DCAT.landingPage.asNode()),
          one("politicalGeocodingLevelURI", DCATDE.politicalGeocodingLevelURI),
          one("qualityProcessURI", DCATDE.qualityProcessURI),
          one("spatial_resolution_in_meters", dcat("spatialResolutionInMeters")),
          one("temporal_resolution", dcat("temporalResolution")),
          all("theme", DCAT.theme.asNode()),
          all("language", DCTerms.language.asNode()),
          all("contributorID", DCATDE.contributorID),
          all("politicalGeocodingURI", DCATDE.politicalGeocodingURI),
          all("geocodingText", DCATDE.geocodingDescription),
          all("legalbasisText", DCATDE.legalBasis),
          all("documentation", FOAF.page.asNode()),
          all("conforms_to", DCTerms.conformsTo.asNode()),
          all("references", DCTerms.references.asNode()),
          all("related_resource", DCTerms.relation.asNode()),
          all("is_referenced_by", DCTerms.isReferencedBy.asNode()),
          all("source", DCTerms.source.asNode()),
          all("sample", ADMS.sample),
          all("in_series", dcat("inSeries")),
          all("has_version", DCTerms.hasVersion.asNode()),
          all("is_version_of", DCTerms.isVersionOf.asNode()),
          all("applicable_legislation", DCATAP.applicableLegislation),
          all("hvd_category", DCATAP.hvdCategory));

  /** Further keys of a resource. */
  static final List<CkanProperty> OF_DISTRIBUTIONS =
      List.of(
          one("availability", DCATAP.availability),
          one("issued", DCTerms.issued.asNode()),
          one("modified", DCTerms.modified.asNode()),
          one("status", ADMS.status),
          one("rights", DCTerms.rights.asNode()),
          one("compress_format", dcat("compressFormat")),
          one("package_format", dcat("packageFormat")),
          one("spatial_resolution_in_meters", dcat("spatialResolutionInMeters")),
          one("temporal_resolution", dcat("temporalResolution")),
          all("language", DCTerms.language.asNode()),
          all("conforms_to", DCTerms.conformsTo.asNode()),
          all("documentation", FOAF.page.asNode()),
          all("applicable_legislation", DCATAP.applicableLegislation),
          all("access_services", DCAT.accessService.asNode()));

  private static CkanProperty one(String key, Node property) {
    return new CkanProperty(key, property, false);
  }

  private static CkanProperty all(String key, Node property) {
    return new CkanProperty(key, property, true);
  }

  private static Node dcat(String name) {
    return Rdf.iri(DCAT.NS + name);
  }

  /** What the JSON shows of these values; nothing when there are none. */
  Optional<String> shown(List<String> values) {
    if (values.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(isList ? CkanJson.listInText(values) : values.getFirst());
  }
}
