package org.allmende.server.ckan;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.allmende.catalog.search.Expression;

/** Takes the pieces of {@link CkanGrammar} from a text, from left to right. For one thread. */
final class CkanScanner {

  private static final String ENDS_WORD = "()[]{}\"";

  /** More wildcards than this mean nothing that fewer would not. */
  private static final int MOST_WILDCARDS = 16;

  private static final int LONGEST_PATTERN = 400;

  private static final float LARGEST_BOOST = 1_000_000;

  private final String text;
  private int at;

  CkanScanner(String text) {
    this.text = text;
  }

  boolean isAtEnd() {
    return at >= text.length();
  }

  int position() {
    return at;
  }

  char peek() {
    return text.charAt(at);
  }

  void skipSpace() {
    while (!isAtEnd() && isSpace(peek())) {
      at++;
    }
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }

  /** Takes this sign, after space. */
  boolean take(char c) {
    skipSpace();
    if (!isAtEnd() && peek() == c) {
      at++;
      return true;
    }
    return false;
  }

  /** Takes one of two signs, or says that they are missing. */
  char takeAny(char one, char other) {
    if (take(one)) {
      return one;
    }
    if (take(other)) {
      return other;
    }
    throw error("a " + one + " or " + other + " is missing");
  }

  /** Takes an operator, as a word of its own or as a sign. */
  boolean takeOperator(String word, String sign) {
    skipSpace();
    if (text.startsWith(word, at) && endsWord(at + word.length())) {
      at += word.length();
      return true;
    }
    if (!sign.equals(word) && text.startsWith(sign, at)) {
      at += sign.length();
      return true;
    }
    return false;
  }

  private boolean endsWord(int index) {
    if (index >= text.length()) {
      return true;
    }
    var c = text.charAt(index);
    return ENDS_WORD.indexOf(c) >= 0
        || isSpace(c)
        || text.startsWith("&&", index)
        || text.startsWith("||", index);
  }

  /**
   * Takes the name of a field and its colon, if one stands here.
   *
   * @param mayBe says no to the beginning of a value that has a colon of its own, such as a time
   */
  Optional<String> takeField(Predicate<String> mayBe) {
    var name = new StringBuilder();
    for (var end = at; !endsWord(end); end++) {
      var c = text.charAt(end);
      if (c == ':') {
        return fieldEndsAt(end, name.toString(), mayBe);
      }
      if (c == '\\' && end + 1 < text.length()) {
        end++;
      }
      name.append(text.charAt(end));
    }
    return Optional.empty();
  }

  private Optional<String> fieldEndsAt(int colon, String name, Predicate<String> mayBe) {
    if (name.isEmpty() || !mayBe.test(name)) {
      return Optional.empty();
    }
    at = colon + 1;
    return Optional.of(name);
  }

  /** A text between quotation marks. */
  String phrase() {
    var phrase = new StringBuilder();
    at++;
    while (!isAtEnd() && peek() != '"') {
      if (peek() == '\\' && at + 1 < text.length()) {
        at++;
      }
      phrase.append(text.charAt(at++));
    }
    if (isAtEnd()) {
      throw error("a quotation mark is not closed");
    }
    at++;
    return phrase.toString();
  }

  /**
   * A word.
   *
   * @param text without the backslashes of escapes; wildcards as they are
   * @param pattern with a backslash before each sign that is no wildcard
   * @param wildcards how many of its signs stand for others
   * @param isEscaped whether a backslash took away what a sign would mean
   */
  record Word(String text, String pattern, int wildcards, boolean isEscaped) {

    boolean isPattern() {
      return wildcards > 0;
    }

    boolean isOnlyStars() {
      return wildcards > 0 && wildcards == text.length() && text.indexOf('?') < 0;
    }

    boolean isOperator() {
      return !isEscaped && (text.equals("AND") || text.equals("OR") || text.equals("NOT"));
    }

    /** The beginning that is asked for when the only wildcard is a star at the end. */
    Optional<String> beginning() {
      return wildcards == 1 && pattern.endsWith("*") && !pattern.endsWith("\\*")
          ? Optional.of(text.substring(0, text.length() - 1))
          : Optional.empty();
    }
  }

  /** A word up to what ends it, a tilde or a boost. */
  Word word() {
    var start = at;
    var word = new StringBuilder();
    var pattern = new StringBuilder();
    var wildcards = 0;
    var isEscaped = false;
    while (!endsWord(at) && peek() != '^' && peek() != '~') {
      var c = text.charAt(at++);
      if (c == '\\' && !isAtEnd()) {
        isEscaped = true;
        c = text.charAt(at++);
        pattern.append('\\');
      } else if (c == '*' || c == '?') {
        wildcards++;
      } else if (c == '\\') {
        pattern.append('\\'); // the last character: it escapes nothing
      }
      word.append(c);
      pattern.append(c);
    }
    if (word.isEmpty()) {
      throw errorAt(start, "a word is missing");
    }
    if (wildcards > 0 && (wildcards > MOST_WILDCARDS || word.length() > LONGEST_PATTERN)) {
      throw errorAt(start, "a word with wildcards is too long or has too many of them");
    }
    return new Word(word.toString(), pattern.toString(), wildcards, isEscaped);
  }

  /** A tilde and its number, {@code otherwise} when it has none. */
  OptionalDouble tilde(double otherwise) {
    if (isAtEnd() || peek() != '~') {
      return OptionalDouble.empty();
    }
    at++;
    return OptionalDouble.of(number().orElse(otherwise));
  }

  /** The expression, counting as much as the boost behind it says. */
  Expression boosted(Expression expression) {
    if (isAtEnd() || peek() != '^') {
      return expression;
    }
    at++;
    if (!isAtEnd() && peek() == '=') {
      at++; // a constant score, which we take for a boost
    }
    var factor = number();
    if (factor.isEmpty()) {
      throw error("a boost is a number, such as ^2");
    }
    return new Expression.Boost(expression, Math.min(LARGEST_BOOST, (float) factor.getAsDouble()));
  }

  private OptionalDouble number() {
    var start = at;
    while (!isAtEnd() && (isDigit(peek()) || peek() == '.')) {
      at++;
    }
    if (!isAtEnd() && !endsWord(at) && peek() != '^' && peek() != '~') {
      throw errorAt(start, "a number is expected here");
    }
    if (start == at) {
      return OptionalDouble.empty();
    }
    try {
      return OptionalDouble.of(Double.parseDouble(text.substring(start, at)));
    } catch (NumberFormatException e) {
      throw errorAt(start, "a number is expected here");
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** One end of a range: a word or a phrase. */
  String rangeEnd() {
    skipSpace();
    if (!isAtEnd() && peek() == '"') {
      return phrase();
    }
    var end = new StringBuilder();
    while (!isAtEnd() && !isSpace(peek()) && peek() != ']' && peek() != '}') {
      if (peek() == '\\' && at + 1 < text.length()) {
        at++;
      }
      end.append(text.charAt(at++));
    }
    if (end.isEmpty()) {
      throw error("an end of a range is missing; an open end is written *");
    }
    return end.toString();
  }

  CkanException error(String reason) {
    return errorAt(at, reason);
  }

  CkanException errorAt(int index, String reason) {
    return CkanException.search(
        "Could not understand \""
            + Excerpt.of(text, index)
            + "\" at character "
            + (index + 1)
            + ": "
            + reason
            + ".");
  }
}
