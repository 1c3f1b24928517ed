package org.allmende.catalog.profile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.allmende.catalog.model.Rdf;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;

/**
 * Dates carry their type. A date-time without zone is local time in Germany; RDF writes UTC (DESIGN
 * 6). A German date such as {@code 02.05.2024} means what it says.
 */
final class TypedDates extends ValueRule {

  private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern GERMAN = Pattern.compile("(\\d\\d?)\\.(\\d\\d?)\\.(\\d{4})");
  private static final Pattern ZONED = Pattern.compile(".*(Z|[+-]\\d\\d:?\\d\\d)$");
  private static final Pattern SHORT_ZONE = Pattern.compile("([+-]\\d\\d)(\\d\\d)$");

  TypedDates() {
    super(
        new Reason(
            "typed-dates",
            "4.6, 8",
            "Ein Datum trägt seinen Typ (xsd:date, xsd:dateTime …), eine Uhrzeit ihre Zeitzone.",
            "A date carries its type (xsd:date, xsd:dateTime …), a time its zone."),
        List.of(
            Terms.ISSUED,
            Terms.MODIFIED,
            DCTerms.created.asNode(),
            Terms.START_DATE,
            Terms.END_DATE));
  }

  @Override
  Node mended(Graph graph, Node value) {
    return value.isLiteral() ? date(Rdf.textOf(value).strip()).orElse(value) : value;
  }

  /** The literal that a text means, if it is a date. */
  static Optional<Node> date(String text) {
    if (YEAR.matcher(text).matches()) {
      return Optional.of(Edit.typed(text, XSDDatatype.XSDgYear));
    }
    if (MONTH.matcher(text).matches()) {
      return Optional.of(Edit.typed(text, XSDDatatype.XSDgYearMonth));
    }
    if (DAY.matcher(text).matches()) {
      return day(text);
    }
    var german = GERMAN.matcher(text);
    if (german.matches()) {
      return day(
          "%s-%2s-%2s"
              .formatted(german.group(3), german.group(2), german.group(1))
              .replace(' ', '0'));
    }
    return utc(text).map(time -> Edit.typed(time, XSDDatatype.XSDdateTime));
  }

  private static Optional<Node> day(String text) {
    try {
      return Optional.of(Edit.typed(LocalDate.parse(text).toString(), XSDDatatype.XSDdate));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> utc(String text) {
    if (text.length() < 11) {
      return Optional.empty();
    }
    try {
      var time =
          ZONED.matcher(text).matches()
              ? OffsetDateTime.parse(SHORT_ZONE.matcher(text).replaceFirst("$1:$2"))
              : LocalDateTime.parse(text.replace(' ', 'T')).atZone(GERMANY).toOffsetDateTime();
      return Optional.of(
          DateTimeFormatter.ISO_INSTANT.format(time.withOffsetSameInstant(ZoneOffset.UTC)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
