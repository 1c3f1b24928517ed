package org.allmende.server.format.html;

import java.util.List;
import java.util.Optional;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.model.ColumnView;
import org.allmende.catalog.model.DatasetView;
import org.allmende.catalog.search.Hit;
import org.allmende.catalog.search.Match;
import org.allmende.server.format.html.SearchPage.FoundColumn;

/** The columns of a dataset's tables that the words of a search stand in. */
final class FoundColumns {
  private static final int MOST = 3;

  private FoundColumns() {}

  static List<FoundColumn> of(
      Hit hit, CatalogEntry entry, DatasetView view, Catalog catalog, Address address) {
    var page = address.dataset(entry.addresses().name().value());
    return hit.why().stream()
        .filter(match -> match.where() == Match.Where.COLUMN)
        .map(Match::found)
        .distinct()
        .limit(MOST)
        .flatMap(
            name ->
                anchor(name, entry, view, catalog)
                    .map(anchor -> new FoundColumn(name, page + "#" + anchor))
                    .stream())
        .toList();
  }

  /** Where the dataset's page lists the columns of the first file that has this one. */
  private static Optional<String> anchor(
      String name, CatalogEntry entry, DatasetView view, Catalog catalog) {
    return catalog.distributions(entry, view.description()).stream()
        .flatMap(named -> ShownFile.find(entry, view, named).stream())
        .filter(file -> file.distribution().columns().stream().anyMatch(it -> isCalled(it, name)))
        .map(file -> FileView.anchor(file.number()) + "-spalten")
        .findFirst();
  }

  private static boolean isCalled(ColumnView column, String name) {
    return column.called().byLanguage().values().stream()
        .anyMatch(said -> said.replaceAll("\\R", " ").equals(name));
  }
}
