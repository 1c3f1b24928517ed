package org.allmende.server.cite;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a reference to a dataset consists of. Each value is one line: breaks and other control
 * characters become spaces, so that nothing in a title can begin a new field of a reference.
 *
 * @param key short name of the reference, letters, digits and hyphens
 * @param author who stands for the data: its publisher
 * @param title the dataset's title
 * @param day the day that the data, or else its entry, is from
 * @param version the publisher's version; {@code ""} when there is none
 * @param language code of its language, such as {@code de}
 * @param catalog where it was found
 * @param license name of its license; {@code ""} when nobody said
 * @param address what to follow: the dataset's permanent address
 */
public record Citation(
    String key,
    String author,
    String title,
    LocalDate day,
    String version,
    String language,
    String catalog,
    String license,
    String address) {

  public Citation {
    author = oneLine(author);
    title = oneLine(title);
    version = oneLine(version);
    catalog = oneLine(catalog);
    license = oneLine(license);
    address = oneLine(address).replace(" ", "%20");
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }

  /** The words that a plain reference has beside the values, in the language of the reader. */
  public record Words(String version, String license) {}

  /** The reference as a sentence of a bibliography. */
  public String text(Words words) {
    var parts =
        Stream.of(
                Optional.of(author + " (" + day.getYear() + "): " + title),
                said(version).map(known -> words.version() + " " + known),
                said(catalog),
                Optional.of(address))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(". "));
    return said(license)
        .map(known -> parts + " (" + words.license() + ": " + known + ")")
        .orElse(parts);
  }

  static Optional<String> said(String text) {
    return Optional.of(text).filter(value -> !value.isEmpty());
  }
}
