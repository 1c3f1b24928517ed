package org.allmende.catalog.profile;

import java.util.regex.Pattern;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.vocab.DCATDE;
import org.apache.jena.graph.Graph;

/** The namespace of DCAT-AP.de carries no version number (dcat-ap-de.md 1). */
final class OldNamespaces implements ViewRule {

  private static final Pattern OLD =
      Pattern.compile("https?://(?:www\\.)?dcat-ap\\.de/def/dcatde/(?:\\d[\\d._]*/)?(\\w+)");

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    for (var triple : graph.find().toList()) {
      var property = triple.getPredicate().getURI();
      if (property.startsWith(DCATDE.NS) && property.indexOf('/', DCATDE.NS.length()) < 0) {
        continue;
      }
      var old = OLD.matcher(property);
      if (old.matches()) {
        graph.delete(triple);
        graph.add(triple.getSubject(), Edit.iri(DCATDE.NS + old.group(1)), triple.getObject());
      }
    }
  }
}
