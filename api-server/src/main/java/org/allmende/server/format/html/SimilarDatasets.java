package org.allmende.server.format.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.model.DatasetView;
import org.allmende.catalog.search.Expression;
import org.allmende.catalog.search.Hit;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.Page;
import org.allmende.catalog.search.Question;
import org.allmende.catalog.search.SearchQuery;
import org.allmende.catalog.search.SearchResult;

/**
 * Finds datasets that have keywords in common with one: the rarer a keyword, the more it counts;
 * the same theme and publisher count a little beside. Without keywords nothing is similar.
 */
final class SimilarDatasets {

  private static final int MOST = 4;

  /** The first keywords of a description say most; some have hundreds. */
  private static final int KEYWORDS = 12;

  private final Function<SearchQuery, SearchResult> index;

  /**
   * @param index answers searches
   */
  SimilarDatasets(Function<SearchQuery, SearchResult> index) {
    this.index = index;
  }

  /** Ordinals of those most like it, the most alike first; at most four. */
  List<Long> of(CatalogEntry entry, DatasetView view) {
    if (view.keywords().isEmpty()) {
      return List.of();
    }
    var question = new Question.Matching(alike(entry, view));
    var self = entry.addresses().ordinal();
    return index.apply(SearchQuery.asking(question).withPage(new Page(0, MOST + 1))).hits().stream()
        .map(Hit::ordinal)
        .filter(ordinal -> ordinal != self)
        .limit(MOST)
        .toList();
  }

  private static Expression alike(CatalogEntry entry, DatasetView view) {
    var keywords =
        view.keywords().stream()
            .limit(KEYWORDS)
            .<Expression>map(word -> new Expression.Term(IndexField.KEYWORD, word))
            .toList();
    var beside = new ArrayList<Expression>();
    for (var theme : view.themes()) {
      beside.add(little(IndexField.THEME, theme.code().toLowerCase(Locale.ROOT)));
    }
    beside.add(little(IndexField.PUBLISHER, entry.publisher().name().value()));
    return new Expression.Bool(List.of(Expression.any(keywords)), beside, List.of());
  }

  private static Expression little(IndexField field, String value) {
    return new Expression.Boost(new Expression.Term(field, value), 0.2f);
  }
}
