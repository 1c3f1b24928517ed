package org.allmende.catalog.profile;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.model.Identity;
import org.apache.jena.graph.Node;

/**
 * What a view needs beside the description.
 *
 * @param identity how this catalog names what it makes
 * @param datasetId the dataset's CKAN id
 * @param distributionIris the IRIs assigned to distributions that the source left blank nodes
 * @param modified the revision's time, for a description without {@code dct:modified}
 * @param language BCP 47 tag for untagged texts
 * @param contributorIds IRIs of the contributor id that GovData assigned; empty: none is emitted
 * @param legacyGeocoding whether {@code dcatde:politicalGeocodingURI} stands beside {@code
 *     dct:spatial}
 */
public record ViewContext(
    Identity identity,
    String datasetId,
    Map<Node, String> distributionIris,
    Instant modified,
    String language,
    List<String> contributorIds,
    boolean legacyGeocoding) {

  public ViewContext {
    distributionIris = Map.copyOf(distributionIris);
    contributorIds = List.copyOf(contributorIds);
  }

  /** The IRI assigned to a blank distribution. */
  Optional<String> distributionIri(Node blank) {
    return Optional.ofNullable(distributionIris.get(blank));
  }
}
