package org.allmende.catalog.profile;

import java.util.regex.Pattern;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.vocab.DCATAP;
import org.allmende.vocab.DCATDE;
import org.apache.jena.graph.Graph;

/** The namespaces of DCAT-AP.de and DCAT-AP carry no version number, no www, no hash sign. */
final class OldNamespaces implements ViewRule {

  private static final Pattern OLD =
      Pattern.compile("https?://(?:www\\.)?dcat-ap\\.de/def/dcatde/(?:\\d[\\d._]*/)?(\\w+)");
  private static final String MISTAKEN = "http://data.europa.eu/r5r#";

  @Override
  public Reason reason() {
    return new Reason(
        "old-namespaces",
        "1",
        "GovData kennt die Eigenschaft nur unter der Adresse ohne Versionsnummer und ohne „www“.",
        "GovData knows the property only by the address without version number and www.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    for (var triple : graph.find().toList()) {
      var property = triple.getPredicate().getURI();
      var current = current(property);
      if (!current.equals(property)) {
        graph.delete(triple);
        graph.add(triple.getSubject(), Edit.iri(current), triple.getObject());
      }
    }
  }

  private static String current(String property) {
    if (property.startsWith(MISTAKEN)) {
      return DCATAP.NS + property.substring(MISTAKEN.length());
    }
    var isOurs = property.startsWith(DCATDE.NS) && property.indexOf('/', DCATDE.NS.length()) < 0;
    if (isOurs || !property.contains("dcat-ap.de/def/dcatde/")) {
      return property;
    }
    var old = OLD.matcher(property);
    return old.matches() ? DCATDE.NS + old.group(1) : property;
  }
}
