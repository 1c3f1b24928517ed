package org.allmende.server.ckan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.allmende.server.TestSite;

/** Calls actions over HTTP with a token, as clients do. */
final class ApiClient {

  private final TestSite site;
  private final String token;

  ApiClient(TestSite site, String token) {
    this.site = site;
    this.token = token;
  }

  static ObjectNode json(String text) {
    return (ObjectNode) TestSite.json(text.replace('\'', '"'));
  }

  /** POST of JSON; single quotes stand for double ones. */
  HttpResponse<String> post(String action, String json) {
    return send(action, "application/json", BodyPublishers.ofString(json.replace('\'', '"')));
  }

  HttpResponse<String> send(String action, String contentType, HttpRequest.BodyPublisher body) {
    return site.send(
        HttpRequest.newBuilder(URI.create(site.root() + "/api/3/action/" + action))
            .header("Content-Type", contentType)
            .header("Authorization", token)
            .POST(body)
            .build());
  }

  /** The {@code result} of an action that succeeds. */
  JsonNode result(String action, String json) {
    return result(post(action, json));
  }

  JsonNode result(String action, JsonNode json) {
    return result(send(action, "application/json", BodyPublishers.ofString(json.toString())));
  }

  static JsonNode result(HttpResponse<String> answer) {
    var json = TestSite.json(answer.body());
    if (!json.path("success").asBoolean()) {
      throw new AssertionError("the action failed: " + answer.statusCode() + " " + answer.body());
    }
    return json.path("result");
  }

  /** The status and the {@code error} without its type, as compact JSON. */
  String error(String action, String json) {
    var answer = post(action, json);
    var error = (ObjectNode) TestSite.json(answer.body()).path("error");
    error.remove("__type");
    return answer.statusCode() + " " + error.toString().replace('"', '\'');
  }

  /** {@code package_show}. */
  JsonNode show(String id) {
    return result("package_show", "{'id': '" + id + "'}");
  }
}
