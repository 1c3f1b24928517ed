package org.allmende.catalog.profile;

import java.util.List;
import java.util.regex.Pattern;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.VCARD;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.vocabulary.FOAF;

/** A telephone number is an IRI that begins with {@code tel:}. */
final class Telephones extends ValueRule {

  private static final Pattern SCHEME = Pattern.compile("^(?i)tel:");
  private static final Pattern TRUNK_ZERO = Pattern.compile("\\(0\\)");
  private static final Pattern BETWEEN = Pattern.compile("[\\s()/.\\-–]");
  private static final Pattern NUMBER = Pattern.compile("\\+?\\d{3,}");

  Telephones() {
    super(
        new Reason(
            "telephones",
            "4.6",
            "Eine Telefonnummer steht als Verweis mit „tel:“, ohne Leer- und Trennzeichen.",
            "A telephone number is a reference that begins with tel:, without spaces and dashes."),
        List.of(VCARD.hasTelephone, FOAF.phone.asNode()));
  }

  @Override
  Node mended(Graph graph, Node value) {
    if (value.isBlank()) {
      return value;
    }
    var bare = SCHEME.matcher(Rdf.textOf(value).strip()).replaceFirst("");
    var international = bare.startsWith("+") ? TRUNK_ZERO.matcher(bare).replaceFirst("") : bare;
    var number = BETWEEN.matcher(international).replaceAll("");
    return NUMBER.matcher(number).matches() ? Edit.iri("tel:" + number) : value;
  }
}
