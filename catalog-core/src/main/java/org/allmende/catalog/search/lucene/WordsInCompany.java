package org.allmende.catalog.search.lucene;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.allmende.catalog.search.Question.Form;
import org.allmende.catalog.search.Question.Occur;
import org.allmende.catalog.search.Question.Part;
import org.allmende.catalog.search.language.Synonyms.Synonym;
import org.allmende.catalog.search.language.Unit;

/**
 * Loose words that mean one thing side by side: "öffentlicher Nahverkehr" is ÖPNV, though neither
 * word is. Each of them is found where a synonym of all of them is.
 */
final class WordsInCompany {

  private final UnitQueries units;
  private final List<List<Synonym>> found;
  private final List<Integer> run = new ArrayList<>();
  private final List<Unit> runUnits = new ArrayList<>();

  private WordsInCompany(UnitQueries units, int parts) {
    this.units = units;
    this.found = new ArrayList<>(Collections.nCopies(parts, List.of()));
  }

  /** For each part, in their order, what may stand instead of it and its neighbors. */
  static List<List<Synonym>> of(List<Part> parts, UnitQueries units) {
    var company = new WordsInCompany(units, parts.size());
    for (var i = 0; i < parts.size(); i++) {
      company.add(i, parts.get(i));
    }
    company.endRun();
    return company.found;
  }

  private void add(int index, Part part) {
    if (!isPlainWord(part)) {
      endRun();
      return;
    }
    var read = GermanAnalysis.GERMAN.units(part.alternatives().getFirst().text());
    if (read.size() > 1) {
      endRun();
    } else if (!read.isEmpty()) { // a stop word parts nothing: Menschen mit Behinderung
      run.add(index);
      runUnits.addAll(read);
    }
  }

  private static boolean isPlainWord(Part part) {
    return part.occur() != Occur.MUST_NOT
        && part.alternatives().size() == 1
        && part.alternatives().getFirst().form() == Form.WORD;
  }

  private void endRun() {
    for (var from = 0; from < run.size(); ) {
      var to = units.sameThing(runUnits, from);
      if (to > from + 1) {
        var synonyms = units.together(runUnits.subList(from, to));
        run.subList(from, to).forEach(index -> found.set(index, synonyms));
      }
      from = to;
    }
    run.clear();
    runUnits.clear();
  }
}
