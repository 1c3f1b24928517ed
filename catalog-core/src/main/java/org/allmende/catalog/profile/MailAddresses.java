package org.allmende.catalog.profile;

import java.util.List;
import java.util.regex.Pattern;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.VCARD;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.vocabulary.FOAF;

/** An e-mail address is an IRI that begins with {@code mailto:}. */
final class MailAddresses extends ValueRule {

  private static final Pattern SCHEME = Pattern.compile("^(?i)(mailto:)+");
  private static final Pattern HIDDEN_AT =
      Pattern.compile("(?i)\\s*[(\\[{]\\s*(at|ät|@)\\s*[)\\]}]\\s*");
  private static final Pattern HIDDEN_DOT =
      Pattern.compile("(?i)\\s*[(\\[{]\\s*(dot|punkt)\\s*[)\\]}]\\s*");
  private static final Pattern MAIL = Pattern.compile("[^\\s@<>]+@[^\\s@<>]+");

  MailAddresses() {
    super(
        new Reason(
            "mail-addresses",
            "4.6, K 1",
            "Eine E-Mail-Adresse steht als Verweis mit „mailto:“.",
            "An e-mail address is a reference that begins with mailto:."),
        List.of(VCARD.hasEmail, FOAF.mbox.asNode()));
  }

  @Override
  Node mended(Graph graph, Node value) {
    if (value.isBlank()) {
      return value;
    }
    var bare = SCHEME.matcher(Rdf.textOf(value).strip()).replaceFirst("");
    var shown = HIDDEN_DOT.matcher(HIDDEN_AT.matcher(bare).replaceAll("@")).replaceAll(".");
    return MAIL.matcher(shown).matches()
        ? Edit.iri("mailto:" + CleanIris.encoded(shown, CleanIris::isForbidden))
        : value;
  }
}
