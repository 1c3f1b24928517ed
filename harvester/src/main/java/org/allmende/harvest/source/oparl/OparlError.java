package org.allmende.harvest.source.oparl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.allmende.harvest.fetch.StatusException;

/**
 * What an OParl server says when it has nothing to give: an object with {@code error}, {@code
 * message} or {@code code} instead of what was asked for ({@code sources.md} 7.1).
 *
 * @param code the vendor's number, such as {@code 802}; {@code ""} when there is none
 * @param message in the server's words
 */
record OparlError(String code, String message) {

  /** What SD.NET RIM says for an empty list. */
  private static final String NOTHING_FOUND = "802";

  private static final Set<Integer> MAY_BE_EMPTY = Set.of(400, 404);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The error of an answer that says "nothing found", and not "something is wrong". */
  static Optional<OparlError> ofNothingFound(StatusException answer) {
    return Optional.of(answer)
        .filter(a -> MAY_BE_EMPTY.contains(a.status()))
        .flatMap(a -> parse(a.body()))
        .filter(error -> answer.status() == 404 || error.code().equals(NOTHING_FOUND));
  }

  private static Optional<OparlError> parse(byte[] body) {
    try {
      return of(JSON.readTree(body));
    } catch (JsonProcessingException e) {
      return Optional.empty(); // a page for people, or plain text: no error object of OParl
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory can be read", e);
    }
  }

  private static Optional<OparlError> of(JsonNode json) {
    var code = OparlJson.text(json, "code").orElse("");
    var words =
        Stream.of("message", "error", "debug")
            .flatMap(key -> OparlJson.text(json, key).stream())
            .findFirst();
    return json.isObject() && (words.isPresent() || !code.isEmpty())
        ? Optional.of(new OparlError(code, words.orElse(code)))
        : Optional.empty();
  }
}
