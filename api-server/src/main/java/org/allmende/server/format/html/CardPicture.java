package org.allmende.server.format.html;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.allmende.server.format.XmlText;

/**
 * What stands on the picture of a dataset that other sites show: the site, the title on at most
 * four lines, and who, of when, under which license. All of it fits, whatever the texts.
 *
 * @param site name of the catalog
 * @param title the title in lines
 * @param lines what stands below it
 * @param language of the page
 */
record CardPicture(String site, List<String> title, List<String> lines, String language) {

  /** So many letters of the title's size fit on a line. */
  private static final int TITLE_LETTERS = 34;

  private static final int TITLE_LINES = 4;

  /** So many letters of the other texts' size fit on a line. */
  private static final int LETTERS = 66;

  CardPicture {
    title = List.copyOf(title);
    lines = List.copyOf(lines);
  }

  static CardPicture of(DatasetPage page) {
    var texts = page.frame().texts();
    var formats = String.join(", ", FileView.formats(page.files()));
    var license =
        page.licenseTitle().isEmpty()
            ? texts.get("use." + page.use().key())
            : texts.get("fact.license") + ": " + page.licenseTitle();
    var lines =
        Stream.of(
                page.publisher(),
                texts.get("file.date") + " " + page.day().words(),
                formats,
                license)
            .filter(line -> !line.isBlank())
            .map(line -> cut(clean(line), LETTERS))
            .toList();
    return new CardPicture(
        cut(clean(page.frame().siteName()), LETTERS),
        wrapped(clean(page.title().text())),
        lines,
        page.frame().language());
  }

  private static String clean(String text) {
    return XmlText.writable(text).replaceAll("\\s+", " ").strip();
  }

  private static String cut(String text, int letters) {
    return text.length() <= letters ? text : text.substring(0, letters - 1).stripTrailing() + "…";
  }

  static List<String> wrapped(String text) {
    var lines = new ArrayList<String>();
    var rest = text;
    while (!rest.isEmpty() && lines.size() < TITLE_LINES) {
      var isLast = lines.size() == TITLE_LINES - 1;
      var line = isLast ? cut(rest, TITLE_LETTERS) : firstLine(rest);
      lines.add(line);
      rest = isLast ? "" : rest.substring(line.length()).strip();
    }
    return lines;
  }

  /** As many words as fit; a word that is longer than a line is broken. */
  private static String firstLine(String text) {
    if (text.length() <= TITLE_LETTERS) {
      return text;
    }
    var space = text.lastIndexOf(' ', TITLE_LETTERS);
    var end = space > 0 ? space : TITLE_LETTERS;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }

  /** Where the baseline of a line of the title is. */
  static int titleLine(int index) {
    return 190 + index * 76;
  }

  /** Where the baseline of a line below the title is. */
  int line(int index) {
    return LinkCard.HEIGHT - 50 - (lines.size() - 1 - index) * 42;
  }
}
