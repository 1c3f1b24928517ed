package org.allmende.server.ckan;

import java.util.ArrayList;
import java.util.List;
import org.allmende.catalog.search.Expression;
import org.allmende.catalog.search.Expression.Bool;
import org.allmende.server.ckan.CkanFields.Bound;

/**
 * Reads the language of {@code fq}, and of a {@code q} with a colon, into an {@link Expression}
 * ({@code ckan-api.md} 6.4).
 *
 * <pre>
 * query   = clause { clause }                         all must hold
 * clause  = both { ( OR | "||" ) both }
 * both    = one { ( AND | "&amp;&amp;" ) one }
 * one     = [ "+" | "-" | NOT | "!" ] ( "(" query ")" [ boost ] | [ field ":" ] value )
 * value   = ( word [ "~" [ edits ] ] | "phrase" [ "~" steps ] | range | "(" query ")" ) [ boost ]
 * range   = ( "[" | "{" ) end TO end ( "]" | "}" )
 * boost   = "^" number
 * </pre>
 *
 * {@code OR} binds tighter than two clauses side by side: harvesters send {@code organization:a OR
 * organization:b metadata_modified:[… TO *]} and mean both halves. A word may hold {@code *} and
 * {@code ?}; a backslash takes the next character as it is. Whatever is not understood is a {@code
 * Search Error} that says where.
 *
 * <p>A text is read once, without looking back, and within bounds: of length, of depth, of clauses
 * over all texts of one request.
 */
final class CkanGrammar {

  private static final int DEEPEST = 60;

  private final CkanScanner in;
  private final CkanFields fields;
  private final ClauseBudget budget;
  private int depth;

  private CkanGrammar(String text, CkanFields fields, ClauseBudget budget) {
    this.in = new CkanScanner(text);
    this.fields = fields;
    this.budget = budget;
  }

  /** What a text says; a blank text says nothing, so everything matches. */
  static Expression parse(String text, CkanFields fields, ClauseBudget budget) {
    budget.read(text);
    var grammar = new CkanGrammar(text, fields, budget);
    grammar.in.skipSpace();
    if (grammar.in.isAtEnd()) {
      return Expression.EVERYTHING;
    }
    var read = grammar.query(CkanFields.DEFAULT);
    if (!grammar.in.isAtEnd()) {
      throw grammar.in.error("a bracket closes here that was not opened");
    }
    return read;
  }

  /** What a clause is beside its content. */
  private enum Sign {
    NONE,
    PLUS,
    MINUS
  }

  private record Signed(Sign sign, Expression expression) {
    /** As it stands among others that must all hold. */
    Expression asOne() {
      return sign == Sign.MINUS ? Expression.not(expression) : expression;
    }
  }

  private Expression query(String field) {
    if (++depth > DEEPEST) {
      throw in.error("there are more than " + DEEPEST + " brackets inside each other");
    }
    var clauses = new ArrayList<Signed>();
    in.skipSpace();
    while (!in.isAtEnd() && in.peek() != ')') {
      clauses.add(clause(field));
      in.skipSpace();
    }
    depth--;
    if (clauses.isEmpty()) {
      throw in.error("a word or a field is missing");
    }
    return all(clauses).asOne();
  }

  private Signed clause(String field) {
    var first = both(field);
    if (!in.takeOperator("OR", "||")) {
      return first;
    }
    var choices = new ArrayList<Signed>();
    choices.add(first);
    do {
      choices.add(both(field));
    } while (in.takeOperator("OR", "||"));
    return new Signed(Sign.NONE, any(choices));
  }

  /** A choice with a plus must hold; the others then only rank. */
  private static Expression any(List<Signed> choices) {
    var must = new ArrayList<Expression>();
    var should = new ArrayList<Expression>();
    for (var choice : choices) {
      (choice.sign() == Sign.PLUS ? must : should).add(choice.asOne());
    }
    return new Bool(must, should, List.of());
  }

  private Signed both(String field) {
    var first = one(field);
    if (!in.takeOperator("AND", "&&")) {
      return first;
    }
    var parts = new ArrayList<Signed>();
    parts.add(first);
    do {
      parts.add(one(field));
    } while (in.takeOperator("AND", "&&"));
    return all(parts);
  }

  private static Signed all(List<Signed> parts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    var must = new ArrayList<Expression>();
    var mustNot = new ArrayList<Expression>();
    for (var part : parts) {
      (part.sign() == Sign.MINUS ? mustNot : must).add(part.expression());
    }
    return new Signed(Sign.NONE, new Bool(must, List.of(), mustNot));
  }

  private Signed one(String field) {
    var sign = Sign.NONE;
    for (var signs = 0; ; signs++) {
      if (in.takeOperator("NOT", "!") || in.take('-')) {
        sign = sign == Sign.MINUS ? Sign.PLUS : Sign.MINUS;
      } else if (in.take('+')) {
        sign = sign == Sign.MINUS ? Sign.MINUS : Sign.PLUS;
      } else {
        return new Signed(sign, value(field));
      }
      if (signs == DEEPEST) {
        throw in.error("there are more than " + DEEPEST + " signs before one clause");
      }
    }
  }

  private Expression value(String inForce) {
    in.skipSpace();
    if (in.isAtEnd()) {
      throw in.error("a word or a field is missing at the end");
    }
    var field =
        in.takeField(name -> inForce.equals(CkanFields.DEFAULT) || CkanFields.isKnown(name));
    return valueOf(field.orElse(inForce), field.isPresent());
  }

  private Expression valueOf(String field, boolean isNamed) {
    in.skipSpace();
    if (in.isAtEnd()) {
      throw in.error("a value is missing after \"" + field + ":\"");
    }
    budget.take();
    return switch (in.peek()) {
      case '(' -> in.boosted(group(field));
      case '"' -> in.boosted(phrase(field));
      case '[', '{' -> in.boosted(range(field));
      case ')', ']', '}' -> throw in.error("a value is missing");
      default -> in.boosted(word(field, isNamed));
    };
  }

  private Expression group(String field) {
    in.take('(');
    var inside = query(field);
    if (!in.take(')')) {
      throw in.error("a bracket is not closed");
    }
    return inside;
  }

  private Expression phrase(String field) {
    var text = in.phrase();
    var slop = in.tilde(0);
    return understood(
        field,
        () ->
            slop.isPresent()
                ? fields.phrase(field, text, Math.min(1_000, (int) slop.getAsDouble()))
                : fields.term(field, text));
  }

  private Expression word(String field, boolean isNamed) {
    var start = in.position();
    var word = in.word();
    if (word.isOperator() && !isNamed) {
      throw in.errorAt(start, "a word or a field is missing beside " + word.text());
    }
    if (word.isOnlyStars()) {
      return fields.exists(field);
    }
    var edits = in.tilde(2);
    return understood(
        field,
        () -> {
          if (edits.isPresent()) {
            return fields.fuzzy(field, word.text(), edits(edits.getAsDouble(), word.text()));
          }
          return word.isPattern() ? pattern(field, word) : fields.term(field, word.text());
        });
  }

  /** How many letters may differ; below one it is the likeness of old, a share of the word. */
  private static int edits(double number, String word) {
    var letters = word.codePointCount(0, word.length());
    return number > 0 && number < 1
        ? (int) Math.min(2, (1 - number) * letters)
        : (int) Math.min(2, number);
  }

  private Expression pattern(String field, CkanScanner.Word word) {
    return word.beginning().isPresent()
        ? fields.prefix(field, word.beginning().get())
        : fields.wildcard(field, word.pattern());
  }

  private Expression range(String field) {
    var lowIncluded = in.takeAny('[', '{') == '[';
    var low = in.rangeEnd();
    if (!in.takeOperator("TO", "TO")) {
      throw in.error("a range is written [low TO high]; TO is missing");
    }
    var high = in.rangeEnd();
    var highIncluded = in.takeAny(']', '}') == ']';
    return understood(
        field,
        () -> fields.range(field, new Bound(low, lowIncluded), new Bound(high, highIncluded)));
  }

  /** Reads a value of a field. */
  @FunctionalInterface
  private interface Value {
    Expression read();
  }

  private Expression understood(String field, Value value) {
    try {
      return value.read();
    } catch (IllegalArgumentException e) {
      throw in.error(field + ": " + e.getMessage());
    }
  }
}
