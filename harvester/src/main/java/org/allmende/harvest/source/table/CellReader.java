package org.allmende.harvest.source.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns the cells of one column into values of its type. What is decided for a whole column, such
 * as its decimal sign, is decided when the reader is made.
 */
final class CellReader {

  private static final List<String> USUAL_SEPARATORS = List.of(";");

  private final Mapping.Field field;
  private final NumberReader numbers;
  private final DateReader dates;
  private final BooleanReader booleans;
  private final Map<String, String> labels = new HashMap<>();
  private final Pattern separators;

  private CellReader(Seen seen) {
    this.field = seen.field;
    this.numbers = seen.signs.reader(field.type() == Column.Type.INTEGER);
    this.dates = seen.order.reader(field.formats());
    this.booleans = seen.marks.reader();
    field.values().forEach((label, value) -> labels.put(ColumnNames.normal(label), value));
    var all = field.separators().isEmpty() ? USUAL_SEPARATORS : field.separators();
    this.separators = Pattern.compile(String.join("|", all.stream().map(Pattern::quote).toList()));
  }

  /** What was seen of a column so far: as much as its type asks for. */
  static final class Seen {
    private final Mapping.Field field;
    private final NumberReader.Signs signs = new NumberReader.Signs();
    private final DateReader.Order order = new DateReader.Order();
    private final BooleanReader.Marks marks = new BooleanReader.Marks();

    /** Nothing yet of the column that this field is about. */
    Seen(Mapping.Field field) {
      this.field = field;
    }

    /** Whether the texts of the column make a difference. */
    boolean isWanted() {
      return switch (field.type()) {
        case INTEGER, NUMBER, DATE, DATETIME, BOOLEAN -> true;
        case LIST -> field.numberItems();
        case STRING, URL, JSON -> false;
      };
    }

    /** Looks at one more text, which is not blank. */
    void see(String text) {
      switch (field.type()) {
        case DATE, DATETIME -> order.see(text);
        case BOOLEAN -> marks.see(text);
        default -> signs.see(text);
      }
    }

    /** The reader for the column, all of which was seen. */
    CellReader reader() {
      return new CellReader(this);
    }
  }

  /** A cell that says something, but not what its column is for. */
  static final class UnreadableCellException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Note note;

    UnreadableCellException(Note note) {
      super(note.toString());
      this.note = note;
    }

    Note note() {
      return note;
    }
  }

  /**
   * The value of a cell; null for "no value".
   *
   * @param cell null when it is empty
   */
  @Nullable Object read(@Nullable JsonNode cell) throws UnreadableCellException {
    if (cell == null) {
      return field.type() == Column.Type.BOOLEAN ? booleans.blank().orElse(null) : null;
    }
    var text = Texts.of(cell);
    return switch (field.type()) {
      case STRING -> string(text);
      case INTEGER ->
          cell.isContainerNode() || field.kind().equals("count") ? count(cell) : integer(text);
      case NUMBER -> number(cell, text);
      case BOOLEAN -> bool(text);
      case DATE -> date(text);
      case DATETIME -> dateTime(text);
      case LIST -> list(cell);
      case URL -> url(text);
      case JSON -> cell;
    };
  }

  private @Nullable String string(String text) throws UnreadableCellException {
    return switch (field.kind()) {
      case "enum" -> label(text);
      case "postcode" ->
          MunicipalityRule.postcode(text).orElseThrow(() -> expected("postcode", text));
      case "place" -> MunicipalityRule.withoutPostcode(text);
      case "ags" -> key(text);
      default -> text;
    };
  }

  private @Nullable String label(String text) throws UnreadableCellException {
    var value = labels.get(ColumnNames.normal(text));
    if (value != null) {
      return value;
    }
    if (field.keepOthers()) {
      return text;
    }
    throw expected("enum", text);
  }

  private static String key(String text) throws UnreadableCellException {
    var key = MunicipalityRule.key(text);
    if (!key.matches("\\d{8}|\\d{12}")) {
      throw expected("ags", text);
    }
    return key;
  }

  private static long count(JsonNode cell) {
    return cell.isContainerNode() ? cell.size() : 1;
  }

  private @Nullable Object integer(String text) throws UnreadableCellException {
    if (NumberReader.isNothing(text)) {
      return null;
    }
    var number = numbers.read(text).orElseThrow(() -> expected("integer", text));
    try {
      return number.setScale(0, RoundingMode.UNNECESSARY).longValueExact();
    } catch (ArithmeticException e) {
      throw expected("integer", text);
    }
  }

  private @Nullable BigDecimal number(JsonNode cell, String text) throws UnreadableCellException {
    if (cell.isNumber()) {
      return NumberReader.shortest(cell.decimalValue());
    }
    if (NumberReader.isNothing(text)) {
      return null;
    }
    return NumberReader.shortest(numbers.read(text).orElseThrow(() -> expected("number", text)));
  }

  private @Nullable Boolean bool(String text) throws UnreadableCellException {
    var read = booleans.read(text);
    if (read.isPresent()) {
      return read.get();
    }
    if (NumberReader.isNothing(text)) {
      return null;
    }
    throw expected("boolean", text);
  }

  private @Nullable Object date(String text) throws UnreadableCellException {
    var read = dates.readDate(text);
    if (read.isPresent() || NumberReader.isNothing(text)) {
      return read.orElse(null);
    }
    throw expected("date", text);
  }

  private @Nullable Object dateTime(String text) throws UnreadableCellException {
    var read = dates.readDateTime(text);
    if (read.isPresent() || NumberReader.isNothing(text)) {
      return read.orElse(null);
    }
    throw expected("datetime", text);
  }

  private List<String> list(JsonNode cell) {
    var items = new ArrayList<String>();
    if (cell.isContainerNode()) {
      items.addAll(Texts.all(cell));
    } else {
      items.addAll(List.of(separators.split(Texts.of(cell))));
    }
    return items.stream().map(Texts::clean).filter(t -> !t.isEmpty()).map(this::item).toList();
  }

  private String item(String text) {
    return field.numberItems() ? numbers.read(text).map(NumberReader::plain).orElse(text) : text;
  }

  private static String url(String text) throws UnreadableCellException {
    return address(text).orElseThrow(() -> expected("url", text));
  }

  private static Optional<String> address(String text) {
    try {
      var uri = new URI(text.replace(" ", "%20"));
      var isWeb =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      return isWeb && uri.getHost() != null ? Optional.of(uri.toString()) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static UnreadableCellException expected(String what, String text) {
    return new UnreadableCellException(Note.of("cell-" + what, text));
  }
}
