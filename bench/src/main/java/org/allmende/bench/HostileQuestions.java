package org.allmende.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What nobody asks in good faith, or pastes by mistake; each must be answered as soon as others.
 */
final class HostileQuestions {

  private static final int LARGE = 100_000;
  private static final int MANY = 5_000;

  private HostileQuestions() {}

  /** Texts by what is wrong with them. */
  static Map<String, String> texts() {
    var texts = new LinkedHashMap<String, String>();
    texts.put("100 kB of words", fill("Straßenbaumkataster Haushaltsplan "));
    texts.put("100 kB of different words", numbered("Haushalt", LARGE / 12));
    texts.put("100 kB in one word", "Baum".repeat(LARGE / 4));
    texts.put("100 kB bound by hyphens", fill("Baum-"));
    texts.put("100 kB of quotation marks", fill("\"Baum\" "));
    texts.put("5,000 words", numbered("Baum", MANY));
    texts.put("5,000 beginnings", "b* ".repeat(MANY) + "ba* ".repeat(MANY));
    texts.put("64 beginnings of three letters", beginnings());
    texts.put("only operators", fill("+ - && || ! ( ) { } [ ] ^ ~ * ? : \\ / "));
    texts.put("only stop words", fill("der die das und oder "));
    texts.put("regular expressions", "(a+)+$ /(.*)*x/ (a|aa)+ [a-z]{1,1000}* " + ".*".repeat(500));
    texts.put("control characters", "Baum\u0000\u0001\u0007\u001b[31m\u0085\u2028Kita");
    texts.put(
        "right to left", "\u202eKita\u202c \u05e2\u05e5 \u0634\u062c\u0631\u0629 \u2067Baum\u2069");
    texts.put("emoji", "\ud83c\udf33".repeat(MANY) + " \ud83d");
    texts.put("combining marks", "a" + "\u0308".repeat(MANY));
    return texts;
  }

  private static String fill(String piece) {
    return piece.repeat(LARGE / piece.length());
  }

  private static String numbered(String word, int count) {
    var text = new StringBuilder();
    for (var i = 0; i < count; i++) {
      text.append(word).append((char) ('a' + i % 26)).append((char) ('a' + i / 26 % 26));
      text.append((char) ('a' + i / 676 % 26)).append(' ');
    }
    return text.toString();
  }

  private static String beginnings() {
    var text = new StringBuilder();
    for (var first : "aeiou".toCharArray()) {
      for (var last : "bdfghklmnrst".toCharArray()) {
        text.append(last).append(first).append(last).append("* ");
      }
    }
    return text.toString();
  }
}
