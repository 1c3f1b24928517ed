package org.allmende.catalog.profile;

import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.allmende.catalog.model.DatasetUri;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;

/** A description without {@code dct:modified} gets the time of its revision. */
final class ModifiedTime implements ViewRule {

  @Override
  public Reason reason() {
    return new Reason(
        "modified-time",
        "2.5",
        "Ohne Änderungsdatum (dct:modified) verwirft das Portal den Datensatz als Dublette;"
            + " eingetragen ist, wann sich die Beschreibung hier zuletzt änderte.",
        "Without a time of change (dct:modified) the portal drops the dataset as a duplicate; it is"
            + " when the description last changed here.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    if (!Edit.has(graph, dataset.node(), Terms.MODIFIED)) {
      var seconds = context.modified().truncatedTo(ChronoUnit.SECONDS);
      graph.add(
          dataset.node(),
          Terms.MODIFIED,
          Edit.typed(DateTimeFormatter.ISO_INSTANT.format(seconds), XSDDatatype.XSDdateTime));
    }
  }
}
