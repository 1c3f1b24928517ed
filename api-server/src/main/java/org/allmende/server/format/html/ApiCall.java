package org.allmende.server.format.html;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * One call of the interfaces.
 *
 * @param group key of what it belongs to
 * @param id its name, unique; also the end of the keys of its texts where it has any
 * @param method GET or POST
 * @param path below the root path, with parameters such as {@code {id}}
 * @param help what it does, in English, for an action; {@code ""} where our texts say it
 * @param parameters what it takes
 * @param mediaTypes what it answers
 */
record ApiCall(
    String group,
    String id,
    String method,
    String path,
    String help,
    List<Parameter> parameters,
    List<String> mediaTypes) {

  ApiCall {
    parameters = List.copyOf(parameters);
    mediaTypes = List.copyOf(mediaTypes);
  }

  /**
   * A parameter.
   *
   * @param hint what it takes, in English, as an action says it; {@code ""} where nothing is said
   */
  record Parameter(String name, String hint) {}

  boolean isReading() {
    return method.equals("GET");
  }

  boolean isInPath(Parameter parameter) {
    return path.contains("{" + parameter.name() + "}");
  }

  /** What it does: our text, else what the action says. */
  Localized summary(Texts texts) {
    return texts
        .find("api.call." + id)
        .or(() -> texts.find("api.call." + id.replaceFirst(ApiCalls.JSON + "$", "")))
        .map(text -> new Localized(text, null))
        .orElseGet(() -> new Localized(help, texts.language().equals("en") ? null : "en"));
  }

  /** What a parameter takes; empty when neither our texts nor the action say anything. */
  Optional<Localized> hint(Parameter parameter, Texts texts) {
    if (!parameter.hint().isEmpty()) {
      var lang = texts.language().equals("en") ? null : "en";
      return Optional.of(new Localized(parameter.hint(), lang));
    }
    return help.isEmpty()
        ? texts.find("api.parameter." + parameter.name()).map(t -> new Localized(t, null))
        : Optional.empty();
  }

  /** The path with these values, and the others as a query; in the order of the parameters. */
  String address(Map<String, String> values) {
    var filled = path;
    var query = new StringJoiner("&", "?", "").setEmptyValue("");
    for (var parameter : parameters) {
      var value = encode(values.getOrDefault(parameter.name(), ""));
      if (isInPath(parameter)) {
        filled = filled.replace("{" + parameter.name() + "}", value);
      } else if (!value.isEmpty()) {
        query.add(parameter.name() + "=" + value);
      }
    }
    return filled + query;
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
