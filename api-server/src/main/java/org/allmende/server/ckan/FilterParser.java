package org.allmende.server.ckan;

import java.util.ArrayList;
import java.util.List;
import org.allmende.catalog.search.Filter;
import org.allmende.server.ckan.CkanFields.Bound;

/**
 * Reads the language of {@code fq}, and of a {@code q} with a colon, into a {@link Filter}.
 *
 * <pre>
 * query   = clause { clause }                       all must hold
 * clause  = both { OR both }
 * both    = one { AND one }
 * one     = [ "+" | "-" | NOT ] ( "(" query ")" | [ field ":" ] value )
 * value   = word | "phrase" | "(" query ")" | "[" low TO high "]" | "*"
 * </pre>
 *
 * {@code OR} binds tighter than two clauses side by side: harvesters send {@code organization:a OR
 * organization:b metadata_modified:[… TO *]} and mean both halves. Whatever is not understood is a
 * {@code Search Error} that says where; wildcards within a word and fuzzy words are among it.
 */
final class FilterParser {

  private static final String ENDS_WORD = " \t\r\n()[]{}\"";
  private static final int DEEPEST = 40;

  private final String text;
  private final CkanTimes times;
  private int at;
  private int depth;

  private FilterParser(String text, CkanTimes times) {
    this.text = text;
    this.times = times;
  }

  /** The filter that a text says; a blank text says nothing, so everything matches. */
  static Filter parse(String text, CkanTimes times) {
    var parser = new FilterParser(text, times);
    var filter = parser.query("text");
    parser.skipSpace();
    if (parser.at < text.length()) {
      throw parser.error("a bracket closes here that was not opened");
    }
    return filter;
  }

  private Filter query(String field) {
    if (++depth > DEEPEST) {
      throw error("the query has too many brackets inside each other");
    }
    var clauses = new ArrayList<Filter>();
    skipSpace();
    while (at < text.length() && peek() != ')') {
      clauses.add(clause(field));
      skipSpace();
    }
    depth--;
    return all(clauses);
  }

  private Filter clause(String field) {
    var choices = new ArrayList<Filter>();
    choices.add(both(field));
    while (takeOperator("OR", "||")) {
      choices.add(both(field));
    }
    return choices.size() == 1 ? choices.getFirst() : new Filter.Any(choices);
  }

  private Filter both(String field) {
    var parts = new ArrayList<Filter>();
    parts.add(one(field));
    while (takeOperator("AND", "&&")) {
      parts.add(one(field));
    }
    return all(parts);
  }

  private static Filter all(List<Filter> parts) {
    return parts.size() == 1 ? parts.getFirst() : new Filter.All(parts);
  }

  private Filter one(String field) {
    if (takeOperator("NOT", "!") || take('-')) {
      return new Filter.Not(one(field));
    }
    if (take('+')) {
      return one(field);
    }
    skipSpace();
    if (at >= text.length()) {
      throw error("a word or a field is missing at the end");
    }
    return value(field(field));
  }

  /** The field that is named here, else the one in force. */
  private String field(String inForce) {
    var start = at;
    var end = start;
    while (end < text.length() && ENDS_WORD.indexOf(text.charAt(end)) < 0) {
      if (text.charAt(end) == '\\') {
        end++;
      } else if (text.charAt(end) == ':') {
        var name = text.substring(start, end);
        // a time or an address that follows a field has colons of its own
        if (!name.isEmpty() && (inForce.equals("text") || CkanFields.find(name).isPresent())) {
          at = end + 1;
          return name;
        }
      }
      end++;
    }
    return inForce;
  }

  private Filter value(String field) {
    if (at >= text.length()) {
      throw error("a value is missing after \"" + field + ":\"");
    }
    return switch (peek()) {
      case '(' -> group(field);
      case '"' -> is(field, phrase());
      case '[', '{' -> range(field);
      case ')', ']', '}' -> throw error("a value is missing");
      default -> word(field);
    };
  }

  private Filter group(String field) {
    at++;
    var inside = query(field);
    if (!take(')')) {
      throw error("a bracket is not closed");
    }
    skipBoost();
    return inside;
  }

  private String phrase() {
    var phrase = new StringBuilder();
    at++;
    while (at < text.length() && peek() != '"') {
      if (peek() == '\\' && at + 1 < text.length()) {
        at++;
      }
      phrase.append(text.charAt(at++));
    }
    if (!take('"')) {
      throw error("a quotation mark is not closed");
    }
    skipBoost();
    return phrase.toString();
  }

  private Filter word(String field) {
    var word = new StringBuilder();
    var wild = false;
    while (at < text.length() && ENDS_WORD.indexOf(peek()) < 0) {
      var c = text.charAt(at++);
      if (c == '\\' && at < text.length()) {
        word.append(text.charAt(at++));
      } else if (c == '^') {
        at--;
        skipBoost();
      } else {
        wild |= c == '*' || c == '?' || c == '~';
        word.append(c);
      }
    }
    var written = word.toString();
    if (written.equals("*")) {
      return field.equals("text") ? CkanFields.EVERYTHING : CkanFields.exists(field);
    }
    if (wild) {
      throw error("\"" + written + "\" has a wildcard or ~, which this server does not know yet");
    }
    return is(field, written);
  }

  private Filter is(String field, String value) {
    try {
      return CkanFields.is(field, value);
    } catch (IllegalArgumentException e) {
      throw error(field + ": " + e.getMessage());
    }
  }

  private Filter range(String field) {
    var lowIncluded = text.charAt(at++) == '[';
    var low = end();
    if (!takeOperator("TO", "TO")) {
      throw error("a range is written [low TO high]; TO is missing");
    }
    var high = end();
    var highIncluded = take(']');
    if (!highIncluded && !take('}')) {
      throw error("a range is not closed");
    }
    skipBoost();
    try {
      return CkanFields.range(
          field, new Bound(low, lowIncluded), new Bound(high, highIncluded), times);
    } catch (IllegalArgumentException e) {
      throw error(field + ": " + e.getMessage());
    }
  }

  private String end() {
    skipSpace();
    if (at < text.length() && peek() == '"') {
      return phrase();
    }
    var start = at;
    while (at < text.length() && ENDS_WORD.indexOf(peek()) < 0) {
      at++;
    }
    if (start == at) {
      throw error("an end of a range is missing; an open end is written *");
    }
    return text.substring(start, at).replace("\\", "");
  }

  /** A weight such as {@code ^2}: it never decides what is found. */
  private void skipBoost() {
    if (take('^')) {
      while (at < text.length() && (Character.isDigit(peek()) || peek() == '.')) {
        at++;
      }
    }
  }

  private boolean takeOperator(String word, String sign) {
    skipSpace();
    if (text.startsWith(word, at) && endsAt(at + word.length())) {
      at += word.length();
      return true;
    }
    if (!sign.equals(word) && text.startsWith(sign, at)) {
      at += sign.length();
      return true;
    }
    return false;
  }

  private boolean endsAt(int end) {
    return end >= text.length() || ENDS_WORD.indexOf(text.charAt(end)) >= 0;
  }

  private boolean take(char c) {
    skipSpace();
    if (at < text.length() && peek() == c) {
      at++;
      return true;
    }
    return false;
  }

  private char peek() {
    return text.charAt(at);
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(peek())) {
      at++;
    }
  }

  private CkanException error(String reason) {
    return CkanException.search(
        "Could not understand \"" + text + "\" at character " + (at + 1) + ": " + reason + ".");
  }
}
