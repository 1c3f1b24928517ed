package org.allmende.server.format.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.allmende.server.http.MediaTypes;

/** The calls as an OpenAPI 3.1 text. */
final class OpenApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Texts ENGLISH = Texts.of("en");
  private static final String PROBLEM = "application/problem+json";

  private OpenApi() {}

  /**
   * The text.
   *
   * @param title of the catalog
   * @param url today's public address
   */
  static byte[] json(ApiCalls calls, String title, String url) {
    var root = JSON.createObjectNode();
    root.put("openapi", "3.1.0");
    var info = root.putObject("info");
    info.put("title", title);
    info.put("description", ENGLISH.get("api.openapi"));
    info.put("version", version());
    root.putArray("servers").addObject().put("url", url);
    var paths = root.putObject("paths");
    calls.all().forEach(call -> put(paths.withObjectProperty(call.path()), call));
    putComponents(root.putObject("components"));
    return bytes(root);
  }

  private static String version() {
    return Optional.ofNullable(OpenApi.class.getPackage().getImplementationVersion()).orElse("0");
  }

  private static void put(ObjectNode path, ApiCall call) {
    var operation = path.putObject(call.method().equals("GET") ? "get" : "post");
    operation.put("operationId", call.id());
    operation.put("summary", ActionParameters.summary(call.summary(ENGLISH).text()));
    operation.putArray("tags").add(ENGLISH.get("api." + call.group()));
    var parameters = operation.putArray("parameters");
    call.parameters().stream()
        .filter(parameter -> call.isReading() || call.help().isEmpty())
        .forEach(parameter -> put(parameters, call, parameter));
    if (!call.isReading()) {
      putBody(operation, call);
    }
    var responses = operation.putObject("responses");
    var content = responses.putObject("200").put("description", "OK").putObject("content");
    call.mediaTypes().forEach(type -> putSchema(content.putObject(type), call, type));
    var problem = responses.putObject("default").put("description", ENGLISH.get("api.problem"));
    var isAction = !call.help().isEmpty();
    problem
        .putObject("content")
        .putObject(isAction ? MediaTypes.JSON : PROBLEM)
        .putObject("schema")
        .put("$ref", "#/components/schemas/" + (isAction ? "ActionProblem" : "Problem"));
  }

  private static void put(ArrayNode parameters, ApiCall call, ApiCall.Parameter parameter) {
    var node = parameters.addObject();
    var isInPath = call.isInPath(parameter);
    node.put("name", parameter.name());
    node.put("in", isInPath ? "path" : "query");
    node.put("required", isInPath);
    call.hint(parameter, ENGLISH).ifPresent(hint -> node.put("description", hint.text()));
    node.putObject("schema").put("type", "string");
  }

  /** An action takes JSON with its parameters and a token, the validator a document. */
  private static void putBody(ObjectNode operation, ApiCall call) {
    var content = operation.putObject("requestBody").putObject("content");
    if (call.help().isEmpty()) {
      content.putObject("text/turtle").putObject("schema").put("type", "string");
      return;
    }
    operation.putArray("security").addObject().putArray("token");
    var schema = content.putObject(MediaTypes.JSON).putObject("schema");
    schema.put("type", "object");
    var properties = schema.putObject("properties");
    call.parameters()
        .forEach(
            parameter -> {
              var property = properties.putObject(parameter.name());
              call.hint(parameter, ENGLISH).ifPresent(h -> property.put("description", h.text()));
            });
  }

  private static void putSchema(ObjectNode content, ApiCall call, String type) {
    var schema = content.putObject("schema");
    if (!call.help().isEmpty()) {
      schema.put("$ref", "#/components/schemas/ActionAnswer");
    } else if (type.equals(MediaTypes.JSON)) {
      schema.put("type", "object");
    } else {
      schema.put("type", "string");
    }
  }

  private static void putComponents(ObjectNode components) {
    var token = components.putObject("securitySchemes").putObject("token");
    token.put("type", "apiKey").put("in", "header").put("name", "Authorization");
    var schemas = components.putObject("schemas");
    var answer = object(schemas, "ActionAnswer");
    answer.putObject("help").put("type", "string");
    answer.putObject("success").put("type", "boolean");
    answer.putObject("result");
    var refused = object(schemas, "ActionProblem");
    refused.putObject("success").put("type", "boolean");
    refused.putObject("error").put("type", "object");
    var problem = object(schemas, "Problem");
    problem.putObject("title").put("type", "string");
    problem.putObject("status").put("type", "integer");
    problem.putObject("detail").put("type", "string");
    problem.putObject("parameter").put("type", "string");
  }

  private static ObjectNode object(ObjectNode schemas, String name) {
    return schemas.putObject(name).put("type", "object").putObject("properties");
  }

  private static byte[] bytes(ObjectNode root) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts can always be written", e);
    }
  }
}
