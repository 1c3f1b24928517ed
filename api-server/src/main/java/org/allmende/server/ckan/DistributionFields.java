package org.allmende.server.ckan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allmende.catalog.model.Identity;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.DCATDE;
import org.allmende.vocab.SPDX;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;

/** Changed keys of a resource, written to its distribution ({@code dcat-ap-de.md} 4.3). */
final class DistributionFields {

  private static final Map<String, CkanProperty> TABLE =
      CkanProperty.OF_DISTRIBUTIONS.stream()
          .collect(Collectors.toUnmodifiableMap(CkanProperty::key, property -> property));

  private static final Map<String, Node> TEXTS =
      Map.of(
          "name", DCTerms.title.asNode(),
          "description", DCTerms.description.asNode(),
          "licenseAttributionByText", DCATDE.licenseAttributionByText);

  private static final Map<String, Node> VALUES =
      Map.of(
          "access_url", DCAT.accessURL.asNode(),
          "download_url", DCAT.downloadURL.asNode(),
          "format", DCTerms.format.asNode(),
          "mimetype", DCAT.mediaType.asNode(),
          "size", DCAT.byteSize.asNode(),
          "created", DCTerms.issued.asNode(),
          "last_modified", DCTerms.modified.asNode(),
          "license", DCTerms.license.asNode());

  private static final Set<String> CHECKSUM = Set.of("hash", "hash_algorithm");

  /** Another key for the same property, which gives way to the first. */
  private static final Map<String, String> SECOND_NAMES =
      Map.of(
          "access_url", "url",
          "download_url", "url",
          "issued", "created",
          "modified", "last_modified",
          "hash_algorithm", "hash");

  private static final Set<String> WITHOUT_PROPERTY = Set.of("url_type", "uri");

  private final DescriptionEdit edit;
  private final Identity identity;

  DistributionFields(DescriptionEdit edit, Identity identity) {
    this.edit = edit;
    this.identity = identity;
  }

  /** True for a key that the description can say. */
  private static boolean isSaid(String key) {
    return TABLE.containsKey(key)
        || TEXTS.containsKey(key)
        || VALUES.containsKey(key)
        || CHECKSUM.contains(key)
        || key.equals("url");
  }

  /** What DCAT has no word for, as texts. */
  static Map<String, String> free(ResourceForm resource) {
    var free = new TreeMap<String, String>();
    resource
        .values()
        .forEach(
            (key, value) -> {
              if (!isSaid(key) && !WITHOUT_PROPERTY.contains(key)) {
                PackageForm.written(value)
                    .filter(text -> !text.isEmpty())
                    .ifPresent(text -> free.put(key, text));
              }
            });
    return free;
  }

  /** The keys whose values differ and count. */
  static Map<String, Optional<JsonNode>> changes(ResourceForm now, ResourceForm wanted) {
    var changes = new HashMap<String, Optional<JsonNode>>();
    Stream.concat(now.values().keySet().stream(), wanted.values().keySet().stream())
        .distinct()
        .filter(DistributionFields::isSaid)
        .filter(key -> !Optional.ofNullable(now.values().get(key)).equals(value(wanted, key)))
        .forEach(key -> changes.put(key, value(wanted, key)));
    changes
        .entrySet()
        .removeIf(change -> change.getValue().isEmpty() && givesWay(change.getKey(), wanted));
    return changes;
  }

  private static Optional<JsonNode> value(ResourceForm form, String key) {
    return Optional.ofNullable(form.values().get(key));
  }

  /** A key that is taken away says nothing while the first name of its property stands. */
  private static boolean givesWay(String key, ResourceForm wanted) {
    if (key.equals("license")) {
      return true; // the package's license stays its own
    }
    var first = SECOND_NAMES.get(key);
    return first != null && wanted.text(first).filter(text -> !text.isEmpty()).isPresent();
  }

  /**
   * Writes changed keys.
   *
   * @param node the distribution
   * @param from the same in the source, which says the new values
   */
  void write(Node node, Node from, ResourceForm now, Map<String, Optional<JsonNode>> changes) {
    if (changes.containsKey("url")) {
      writeUrl(node, from, now.text("url").orElse(""));
    }
    changes.forEach((key, value) -> write(key, node, from, now, value));
    if (changes.keySet().stream().anyMatch(CHECKSUM::contains)) {
      edit.replaceAll(node, from, SPDX.checksum);
    }
  }

  private void write(
      String key, Node node, Node from, ResourceForm now, Optional<JsonNode> wanted) {
    if (TEXTS.containsKey(key)) {
      edit.text(node, TEXTS.get(key), wanted.flatMap(PackageForm::written));
    } else if (VALUES.containsKey(key)) {
      edit.replace(node, source(from, wanted), VALUES.get(key));
    } else if (TABLE.containsKey(key)) {
      write(TABLE.get(key), node, from, now, wanted);
    }
  }

  private void write(
      CkanProperty row, Node node, Node from, ResourceForm now, Optional<JsonNode> wanted) {
    if (row.isList()) {
      var shown = now.text(row.key()).map(WriteThrough::list).orElse(List.of());
      var kept = wanted.flatMap(PackageForm::written).map(WriteThrough::list).orElse(List.of());
      edit.replaceList(node, from, row.property(), shown, kept);
    } else {
      edit.replace(node, source(from, wanted), row.property());
    }
  }

  private static Node source(Node from, Optional<JsonNode> wanted) {
    return wanted.isPresent() ? from : DescriptionEdit.NOWHERE;
  }

  /** The address that the JSON shows stands in one property or in both: there it is changed. */
  private void writeUrl(Node node, Node from, String shown) {
    var addresses = List.of(DCAT.accessURL.asNode(), DCAT.downloadURL.asNode());
    var news = Rdf.objects(edit.source(), from, DCAT.accessURL.asNode());
    var isUpload = !Rdf.objects(edit.source(), from, DCAT.downloadURL.asNode()).isEmpty();
    var isFound = false;
    for (var property : addresses) {
      for (var old : Rdf.objects(edit.graph(), node, property)) {
        if (identity.today(Rdf.textOf(old)).equals(shown)) {
          isFound = true;
          edit.remove(node, property, old);
          news.forEach(address -> edit.add(node, property, address));
        }
      }
    }
    if (!isFound || isUpload) {
      news.forEach(address -> edit.add(node, DCAT.accessURL.asNode(), address));
    }
    if (isUpload) {
      edit.clear(node, DCAT.downloadURL.asNode());
      news.forEach(address -> edit.add(node, DCAT.downloadURL.asNode(), address));
    }
  }
}
