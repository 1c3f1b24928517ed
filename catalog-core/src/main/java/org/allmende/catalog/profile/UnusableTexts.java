package org.allmende.catalog.profile;

import java.util.List;
import java.util.stream.Stream;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.vocab.ADMS;
import org.allmende.vocab.DCATAP;
import org.allmende.vocab.DCATDE;
import org.allmende.vocab.ODRL;
import org.allmende.vocab.PROV;
import org.allmende.vocab.SPDX;
import org.allmende.vocab.VCARD;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;

/** A text where a reference must stand, and that means no address, is left out. */
final class UnusableTexts implements ViewRule {

  private static final List<Node> IRIS =
      List.of(
          Terms.ACCESS_URL,
          Terms.DOWNLOAD_URL,
          Terms.ENDPOINT_URL,
          Terms.REFERENCES,
          DCATDE.contributorID,
          DCATDE.politicalGeocodingLevelURI,
          DCATDE.politicalGeocodingURI,
          DCATDE.qualityProcessURI,
          VCARD.hasEmail,
          VCARD.hasTelephone,
          VCARD.hasURL);

  private static final List<Node> MEDIA_TYPES =
      List.of(DCAT.mediaType.asNode(), DCAT.compressFormat.asNode(), DCAT.packageFormat.asNode());

  private static final List<Node> NODES =
      Stream.concat(
              Terms.ADDRESSES.stream(),
              Stream.of(
                  Terms.CONTACT_POINT,
                  Terms.DISTRIBUTION,
                  Terms.ACCESS_SERVICE,
                  Terms.TEMPORAL,
                  Terms.DCT_TYPE,
                  ADMS.sample,
                  DCATAP.applicableLegislation,
                  DCATAP.hvdCategory,
                  DCAT.qualifiedRelation.asNode(),
                  DCTerms.relation.asNode(),
                  DCTerms.hasVersion.asNode(),
                  DCTerms.isVersionOf.asNode(),
                  DCTerms.isReferencedBy.asNode(),
                  ODRL.hasPolicy,
                  PROV.qualifiedAttribution,
                  PROV.wasGeneratedBy,
                  SPDX.checksum))
          .toList();

  @Override
  public Reason reason() {
    return new Reason(
        "unusable-texts",
        "2.7, 4",
        "Hier muss ein Verweis (IRI) stehen; der Text lässt sich nicht sicher in einen verwandeln.",
        "A reference (IRI) must stand here; the text cannot be turned into one with certainty.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    IRIS.forEach(property -> Edit.removeIf(graph, property, t -> !t.getObject().isURI()));
    NODES.forEach(property -> Edit.removeIf(graph, property, t -> t.getObject().isLiteral()));
    MEDIA_TYPES.forEach(
        property -> Edit.removeIf(graph, property, t -> !isMediaType(t.getObject())));
  }

  private static boolean isMediaType(Node value) {
    return value.isURI() && value.getURI().startsWith(MediaTypes.LIST);
  }
}
