package org.allmende.catalog.model;

import java.util.List;
import java.util.Optional;
import org.allmende.vocab.DCAT3;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;

/**
 * A series that a dataset belongs to ({@code dcat:inSeries}), as the dataset's description tells.
 *
 * @param iri its identity
 * @param slug its name in addresses: of its title, else of the end of its IRI
 * @param title what it is called; empty when the description does not say
 * @param description more about it; may be empty
 */
public record SeriesView(
    String iri, DatasetSlug slug, LocalizedText title, LocalizedText description) {

  /** What stands for a name that has no letter and no digit. */
  private static final String NAMELESS = "reihe";

  /** The series of a dataset; one without an IRI has no identity and is left out. */
  static List<SeriesView> all(Graph graph, Node dataset) {
    return Rdf.objects(graph, dataset, DCAT3.inSeries).stream()
        .filter(Node::isURI)
        .map(series -> of(graph, series))
        .toList();
  }

  private static SeriesView of(Graph graph, Node series) {
    var title = Rdf.text(graph, series, DCTerms.title.asNode());
    return new SeriesView(
        series.getURI(),
        DatasetSlug.ofTitle(title.in("de").orElseGet(() -> end(series.getURI())), NAMELESS),
        title,
        Rdf.text(graph, series, DCTerms.description.asNode()));
  }

  /** What people call it; the end of its IRI when nobody said. */
  public String called(String language) {
    return Optional.of(title).flatMap(text -> text.in(language)).orElseGet(() -> end(iri));
  }

  private static String end(String iri) {
    var path = iri.replaceFirst("[/#]+$", "");
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('#')) + 1);
  }
}
