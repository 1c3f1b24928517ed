package org.allmende.harvest.source.table;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON of sources: numbers as they are written, {@code NaN} and {@code Infinity} (which
 * are no JSON, and which programs write all the same) as no value, and a number that would have
 * millions of digits as text.
 */
public final class SourceJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .nodeFactory(new PlausibleNumbers())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private SourceJson() {}

  /** The mapper; safe for any number of threads. */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /** Whether a node is a number with which one can count; {@code NaN} is none. */
  static boolean isNumber(JsonNode node) {
    return node.isNumber() && !isNaN(node);
  }

  /** Whether a node is one of the numbers that are none. */
  static boolean isNaN(JsonNode node) {
    return node.isDouble() && !Double.isFinite(node.doubleValue());
  }

  /** Makes texts of numbers such as {@code 1e999999999}. */
  private static final class PlausibleNumbers extends JsonNodeFactory {
    private static final long serialVersionUID = 1L;

    @Override
    public ValueNode numberNode(@Nullable BigDecimal number) {
      return number == null || NumberReader.isPlausible(number)
          ? super.numberNode(number)
          : textNode(number.toString());
    }
  }
}
