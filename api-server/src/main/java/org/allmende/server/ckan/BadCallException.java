package org.allmende.server.ckan;

/** A request that reaches no action: 400 with a bare JSON string ({@code ckan-api.md} 3.3). */
final class BadCallException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private BadCallException(String message) {
    super("Bad request: " + message);
  }

  static BadCallException unknownAction(String name) {
    return new BadCallException("Action name not known: " + Excerpt.of(Surrogates.repaired(name)));
  }

  static BadCallException postNeeded() {
    return new BadCallException(
        "JSON Error: Invalid request. Please use POST method for your request");
  }

  static BadCallException noJson(String reason) {
    return new BadCallException("JSON Error: Error decoding JSON data. Error: " + reason);
  }

  static BadCallException noForm() {
    return new BadCallException("The multipart form in the body cannot be read.");
  }

  static BadCallException noObject(String what) {
    return new BadCallException(
        "JSON Error: Request data JSON decoded to " + what + " but it needs to be a dictionary.");
  }
}
