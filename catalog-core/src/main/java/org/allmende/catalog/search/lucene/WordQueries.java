package org.allmende.catalog.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.allmende.catalog.search.language.Spelling;
import org.allmende.catalog.search.language.Synonyms;
import org.allmende.catalog.search.language.Unit;
import org.allmende.catalog.search.language.Word;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * What a person typed, as a Lucene query: every word must be found, be it as written, inflected, in
 * a compound or by a synonym. Nearly all of these are looked up in one field, whose strengths
 * ({@link MatchTerms}) say what counts how much; only what stands apart in a text, such as
 * "Fällungen von Bäumen" for {@code Baumfällungen}, is sought by its places.
 */
final class WordQueries {

  private static final Pattern PIECE =
      Pattern.compile("(?<sign>[+-])?(?:\"(?<phrase>[^\"]*)\"?|(?<word>\\S+))");
  private static final int MOST_CLAUSES = 64;

  /** Of a text that somebody pasted only the beginning is sought; it has more than enough words. */
  static final int LONGEST_TEXT = 8_000;

  /** Words with which one asks for data of whatever kind; beside others they are not demanded. */
  private static final Set<String> LIGHT =
      Set.of(
          "daten",
          "datensatz",
          "datensatze",
          "data",
          "dataset",
          "datasets",
          "opendata",
          "liste",
          "listen",
          "ubersicht",
          "ubersichten",
          "information",
          "informationen",
          "info",
          "infos",
          "nummer",
          "anzahl",
          "zahl",
          "zahlen",
          "viel",
          "viele",
          "kostet",
          "beliebt",
          "beliebte",
          "beliebteste",
          "aktuelle",
          "zustandig",
          "open",
          "offen");

  /** What two words count that follow each other in the title as they were typed. */
  private static final float PAIR = 0.15f;

  private static final float LIGHT_WORTH = 0.3f;
  private static final float LITERALLY_IN_TITLE = 0.8f;
  private static final float LITERALLY_IN_TEXT = 0.3f;

  private final Supplier<Synonyms> synonyms;

  WordQueries(Supplier<Synonyms> synonyms) {
    this.synonyms = synonyms;
  }

  /** Queries for single words, with the synonyms of the moment. */
  UnitQueries units() {
    return new UnitQueries(synonyms.get());
  }

  /** The query for a text; for an empty one, or one of stop words alone, everything. */
  Query of(String text) {
    var asked = new Asked(units());
    var plain = new StringBuilder();
    var pieces = PIECE.matcher(text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
    while (pieces.find() && asked.hasRoom()) {
      var word = pieces.group("word");
      if (word != null && pieces.group("sign") == null && !isBeginning(word)) {
        plain.append(word).append(' ');
      } else {
        asked.addWords(plain.toString());
        plain.setLength(0);
        asked.addSpecial(pieces.group("phrase"), word, "-".equals(pieces.group("sign")));
      }
    }
    asked.addWords(plain.toString());
    return asked.query();
  }

  private static boolean isBeginning(String word) {
    return word.length() > 2 && word.indexOf('*') == word.length() - 1;
  }

  /** One text, clause by clause. */
  private static final class Asked {
    private final UnitQueries units;
    private final BooleanQuery.Builder query = new BooleanQuery.Builder();
    private final List<Query> light = new ArrayList<>();
    private int wanted;
    private int clauses;

    Asked(UnitQueries units) {
      this.units = units;
    }

    boolean hasRoom() {
      return clauses < MOST_CLAUSES;
    }

    Query query() {
      if (wanted > 0) {
        light.forEach(clause -> query.add(new BoostQuery(clause, LIGHT_WORTH), Occur.SHOULD));
      } else if (light.isEmpty()) {
        query.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
      } else {
        light.forEach(clause -> query.add(clause, Occur.MUST));
      }
      return query.build();
    }

    private void add(Query clause, boolean isNot) {
      query.add(clause, isNot ? Occur.MUST_NOT : Occur.MUST);
      clauses++;
      wanted += isNot ? 0 : 1;
    }

    void addSpecial(@Nullable String phrase, @Nullable String word, boolean isNot) {
      if (phrase != null) {
        phrase(phrase).ifPresent(clause -> add(clause, isNot));
      } else if (word != null && isBeginning(word)) {
        add(beginning(word.substring(0, word.length() - 1)), isNot);
      } else if (word != null && isNot) {
        exclude(word);
      } else if (word != null) {
        addWords(word);
      }
    }

    private void exclude(String text) {
      var all = new BooleanQuery.Builder();
      var excluded = GermanAnalysis.GERMAN.units(text);
      excluded.forEach(unit -> all.add(UnitQueries.literally(unit), Occur.MUST));
      if (!excluded.isEmpty()) {
        add(all.build(), true);
      }
    }

    void addWords(String text) {
      var sought = GermanAnalysis.GERMAN.units(text);
      for (var from = 0; from < sought.size() && hasRoom(); ) {
        var to = units.sameThing(sought, from);
        var clause = units.of(sought.subList(from, to));
        if (to == from + 1 && LIGHT.contains(sought.get(from).word().form())) {
          light.add(clause);
          clauses++;
        } else {
          add(clause, false);
        }
        // What hyphens bind is one clause, and yet as much work as its pieces.
        sought.subList(from, to).forEach(unit -> clauses += unit.pieces().size());
        addPair(sought, from);
        from = to;
      }
    }

    private void addPair(List<Unit> sought, int second) {
      if (second > 0) {
        var pair =
            MatchTerms.pair(sought.get(second - 1).word().stem(), sought.get(second).word().stem());
        query.add(new BoostQuery(new TermQuery(UnitQueries.term(pair)), PAIR), Occur.SHOULD);
      }
    }

    private static Query beginning(String text) {
      var folded = Spelling.folded(text);
      return either(
          new PrefixQuery(new Term(Fields.TITLE_EXACT, folded)),
          new PrefixQuery(new Term(Fields.EVERYTHING_EXACT, folded)));
    }

    /** What stands in quotes is meant as it stands. */
    private static Optional<Query> phrase(String text) {
      var words = written(text);
      return words.isEmpty()
          ? Optional.empty()
          : Optional.of(
              either(
                  WordQueries.phrase(Fields.TITLE_EXACT, words, Word::form, 0),
                  WordQueries.phrase(Fields.EVERYTHING_EXACT, words, Word::form, 0)));
    }

    private static Query either(Query inTitle, Query inText) {
      return new DisjunctionMaxQuery(
          List.of(
              new BoostQuery(new ConstantScoreQuery(inTitle), LITERALLY_IN_TITLE),
              new BoostQuery(new ConstantScoreQuery(inText), LITERALLY_IN_TEXT)),
          0);
    }
  }

  /**
   * These words in this field, as a phrase when they are several; empty when the analysis leaves
   * none of them. A single word is also found by its synonyms.
   *
   * @param slop how many steps the words of a phrase may be moved
   */
  Optional<Query> inField(String field, String text, int slop) {
    var sought = GermanAnalysis.GERMAN.units(text);
    if (sought.isEmpty()) {
      return Optional.empty();
    }
    if (sought.size() > 1) {
      return Optional.of(phrase(field, written(text), Word::stem, slop));
    }
    var unit = sought.getFirst();
    var whole = units().inField(field, unit.word());
    if (unit.pieces().isEmpty()) {
      return Optional.of(whole);
    }
    var either = new BooleanQuery.Builder().add(whole, Occur.SHOULD);
    either.add(phrase(field, unit.pieces(), Word::stem, slop), Occur.SHOULD);
    return Optional.of(either.build());
  }

  private static List<Word> written(String text) {
    return GermanAnalysis.GERMAN.words(text).stream()
        .filter(word -> word.origin() == Word.Origin.WRITTEN)
        .toList();
  }

  private static Query phrase(
      String field, List<Word> words, Function<Word, String> form, int slop) {
    if (words.size() == 1) {
      return new TermQuery(new Term(field, form.apply(words.getFirst())));
    }
    var phrase = new PhraseQuery.Builder().setSlop(slop);
    var first = words.getFirst().position();
    words.forEach(word -> phrase.add(new Term(field, form.apply(word)), word.position() - first));
    return phrase.build();
  }
}
