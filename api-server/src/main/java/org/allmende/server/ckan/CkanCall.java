package org.allmende.server.ckan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.allmende.catalog.accounts.Caller;
import org.allmende.server.http.ParamReader;

/**
 * A request as it came, before anybody knows what it means.
 *
 * @param isPost true for {@code POST}
 * @param contentType the media type in lower case without parameters; empty when none was named
 * @param query the raw query string; may be empty
 * @param body the raw body; empty for a multipart one
 * @param form a multipart body
 */
record CkanCall(boolean isPost, String contentType, String query, String body, CkanForm form) {

  /** Deeper JSON says nothing that an action would understand. */
  private static final int DEEPEST = 200;

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
              .build());

  private static final String FORM = "application/x-www-form-urlencoded";

  /** The parameters, decoded in exactly the order of {@code ckan-api.md} 1.3. */
  CkanParams params(boolean readOnly, Caller caller) {
    var decoded = decode(readOnly);
    decoded.remove("callback"); // JSONP; never a parameter of an action
    return new CkanParams(decoded, caller, form.uploads());
  }

  private Map<String, JsonNode> decode(boolean readOnly) {
    if (isPost && isForm()) {
      if (isJson(body)) {
        return fromJson(body); // labelled as a form by curl, and cut by one at each = and &
      }
      var fields = form.fields().isEmpty() ? ParamReader.decode(body) : form.fields();
      if (!fields.isEmpty()) {
        return fromForm(fields);
      }
    }
    if (readOnly && !query.isEmpty()) {
      return nodes(ParamReader.decode(query));
    }
    return body.isBlank() ? new LinkedHashMap<>() : fromJson(body);
  }

  private static boolean isJson(String body) {
    return body.stripLeading().startsWith("{");
  }

  private boolean isForm() {
    return contentType.equals(FORM) || !form.fields().isEmpty();
  }

  /** Rule 1a: {@code curl -d '{"id":"x"}'} makes the whole JSON the name of one empty field. */
  private static Map<String, JsonNode> fromForm(Map<String, List<String>> fields) {
    if (fields.size() == 1) {
      var only = fields.entrySet().iterator().next();
      if (only.getValue().equals(List.of("")) || only.getValue().equals(List.of("1"))) {
        return fromJson(only.getKey());
      }
    }
    return nodes(fields);
  }

  private static Map<String, JsonNode> fromJson(String text) {
    JsonNode root;
    try {
      root = Surrogates.repaired(MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      throw BadCallException.noJson(Excerpt.of(String.valueOf(e.getOriginalMessage())));
    }
    if (!root.isObject()) {
      throw BadCallException.noObject(Excerpt.of(root.toString()));
    }
    return root.properties().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (a, b) -> b, LinkedHashMap::new));
  }

  private static Map<String, JsonNode> nodes(Map<String, List<String>> fields) {
    var nodes = new LinkedHashMap<String, JsonNode>();
    fields.forEach((name, values) -> nodes.put(name, node(values)));
    return nodes;
  }

  private static JsonNode node(List<String> values) {
    if (values.size() == 1) {
      return JsonNodeFactory.instance.textNode(values.getFirst());
    }
    ArrayNode several = JsonNodeFactory.instance.arrayNode();
    values.forEach(several::add);
    return several;
  }
}
