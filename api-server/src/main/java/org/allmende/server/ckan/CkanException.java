package org.allmende.server.ckan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an action answers when it says no ({@code ckan-api.md} 3.2): a status, a type that clients
 * compare, and what is wrong with what.
 */
final class CkanException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String type;
  private final transient Map<String, Object> details;

  private CkanException(int status, String type, Map<String, Object> details) {
    super(type + ": " + details);
    this.status = status;
    this.type = type;
    this.details = details;
  }

  /** 404: there is no such object. */
  static CkanException notFound() {
    return withMessage(404, "Not Found Error", "Not found");
  }

  /** 404 that says what was not found. */
  static CkanException notFound(String detail) {
    return withMessage(404, "Not Found Error", "Not found: " + detail);
  }

  /** 403: it is there, but not for this caller. */
  static CkanException denied(String detail) {
    return withMessage(403, "Authorization Error", "Access denied: " + detail);
  }

  /** 409: one parameter is wrong. */
  static CkanException invalid(String parameter, String message) {
    return invalid(Map.of(parameter, List.of(message)));
  }

  /** The same where CKAN tells one text and no list. */
  static CkanException invalidText(String parameter, String message) {
    return new CkanException(409, "Validation Error", Map.of(parameter, message));
  }

  /** 409: these parameters are wrong, each with its messages. */
  static CkanException invalid(Map<String, List<String>> problems) {
    return new CkanException(409, "Validation Error", new LinkedHashMap<>(problems));
  }

  /** 409: these fields are wrong, each with its messages or those of its items (3.4). */
  static CkanException invalidFields(Map<String, Object> problems) {
    return new CkanException(409, "Validation Error", new LinkedHashMap<>(problems));
  }

  /** 400: JSON of a wrong shape, such as a text where a list of objects belongs. */
  static CkanException integrity(String message, String data) {
    var details = new LinkedHashMap<String, Object>();
    details.put("message", message);
    details.put("data", data);
    return new CkanException(400, "Integrity Error", details);
  }

  /** 400: a search with parameters that do not exist, or an order that cannot be. */
  static CkanException searchQuery(String detail) {
    return withMessage(400, "Search Query Error", "Search Query is invalid: " + detail);
  }

  /** 409: a search text that cannot be understood. */
  static CkanException search(String detail) {
    return withMessage(409, "Search Error", "Search error: " + detail);
  }

  /** 500: our fault; the reference stands in the log beside the cause. */
  static CkanException internal(String reference) {
    return withMessage(
        500,
        "Internal Server Error",
        "The server failed while answering. Reference for its operator: " + reference);
  }

  private static CkanException withMessage(int status, String type, String message) {
    return new CkanException(status, type, Map.of("message", message));
  }

  int status() {
    return status;
  }

  /** The same in one text, for answers without an envelope. */
  String explanation() {
    return details.entrySet().stream()
        .map(detail -> detail.getKey() + ": " + detail.getValue())
        .collect(Collectors.joining("; "));
  }

  /** CKAN's {@code __type}. */
  String type() {
    return type;
  }

  /** The other keys of {@code error}: a text, or a list of texts. */
  Map<String, Object> details() {
    return details;
  }
}
