package org.allmende.catalog.profile;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.VCARD;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * A web address is an IRI node, and one that every program can open: other letters than those of
 * ASCII are encoded, in the name of the host as RFC 3490 says.
 */
final class WebAddresses extends ValueRule {

  private static final Pattern WEB = Pattern.compile("(?i)(https?)://([^/?#\\s:@]+)(\\S*.*)");
  private static final Pattern BARE = Pattern.compile("(?i)www\\.[\\w-]+(\\.[\\w-]+)+(/\\S*)?");

  WebAddresses() {
    super(
        new Reason(
            "web-addresses",
            "3, 4.2, 4.3",
            "Eine Webadresse steht als Verweis (IRI), nicht als Text, und ohne Leerzeichen und"
                + " Umlaute.",
            "A web address is a reference (IRI), not text, and has no spaces and no umlauts."),
        Stream.concat(
                Terms.ADDRESSES.stream(),
                Stream.of(Terms.CONFORMS_TO, Terms.RIGHTS, Terms.REFERENCES, VCARD.hasURL))
            .toList());
  }

  @Override
  Node mended(Graph graph, Node value) {
    if (value.isBlank()) {
      return value;
    }
    var given = Rdf.textOf(value);
    var text = given.strip();
    if (value.isLiteral() && BARE.matcher(text).matches()) {
      text = "http://" + text;
    }
    var web = WEB.matcher(text);
    if (!web.matches()) {
      return value;
    }
    if (value.isURI() && isPlain(given)) {
      return value;
    }
    return Edit.iri(
        web.group(1).toLowerCase(Locale.ROOT) + "://" + host(web.group(2)) + rest(web.group(3)));
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c < 0x7F && !CleanIris.isForbidden(c));
  }

  private static String host(String host) {
    try {
      return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
    } catch (IllegalArgumentException e) {
      // No name of a host; as it came it does less harm than a guess would.
      return rest(host);
    }
  }

  private static String rest(String text) {
    return CleanIris.encoded(text, c -> c > 0x7E || CleanIris.isForbidden(c));
  }
}
