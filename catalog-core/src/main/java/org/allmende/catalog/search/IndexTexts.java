package org.allmende.catalog.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.model.ColumnView;
import org.allmende.catalog.model.DatasetView;
import org.allmende.catalog.model.LocalizedText;
import org.allmende.catalog.search.IndexText.Role;
import org.allmende.vocab.codelist.CodeLists;
import org.allmende.vocab.codelist.Concept;
import org.allmende.vocab.codelist.Municipalities;
import org.allmende.vocab.codelist.Municipality;

/** The texts of a dataset beside its title and description, each with its role. */
final class IndexTexts {

  /** A table with more columns than these is found by the first of them. */
  private static final int MOST_COLUMNS = 100;

  private final List<IndexText> texts = new ArrayList<>();

  private IndexTexts() {}

  /**
   * The texts of a dataset.
   *
   * @param places keys of the places that it covers
   */
  static List<IndexText> of(CatalogEntry entry, DatasetView view, List<String> places) {
    var all = new IndexTexts();
    all.add(Role.NAME, entry.addresses().name().value());
    all.add(Role.PUBLISHER, entry.publisher().title());
    all.add(Role.TITLE, view.title());
    all.add(Role.DESCRIPTION, view.abstractText());
    view.themes().forEach(theme -> all.addLabels(theme));
    view.license()
        .flatMap(CodeLists.licenses()::find)
        .ifPresent(license -> all.add(Role.LICENSE, license.labelDe()));
    view.identifier().ifPresent(identifier -> all.add(Role.NAME, identifier));
    for (var distribution : view.distributions()) {
      all.add(Role.DISTRIBUTION, distribution.title());
      all.add(Role.DISTRIBUTION, distribution.abstractText());
      IndexEntries.format(distribution).ifPresent(format -> all.add(Role.FORMAT, format));
    }
    all.addColumns(view);
    places.forEach(key -> placeName(key).ifPresent(name -> all.add(Role.PLACE, name)));
    view.places().forEach(place -> all.add(Role.PLACE, place.name()));
    entry.record().extras().values().forEach(value -> all.add(Role.EXTRA, value));
    return all.texts;
  }

  private void add(Role role, String text) {
    texts.add(IndexText.of(role, text));
  }

  private void add(Role role, LocalizedText text) {
    text.byLanguage().forEach((language, value) -> texts.add(new IndexText(role, language, value)));
  }

  /** Files of one table share their columns; what is said once counts once. */
  private void addColumns(DatasetView view) {
    view.distributions().stream()
        .flatMap(distribution -> distribution.columns().stream())
        .map(ColumnView::called)
        .distinct()
        .limit(MOST_COLUMNS)
        .forEach(name -> add(Role.COLUMN, name));
  }

  private void addLabels(Concept theme) {
    texts.add(new IndexText(Role.THEME, "de", theme.labelDe()));
    texts.add(new IndexText(Role.THEME, "en", theme.labelEn()));
  }

  private static Optional<String> placeName(String key) {
    return switch (key.length()) {
      case 8 -> Municipalities.findByAgs(key).map(Municipality::name);
      case 12 -> Municipalities.findByArs(key).map(Municipality::name);
      case 5 -> CodeLists.districts().find(key).map(Concept::labelDe);
      case 2 -> CodeLists.states().find(key).map(Concept::labelDe);
      default -> Optional.empty();
    };
  }
}
