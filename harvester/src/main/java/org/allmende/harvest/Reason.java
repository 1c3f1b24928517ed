package org.allmende.harvest;

import java.util.List;

/**
 * Why a run or a record failed, for people: the name of a text, which there is in German and in
 * English, and what stands in its places.
 *
 * @param name of its text in the tables of failures
 * @param values for the places in the text; a value may itself be a reason
 */
public record Reason(String name, List<Object> values) {

  public Reason {
    values = List.copyOf(values);
  }

  /** A reason. */
  public static Reason of(String name, Object... values) {
    return new Reason(name, List.of(values));
  }

  /** What a failure says for itself; one that nobody foresaw with its own words. */
  public static Reason of(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Reasoned reasoned) {
        return reasoned.reason();
      }
    }
    return of("unforeseen", failure.toString());
  }

  /** The text in English for {@code "en"}, in German for any other language. */
  public String text(String language) {
    var texts =
        values.stream()
            .map(value -> value instanceof Reason inner ? inner.text(language) : value)
            .toArray();
    return Wording.of("harvest.failures", language).get(name, texts);
  }

  /** A failure that knows its reason; its message is the reason in English. */
  public interface Reasoned {
    /** Why. */
    Reason reason();
  }
}
