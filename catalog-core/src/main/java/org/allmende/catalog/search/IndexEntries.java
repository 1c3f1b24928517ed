package org.allmende.catalog.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.geo.Shape;
import org.allmende.catalog.geo.Shapes;
import org.allmende.catalog.model.DatasetView;
import org.allmende.catalog.model.DatasetView.DistributionView;
import org.allmende.vocab.codelist.CodeLists;

/** What we index for a dataset, read from its {@code dcatap_de} view and its record. */
public final class IndexEntries {

  private IndexEntries() {}

  /**
   * The index entry of a dataset.
   *
   * @param view the reading of its {@code dcatap_de} view
   */
  public static IndexEntry of(CatalogEntry entry, DatasetView view) {
    var title = view.title();
    return new IndexEntry(
        entry.uri(),
        entry.addresses().ordinal(),
        title.in("de").orElse(entry.addresses().name().value()),
        view.abstractText().in("de").orElse(""),
        title.languageOf("de").isEmpty() ? "de" : title.languageOf("de"),
        exact(entry, view),
        numbers(entry, view),
        Map.of(),
        IndexTexts.of(entry, view, view.placeKeys()),
        shapes(entry, view));
  }

  private static Map<IndexField, List<String>> exact(CatalogEntry entry, DatasetView view) {
    var exact = new HashMap<IndexField, List<String>>();
    exact.put(IndexField.ID, List.of(entry.addresses().id()));
    exact.put(IndexField.NAME, List.of(entry.addresses().name().value()));
    exact.put(IndexField.KEYWORD, view.keywords());
    exact.put(
        IndexField.THEME,
        view.themes().stream().map(theme -> theme.code().toLowerCase(Locale.ROOT)).toList());
    exact.put(IndexField.PUBLISHER, List.of(entry.publisher().name().value()));
    exact.put(IndexField.PUBLISHER_ID, List.of(entry.publisher().id()));
    exact.put(IndexField.PUBLISHER_TYPE, publisherType(view).stream().toList());
    exact.put(IndexField.FORMAT, formats(view));
    exact.put(IndexField.LICENSE, view.license().stream().toList());
    exact.put(IndexField.OPEN_LICENSE, List.of(String.valueOf(isOpen(view))));
    exact.put(IndexField.PLACE, view.placeKeys());
    exact.put(
        IndexField.SERIES,
        view.series().stream().map(series -> series.slug().value()).distinct().toList());
    FacetFields.add(exact, view, view.placeKeys());
    exact.put(IndexField.UPDATED_DAY, List.of(FacetFields.updatedDay(entry, view)));
    exact.put(IndexField.SOURCE, entry.record().source().stream().toList());
    exact.put(IndexField.STATE, List.of(entry.record().state().name().toLowerCase(Locale.ROOT)));
    exact.put(IndexField.VISIBILITY, List.of(entry.isPublic() ? "public" : "private"));
    exact.put(IndexField.PRIVATE, List.of(String.valueOf(entry.record().isPrivate())));
    exact.put(IndexField.OWNER, entry.record().organization().stream().toList());
    exact.put(IndexField.CREATOR, entry.record().creator().stream().toList());
    exact.values().removeIf(List::isEmpty);
    return exact;
  }

  private static Optional<String> publisherType(DatasetView view) {
    return view.publisher()
        .flatMap(publisher -> publisher.type())
        .map(type -> type.code().toLowerCase(Locale.ROOT));
  }

  private static List<String> formats(DatasetView view) {
    return view.distributions().stream()
        .map(IndexEntries::format)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  /** CKAN's short name of a format, else its code, else what the source wrote. */
  static Optional<String> format(DistributionView distribution) {
    return distribution
        .format()
        .map(type -> type.attribute("ckan").orElse(type.code()))
        .or(distribution::formatText);
  }

  private static boolean isOpen(DatasetView view) {
    return view.license()
        .flatMap(CodeLists.licenses()::find)
        .map(license -> license.is("open"))
        .orElse(false);
  }

  /** The shapes of its places; a box or a point only of a place that has nothing better. */
  private static List<Shape> shapes(CatalogEntry entry, DatasetView view) {
    var shapes = new ArrayList<Shape>();
    for (var place : view.places()) {
      place.geometries().stream()
          .map(Shapes::read)
          .filter(read -> !read.isEmpty())
          .findFirst()
          .or(() -> place.bbox().map(Shapes::read).filter(read -> !read.isEmpty()))
          .or(() -> place.centroid().map(Shapes::read))
          .ifPresent(shapes::addAll);
    }
    var spatial = entry.record().extras().get("spatial");
    if (shapes.isEmpty() && spatial != null) {
      shapes.addAll(Shapes.read(spatial));
    }
    return shapes;
  }

  private static Map<IndexField, Long> numbers(CatalogEntry entry, DatasetView view) {
    var numbers = new HashMap<IndexField, Long>();
    numbers.put(IndexField.CREATED, entry.record().created().toEpochMilli());
    numbers.put(IndexField.MODIFIED, entry.record().modified().toEpochMilli());
    numbers.put(IndexField.UPDATED, FacetFields.updated(entry, view).toEpochMilli());
    numbers.put(IndexField.DISTRIBUTIONS, (long) view.distributions().size());
    numbers.put(IndexField.KEYWORDS, (long) view.keywords().size());
    return numbers;
  }
}
