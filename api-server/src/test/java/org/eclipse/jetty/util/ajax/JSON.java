package org.eclipse.jetty.util.ajax;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What the HTML validator reads its own profiles with. It wants the class of a Jetty that is years
 * older than ours, and two Jetties on one class path quarrel; so it gets this one method alone.
 */
public final class JSON {
  private static final ObjectMapper READER =
      new ObjectMapper()
          .enable(
              DeserializationFeature.USE_JAVA_ARRAY_FOR_JSON_ARRAY,
              DeserializationFeature.USE_LONG_FOR_INTS);

  private JSON() {}

  /** Objects as maps, arrays as arrays, whole numbers as long, as the validator casts them. */
  public static Object parse(String text) throws JsonProcessingException {
    return READER.readValue(text, Object.class);
  }
}
