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
        .flatMap(name -> find(name, entry, view, catalog, address.language(), page).stream())
        .distinct()
        .limit(MOST)
        .toList();
  }

  /**
   * The column in the page's language, and where the dataset's page lists those of the first file
   * that has it.
   */
  private static Optional<FoundColumn> find(
      String name,
      CatalogEntry entry,
      DatasetView view,
      Catalog catalog,
      String language,
      String page) {
    return catalog.distributions(entry, view.description()).stream()
        .flatMap(named -> ShownFile.find(entry, view, named).stream())
        .flatMap(
            file ->
                file.distribution().columns().stream()
                    .filter(column -> isCalled(column, name))
                    .map(column -> column.called().in(language).orElse(name))
                    .map(called -> new FoundColumn(called, page + anchor(file))))
        .findFirst();
  }

  private static String anchor(ShownFile file) {
    return "#" + FileView.anchor(file.number()) + "-spalten";
  }

  private static boolean isCalled(ColumnView column, String name) {
    return column.called().byLanguage().values().stream()
        .anyMatch(said -> said.replaceAll("\\R", " ").equals(name));
  }
}
