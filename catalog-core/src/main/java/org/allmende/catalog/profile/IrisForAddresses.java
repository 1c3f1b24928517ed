package org.allmende.catalog.profile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.VCARD;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;

/** Addresses are IRI nodes, free of characters that RDF forbids (dcat-ap-de.md 3, 4.3, 4.6). */
final class IrisForAddresses implements ViewRule {

  private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";

  private static final List<Node> WEB_ADDRESSES =
      List.of(
          DCAT.accessURL.asNode(),
          DCAT.downloadURL.asNode(),
          DCAT.landingPage.asNode(),
          DCAT.endpointURL.asNode(),
          DCAT.endpointDescription.asNode(),
          FOAF.page.asNode(),
          FOAF.homepage.asNode(),
          DCTerms.conformsTo.asNode(),
          DCTerms.rights.asNode(),
          DCTerms.references.asNode(),
          VCARD.hasURL);

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    WEB_ADDRESSES.forEach(property -> Edit.objects(graph, property, IrisForAddresses::webAddress));
    unnest(graph, VCARD.hasEmail);
    unnest(graph, VCARD.hasTelephone);
    unnest(graph, VCARD.hasURL);
    Edit.objects(graph, VCARD.hasEmail, node -> withScheme(node, "mailto:", "[^\\s@]+@[^\\s@]+"));
    Edit.objects(graph, VCARD.hasTelephone, IrisForAddresses::telephone);
    Edit.objects(graph, DCAT.mediaType.asNode(), IrisForAddresses::mediaType);
  }

  private static Node webAddress(Node node) {
    if (node.isBlank()) {
      return node;
    }
    var text = Rdf.textOf(node).strip();
    return text.matches("(?i)https?://\\S.*") || node.isURI() ? Edit.iri(encoded(text)) : node;
  }

  /** {@code hasTelephone [ hasValue <tel:…> ]} fails the 3.0 shapes; its value stands for it. */
  private static void unnest(Graph graph, Node property) {
    for (var triple : graph.find(Node.ANY, property, Node.ANY).toList()) {
      if (triple.getObject().isBlank()) {
        var values = Rdf.objects(graph, triple.getObject(), VCARD.hasValue);
        if (!values.isEmpty()) {
          graph.delete(triple);
          values.forEach(value -> graph.add(triple.getSubject(), property, value));
          graph.remove(triple.getObject(), Node.ANY, Node.ANY);
        }
      }
    }
  }

  private static Node withScheme(Node node, String scheme, String form) {
    if (node.isBlank()) {
      return node;
    }
    var bare = Rdf.textOf(node).strip().replaceFirst("(?i)^" + scheme, "");
    return bare.matches(form) ? Edit.iri(encoded(scheme + bare)) : node;
  }

  private static Node telephone(Node node) {
    if (node.isBlank()) {
      return node;
    }
    var bare = Rdf.textOf(node).strip().replaceFirst("(?i)^tel:", "");
    var number = bare.replaceAll("[\\s()/.-]", "");
    return number.matches("\\+?\\d{3,}") ? Edit.iri("tel:" + number) : node;
  }

  private static Node mediaType(Node node) {
    var bare =
        Rdf.textOf(node)
            .strip()
            .replaceFirst("(?i)^https?://(www\\.)?iana\\.org/assignments/media-types/", "")
            .replaceFirst(";.*", "")
            .toLowerCase(Locale.ROOT);
    return bare.matches("[a-z]+/[a-z0-9][a-z0-9.+_-]*") ? Edit.iri(MEDIA_TYPES + bare) : node;
  }

  /** The address with every character percent-encoded that may not stand in an IRI. */
  static String encoded(String address) {
    var encoded = new StringBuilder(address.length());
    address
        .codePoints()
        .forEach(
            c -> {
              if (c <= ' ' || c == 0x7F || "<>\"{}|\\^`".indexOf(c) >= 0) {
                for (var b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                  encoded.append('%').append(String.format(Locale.ROOT, "%02X", b));
                }
              } else {
                encoded.appendCodePoint(c);
              }
            });
    return encoded.toString();
  }
}
