package org.allmende.catalog.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.allmende.catalog.search.language.English;
import org.allmende.catalog.search.language.Synonyms;
import org.allmende.catalog.search.language.Synonyms.Synonym;
import org.allmende.catalog.search.language.Unit;
import org.allmende.catalog.search.language.Word;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

/** A word that is sought, with all the ways in which it may be found. */
final class UnitQueries {

  /** What being found as written adds to being found by the stem. */
  private static final float AS_WRITTEN = 0.4f;

  /** What a synonym counts beside the word itself, when the two mean exactly the same. */
  private static final float SYNONYM = 0.6f;

  /** Worth of several words that are found together in a title, and in a text. */
  private static final float TOGETHER_IN_TITLE = 0.6f;

  private static final float TOGETHER_IN_TEXT = 0.25f;

  /** Worth of the parts of a compound that are found in different places. */
  private static final float APART = 0.2f;

  /** What a compound's rest counts when its head says only in what form the data come. */
  private static final float WITHOUT_FORM = 0.35f;

  /** Heads of compounds that say in what form the data come, not what they are about. */
  private static final Set<String> FORMS =
      Set.of(
          "statistik",
          "zahl",
          "bestand",
          "daten",
          "datensatz",
          "ubersicht",
          "information",
          "auswertung",
          "verzeichnis",
          "standort");

  private final Synonyms synonyms;

  UnitQueries(Synonyms synonyms) {
    this.synonyms = synonyms;
  }

  /** The end of the longest run of words from here that has synonyms as one. */
  int sameThing(List<Unit> units, int from) {
    for (var to = Math.min(units.size(), from + synonyms.longest()); to > from + 1; to--) {
      if (!together(units.subList(from, to)).isEmpty()) {
        return to;
      }
    }
    return from + 1;
  }

  /** What may stand instead of these words as one. */
  List<Synonym> together(List<Unit> units) {
    return synonyms.of(stems(units));
  }

  /** What is one thing: a word, or several that have synonyms together. */
  Query of(List<Unit> units) {
    if (units.size() == 1) {
      return of(units.getFirst());
    }
    var eachWord = new BooleanQuery.Builder();
    units.forEach(unit -> eachWord.add(of(unit), Occur.MUST));
    var ways = new ArrayList<Query>();
    ways.add(eachWord.build());
    addLonger(ways, together(units));
    shorter(together(units)).ifPresent(ways::add);
    return best(ways);
  }

  private static List<String> stems(List<Unit> units) {
    return units.stream().map(unit -> unit.word().stem()).toList();
  }

  private Query of(Unit unit) {
    var found = synonyms.of(List.of(unit.word().stem()));
    var ways = new ArrayList<Query>();
    ways.add(terms(unit.word(), found));
    addLonger(ways, found);
    if (!unit.pieces().isEmpty()) {
      ways.add(pieces(unit));
    }
    var split = unit.word().split();
    if (split.size() > 1) {
      ways.add(inTitle(split));
      ways.add(anywhere(split, APART));
      if (FORMS.contains(split.getLast())) {
        ways.add(withoutForm(split.subList(0, split.size() - 1)));
      }
    }
    return best(ways);
  }

  /** As it is typed, without synonyms: what somebody excludes is excluded literally. */
  static Query literally(Unit unit) {
    return terms(unit.word(), List.of());
  }

  private static Query best(List<Query> ways) {
    return ways.size() == 1 ? ways.getFirst() : new DisjunctionMaxQuery(ways, 0);
  }

  private static Query terms(Word word, List<Synonym> synonyms) {
    var terms =
        new SynonymQuery.Builder(MatchField.NAME)
            .addTerm(term(word.stem()), 1)
            .addTerm(term(MatchTerms.exact(word.form())), AS_WRITTEN)
            .addTerm(term(MatchTerms.english(English.stem(word.form()))), 1);
    addTo(terms, synonyms);
    return terms.build();
  }

  private static void addTo(SynonymQuery.Builder terms, List<Synonym> synonyms) {
    for (var synonym : synonyms) {
      if (synonym.stems().size() == 1) {
        terms.addTerm(term(synonym.stems().getFirst()), SYNONYM * synonym.weight());
      }
    }
  }

  /** Synonyms of one word for a query of several. */
  private static Optional<Query> shorter(List<Synonym> synonyms) {
    var single = synonyms.stream().filter(synonym -> synonym.stems().size() == 1).toList();
    if (single.isEmpty()) {
      return Optional.empty();
    }
    var terms = new SynonymQuery.Builder(MatchField.NAME);
    addTo(terms, single);
    return Optional.of(terms.build());
  }

  /** Synonyms of several words, which must follow each other. */
  private static void addLonger(List<Query> ways, List<Synonym> synonyms) {
    for (var synonym : synonyms) {
      if (synonym.stems().size() > 1) {
        ways.add(worth(phrase(Fields.TITLE, synonym), TOGETHER_IN_TITLE * synonym.weight()));
        ways.add(worth(phrase(Fields.EVERYTHING, synonym), TOGETHER_IN_TEXT * synonym.weight()));
      }
    }
  }

  private static Query phrase(String field, Synonym synonym) {
    return new PhraseQuery(1, field, synonym.stems().toArray(String[]::new));
  }

  private static Query worth(Query query, float worth) {
    return new BoostQuery(new ConstantScoreQuery(query), worth);
  }

  /** Each piece between hyphens for itself; a single letter says nothing without the others. */
  private Query pieces(Unit unit) {
    var all = new BooleanQuery.Builder();
    var speaking = unit.pieces().stream().filter(piece -> piece.form().length() > 1).toList();
    if (speaking.size() < unit.pieces().size() && speaking.size() == 1) {
      // E-Bike is no bike: alone it must not be found by what is left.
      return inTitle(unit.pieces().stream().map(Word::stem).toList());
    }
    var sought = new ArrayList<>(speaking.isEmpty() ? unit.pieces() : speaking);
    if (sought.size() > 1 && FORMS.contains(sought.getLast().stem())) {
      sought.removeLast();
    }
    sought.forEach(piece -> all.add(of(new Unit(piece, List.of())), Occur.MUST));
    return all.build();
  }

  /** All of these in one title, in any order. */
  private Query inTitle(List<String> stems) {
    var all = new BooleanQuery.Builder();
    for (var stem : stems) {
      var either = new SynonymQuery.Builder(Fields.TITLE);
      alternatives(stem).forEach(word -> either.addTerm(new Term(Fields.TITLE, word)));
      all.add(either.build(), Occur.MUST);
    }
    return worth(all.build(), TOGETHER_IN_TITLE);
  }

  /** What a compound is about, when its head says only in what form. */
  private Query withoutForm(List<String> stems) {
    var all = new BooleanQuery.Builder();
    for (var stem : stems) {
      var terms = new SynonymQuery.Builder(MatchField.NAME).addTerm(term(stem), 1);
      addTo(terms, synonyms.of(List.of(stem)));
      all.add(terms.build(), Occur.MUST);
    }
    return new BoostQuery(all.build(), WITHOUT_FORM);
  }

  /** All of these, wherever they stand. */
  private Query anywhere(List<String> stems, float worth) {
    var all = new BooleanQuery.Builder();
    for (var stem : stems) {
      var either = new SynonymQuery.Builder(MatchField.NAME);
      alternatives(stem).forEach(word -> either.addTerm(term(word)));
      all.add(either.build(), Occur.MUST);
    }
    return worth(all.build(), worth);
  }

  private List<String> alternatives(String stem) {
    var all = new ArrayList<String>();
    all.add(stem);
    synonyms.of(List.of(stem)).stream()
        .filter(synonym -> synonym.stems().size() == 1)
        .forEach(synonym -> all.add(synonym.stems().getFirst()));
    return all.stream().distinct().toList();
  }

  static Term term(String text) {
    return new Term(MatchField.NAME, text);
  }

  /** One word in one field, with its synonyms there. */
  Query inField(String field, Word word) {
    var found = synonyms.of(List.of(word.stem()));
    var terms = new SynonymQuery.Builder(field).addTerm(new Term(field, word.stem()), 1);
    var ways = new ArrayList<Query>();
    for (var synonym : found) {
      if (synonym.stems().size() == 1) {
        terms.addTerm(new Term(field, synonym.stems().getFirst()), SYNONYM * synonym.weight());
      } else {
        ways.add(inField(field, synonym));
      }
    }
    ways.addFirst(terms.build());
    return best(ways);
  }

  /** What may stand instead of a word, in one field; it counts less than the word. */
  static Query inField(String field, Synonym synonym) {
    var sought =
        synonym.stems().size() == 1
            ? new TermQuery(new Term(field, synonym.stems().getFirst()))
            : phrase(field, synonym);
    return new BoostQuery(sought, SYNONYM * synonym.weight());
  }
}
