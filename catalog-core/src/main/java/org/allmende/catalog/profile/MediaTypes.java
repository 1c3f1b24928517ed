package org.allmende.catalog.profile;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.allmende.catalog.model.Rdf;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCAT;

/** A media type is an IRI of IANA's list. */
final class MediaTypes extends ValueRule {

  static final String LIST = "https://www.iana.org/assignments/media-types/";
  private static final Pattern BEFORE =
      Pattern.compile("^(?i)https?://(www\\.)?iana\\.org/assignments/media-types/");
  private static final Pattern FORM = Pattern.compile("[a-z]+/[a-z0-9][a-z0-9.+_-]*");

  MediaTypes() {
    super(
        new Reason(
            "media-types",
            "4.3",
            "Der Medientyp steht als Verweis auf die Liste der IANA.",
            "The media type is a reference to IANA's list."),
        List.of(
            DCAT.mediaType.asNode(), DCAT.compressFormat.asNode(), DCAT.packageFormat.asNode()));
  }

  @Override
  Node mended(Graph graph, Node value) {
    if (value.isBlank()) {
      return value;
    }
    var text = BEFORE.matcher(Rdf.textOf(value).strip()).replaceFirst("");
    var parameters = text.indexOf(';');
    var bare =
        (parameters < 0 ? text : text.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    return FORM.matcher(bare).matches() ? Edit.iri(LIST + bare) : value;
  }
}
