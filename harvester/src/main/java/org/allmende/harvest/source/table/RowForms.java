package org.allmende.harvest.source.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How rows are written into a {@link RowFile}: a mark for the kind of each value, then its bytes.
 */
final class RowForms {

  private static final byte NOTHING = 0;
  private static final byte TEXT = 1;
  private static final byte JSON = 2;
  private static final byte WHOLE = 3;
  private static final byte DECIMAL = 4;
  private static final byte TRUE = 5;
  private static final byte FALSE = 6;
  private static final byte DAY = 7;
  private static final byte TIME = 8;
  private static final byte LIST = 9;

  private RowForms() {}

  /** Rows as the source wrote them; those that could be read. */
  static RowFile.Form<RawRow> raw() {
    return new RawForm();
  }

  /** Rows of a table. */
  static RowFile.Form<Row> clean() {
    return new CleanForm();
  }

  private static final class RawForm implements RowFile.Form<RawRow> {

    @Override
    public void write(RawRow row, DataOutputStream out) throws IOException {
      text(row.place().name(), out);
      out.writeInt(row.place().values().size());
      for (var value : row.place().values()) {
        value(value instanceof Integer number ? (Object) number.longValue() : value, out);
      }
      out.writeInt(row.cells().size());
      for (int i = 0; i < row.cells().size(); i++) {
        value(row.cell(i), out);
      }
      value(row.geometry().orElse(null), out);
    }

    @Override
    public RawRow read(DataInputStream in) throws IOException {
      var place = new Note(text(in), List.copyOf(values(in)));
      var cells = new ArrayList<@Nullable JsonNode>();
      for (var value : values(in)) {
        cells.add(value instanceof String text ? TextNode.valueOf(text) : (JsonNode) value);
      }
      return new RawRow(place, cells, Optional.ofNullable((JsonNode) value(in)), Optional.empty());
    }
  }

  private static final class CleanForm implements RowFile.Form<Row> {

    @Override
    public void write(Row row, DataOutputStream out) throws IOException {
      text(row.key(), out);
      out.writeInt(row.values().size());
      for (var value : row.values()) {
        value(value, out);
      }
      value(row.geometry().map(Row.Geometry::type).orElse(null), out);
      value(row.geometry().map(Row.Geometry::coordinates).orElse(null), out);
    }

    @Override
    public Row read(DataInputStream in) throws IOException {
      var key = text(in);
      var values = values(in);
      var type = (String) value(in);
      var coordinates = (String) value(in);
      return new Row(
          key,
          values,
          type == null || coordinates == null
              ? Optional.empty()
              : Optional.of(new Row.Geometry(type, coordinates)));
    }
  }

  private static List<@Nullable Object> values(DataInputStream in) throws IOException {
    var count = in.readInt();
    var values = new ArrayList<@Nullable Object>(count);
    for (int i = 0; i < count; i++) {
      values.add(value(in));
    }
    return values;
  }

  private static void value(@Nullable Object value, DataOutputStream out) throws IOException {
    switch (value) {
      case null -> out.writeByte(NOTHING);
      case String text -> marked(TEXT, text, out);
      case TextNode text -> marked(TEXT, text.textValue(), out);
      case JsonNode node -> marked(JSON, SourceJson.mapper().writeValueAsString(node), out);
      case Long number -> {
        out.writeByte(WHOLE);
        out.writeLong(number);
      }
      case BigDecimal number -> {
        out.writeByte(DECIMAL);
        out.writeInt(number.scale());
        bytes(number.unscaledValue().toByteArray(), out);
      }
      case Boolean flag -> out.writeByte(flag ? TRUE : FALSE);
      case LocalDate day -> marked(DAY, day.toString(), out);
      case OffsetDateTime time -> marked(TIME, time.toString(), out);
      case List<?> list -> {
        out.writeByte(LIST);
        out.writeInt(list.size());
        for (var element : list) {
          value(element, out);
        }
      }
      default -> throw new IllegalArgumentException("no value of a row: " + value.getClass());
    }
  }

  private static @Nullable Object value(DataInputStream in) throws IOException {
    var mark = in.readByte();
    return switch (mark) {
      case NOTHING -> null;
      case TEXT -> text(in);
      case JSON -> SourceJson.mapper().readTree(text(in));
      case WHOLE -> in.readLong();
      case DECIMAL -> {
        var scale = in.readInt();
        yield new BigDecimal(new BigInteger(bytes(in)), scale);
      }
      case TRUE -> true;
      case FALSE -> false;
      case DAY -> LocalDate.parse(text(in));
      case TIME -> OffsetDateTime.parse(text(in));
      case LIST -> values(in);
      default -> throw new IOException("a temporary file of rows is damaged: mark " + mark);
    };
  }

  private static void marked(byte mark, String text, DataOutputStream out) throws IOException {
    out.writeByte(mark);
    text(text, out);
  }

  private static void text(String text, DataOutputStream out) throws IOException {
    // Character by character, so that half a surrogate pair is read as it came.
    var bytes = new byte[text.length() * Character.BYTES];
    ByteBuffer.wrap(bytes).asCharBuffer().put(text);
    bytes(bytes, out);
  }

  private static String text(DataInputStream in) throws IOException {
    return ByteBuffer.wrap(bytes(in)).asCharBuffer().toString();
  }

  private static void bytes(byte[] bytes, DataOutputStream out) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    return in.readNBytes(in.readInt());
  }
}
