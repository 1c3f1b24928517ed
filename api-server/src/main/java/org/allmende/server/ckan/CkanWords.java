package org.allmende.server.ckan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.MinimumMatch;
import org.allmende.catalog.search.Question;
import org.allmende.catalog.search.Question.Form;
import org.allmende.catalog.search.Question.LooseWords;
import org.allmende.catalog.search.Question.Occur;
import org.allmende.catalog.search.Question.Part;
import org.allmende.catalog.search.Question.Piece;

/**
 * Reads a {@code q} of words ({@code ckan-api.md} 6.4): {@code "phrases"}, {@code +must}, {@code
 * -mustnot}, {@code AND}, {@code OR}, {@code NOT}, and {@code *} at the end of a word. Nothing in
 * it can be wrong: brackets and lone quotation marks are passed over.
 */
final class CkanWords {

  private static final Pattern TOKEN =
      Pattern.compile("([+!-]*)(?:\"([^\"]*)\"|([^\\s\\p{Cc}:\"()\\[\\]{}]+))");

  /** A weight or a tilde and its number behind a word say nothing here. */
  private static final String IN_SUFFIX = "~^.0123456789";

  private static final Pattern WEIGHTED =
      Pattern.compile("([^\\s,^]+?)(?:\\^(\\d{1,6}(?:\\.\\d{1,6})?))?");
  private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");

  private static final int MOST_FIELDS = 20;

  /** Where words are sought, and how much a find there counts. */
  private static final Map<IndexField, Float> USUAL_FIELDS =
      weights(List.of("name^4", "title^4", "tags^2", "groups^2", "text"));

  private final ClauseBudget budget;
  private final List<Part> parts = new ArrayList<>();

  /** What an operator says about the next word. */
  private Optional<String> operator = Optional.empty();

  private CkanWords(ClauseBudget budget) {
    this.budget = budget;
  }

  /**
   * The words of a text.
   *
   * @param fields as {@code qf} names them; none of them known: the usual ones
   * @param minimum as {@code mm} says it; unreadable: CKAN's own
   */
  static Question parse(
      String text, Optional<String> fields, Optional<String> minimum, ClauseBudget budget) {
    budget.read(text);
    var words = new CkanWords(budget);
    words.read(balanced(text));
    if (words.parts.isEmpty()) {
      return Question.EVERYTHING;
    }
    var weights =
        fields
            .map(list -> weights(List.of(SEPARATOR.split(list.strip()))))
            .filter(known -> !known.isEmpty())
            .orElse(USUAL_FIELDS);
    return new LooseWords(
        words.parts, weights, minimum.flatMap(MinimumMatch::parse).orElse(MinimumMatch.CKAN));
  }

  private static Map<IndexField, Float> weights(List<String> fields) {
    var weights = new LinkedHashMap<IndexField, Float>();
    for (var text : fields) {
      var field = WEIGHTED.matcher(text);
      if (field.matches() && weights.size() < MOST_FIELDS) {
        var weight = field.group(2) == null ? 1f : Float.parseFloat(field.group(2));
        weights.put(CkanFields.field(field.group(1)), weight);
        if (field.group(1).equals(CkanFields.DEFAULT)) {
          weights.put(CkanFields.MORE_TEXT, weight);
        }
      }
    }
    return weights;
  }

  /** Without the last quotation mark when it has no partner. */
  private static String balanced(String text) {
    if (text.chars().filter(c -> c == '"').count() % 2 == 0) {
      return text;
    }
    var last = text.lastIndexOf('"');
    return text.substring(0, last) + " " + text.substring(last + 1);
  }

  private void read(String text) {
    var tokens = TOKEN.matcher(text);
    while (tokens.find()) {
      var sign = tokens.group(1);
      if (tokens.group(2) != null) {
        add(sign, new Piece(Form.PHRASE, tokens.group(2)));
      } else if (sign.isEmpty() && isOperator(tokens.group(3))) {
        operator = Optional.of(tokens.group(3));
      } else {
        piece(tokens.group(3)).ifPresent(piece -> add(sign, piece));
      }
    }
  }

  private static boolean isOperator(String word) {
    return switch (word) {
      case "AND", "OR", "NOT", "&&", "||" -> true;
      default -> false;
    };
  }

  private static Optional<Piece> piece(String written) {
    var word = withoutSuffix(written).replace("\\", "");
    if (word.indexOf('*') < 0) {
      return word.isEmpty() ? Optional.empty() : Optional.of(new Piece(Form.WORD, word));
    }
    var isBeginning = word.indexOf('*') == word.length() - 1;
    var plain = word.replace("*", isBeginning ? "" : " ").strip();
    return plain.isEmpty()
        ? Optional.empty()
        : Optional.of(new Piece(isBeginning ? Form.PREFIX : Form.PHRASE, plain));
  }

  private static String withoutSuffix(String word) {
    var start = word.length();
    for (var i = word.length() - 1; i > 0 && IN_SUFFIX.indexOf(word.charAt(i)) >= 0; i--) {
      if (word.charAt(i) == '~' || word.charAt(i) == '^') {
        start = i;
      }
    }
    return word.substring(0, start);
  }

  private void add(String signs, Piece piece) {
    budget.take();
    var said = operator.orElse("");
    operator = Optional.empty();
    var isNot = said.equals("NOT") || signs.indexOf('-') >= 0 || signs.indexOf('!') >= 0;
    if (isNot) {
      parts.add(new Part(Occur.MUST_NOT, List.of(piece)));
    } else if (isOr(said) && canJoin()) {
      join(piece);
    } else if (isAnd(said)) {
      demandLast();
      parts.add(new Part(Occur.MUST, List.of(piece)));
    } else {
      var occur = signs.indexOf('+') >= 0 ? Occur.MUST : Occur.MAY;
      parts.add(new Part(occur, List.of(piece)));
    }
  }

  private static boolean isOr(String operator) {
    return operator.equals("OR") || operator.equals("||");
  }

  private static boolean isAnd(String operator) {
    return operator.equals("AND") || operator.equals("&&");
  }

  private boolean canJoin() {
    return !parts.isEmpty() && parts.getLast().occur() != Occur.MUST_NOT;
  }

  /** One more alternative of the word before. */
  private void join(Piece piece) {
    var before = parts.removeLast();
    var alternatives = new ArrayList<>(before.alternatives());
    alternatives.add(piece);
    parts.add(new Part(before.occur(), alternatives));
  }

  private void demandLast() {
    if (canJoin()) {
      parts.add(new Part(Occur.MUST, parts.removeLast().alternatives()));
    }
  }
}
