package org.allmende.harvest.source.ckan;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.allmende.harvest.source.dcat.IriRepair;
import org.allmende.vocab.codelist.CodeList;
import org.allmende.vocab.codelist.CodeLists;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Texts of CKAN's JSON as RDF terms: typed where they mean a type, else as they were written. */
final class CkanTerms {

  private static final String IANA = "https://www.iana.org/assignments/media-types/";
  private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]+/[A-Za-z0-9.+_-]+");
  private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d+(?:\\.\\d+)?");
  private static final Pattern DURATION =
      Pattern.compile(
          "P(?=.)(?:\\d+Y)?(?:\\d+M)?(?:\\d+D)?(?:T(?=.)(?:\\d+H)?(?:\\d+M)?(?:[\\d.]+S)?)?");
  private static final Pattern HOST = Pattern.compile("[\\w-]+(?:\\.[\\w-]+)+(?::\\d+)?(?:/.*)?");
  private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("dd.MM.yyyy");

  private CkanTerms() {}

  static Node text(String text) {
    return NodeFactory.createLiteralString(text);
  }

  /** An IRI where the text is one, else the text. */
  static Node iriOrText(String text) {
    return iri(text).orElseGet(() -> text(text));
  }

  /** The IRI that a text is, mended where somebody typed a space. */
  static Optional<Node> iri(String text) {
    var mended = IriRepair.repaired(text);
    return looksLikeIri(text) && IriRepair.isAbsolute(mended)
        ? Optional.of(NodeFactory.createURI(mended))
        : Optional.empty();
  }

  private static boolean looksLikeIri(String text) {
    return text.matches("(?s)(?:[A-Za-z][A-Za-z0-9+.-]*://|urn:|mailto:|tel:|doi:|geo:|ark:).+");
  }

  /** An address; {@code http://} is put before one without a scheme ({@code ckan-api.md} 4.2). */
  static Node address(String text) {
    var withScheme = HOST.matcher(text).matches() ? "http://" + text : text;
    return iriOrText(withScheme);
  }

  /** The concept's IRI, else the text as given. */
  static Node code(CodeList list, String text) {
    return list.find(text)
        .<Node>map(concept -> NodeFactory.createURI(concept.iri()))
        .orElseGet(() -> iriOrText(text));
  }

  /** Reads texts as concepts of a list. */
  static Function<String, Node> in(CodeList list) {
    return text -> code(list, text);
  }

  /** A license: of the list, else as given. */
  static Node license(String text) {
    return code(CodeLists.licenses(), text);
  }

  static Node mediaType(String text) {
    return MEDIA_TYPE.matcher(text).matches()
        ? NodeFactory.createURI(IANA + text)
        : iriOrText(text);
  }

  /** A size in bytes; absent when it is no whole number. */
  static Optional<Node> size(String text) {
    return WHOLE.matcher(text).matches()
        ? Optional.of(NodeFactory.createLiteralDT(text, XSDDatatype.XSDnonNegativeInteger))
        : Optional.empty();
  }

  static Node decimal(String text) {
    return DECIMAL.matcher(text).matches()
        ? NodeFactory.createLiteralDT(text, XSDDatatype.XSDdecimal)
        : text(text);
  }

  static Node duration(String text) {
    return DURATION.matcher(text).matches()
        ? NodeFactory.createLiteralDT(text, XSDDatatype.XSDduration)
        : text(text);
  }

  static Node email(String text) {
    var bare = text.replaceFirst("^mailto:", "");
    return bare.contains("@") ? iriOrText("mailto:" + bare) : text(text);
  }

  static Node telephone(String text) {
    var number = text.replaceFirst("^tel:", "").replaceAll("[^0-9+]", "");
    return number.isEmpty() ? text(text) : NodeFactory.createURI("tel:" + number);
  }

  /**
   * A year, month, date or date-time with its type; times without a zone are UTC, as CKAN's are.
   */
  static Node time(String text) {
    if (text.matches("\\d{4}")) {
      return NodeFactory.createLiteralDT(text, XSDDatatype.XSDgYear);
    }
    if (text.matches("\\d{4}-(0[1-9]|1[0-2])")) {
      return NodeFactory.createLiteralDT(text, XSDDatatype.XSDgYearMonth);
    }
    return date(text).or(() -> dateTime(text)).orElseGet(() -> text(text));
  }

  private static Optional<Node> date(String text) {
    var german = text.matches("\\d{2}\\.\\d{2}\\.\\d{4}");
    if (!german && !text.matches("\\d{4}-\\d{2}-\\d{2}")) {
      return Optional.empty();
    }
    try {
      var date = german ? LocalDate.parse(text, GERMAN) : LocalDate.parse(text);
      return Optional.of(NodeFactory.createLiteralDT(date.toString(), XSDDatatype.XSDdate));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Node> dateTime(String text) {
    var iso = text.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T");
    return zoned(iso).or(() -> zoneless(iso));
  }

  private static Optional<Node> zoned(String iso) {
    try {
      return Optional.of(dateTimeLiteral(OffsetDateTime.parse(iso).toString()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Node> zoneless(String iso) {
    try {
      var time = LocalDateTime.parse(iso);
      return Optional.of(dateTimeLiteral(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time) + "Z"));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** XSD wants the seconds that Java leaves out when they are zero. */
  private static Node dateTimeLiteral(String text) {
    var full = text.replaceFirst("(T\\d{2}:\\d{2})(?=[Z+-])", "$1:00");
    return NodeFactory.createLiteralDT(full, XSDDatatype.XSDdateTime);
  }
}
