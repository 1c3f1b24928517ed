package org.allmende.server.ckan;

/**
 * One action of the API.
 *
 * @param name as in {@code /api/3/action/{name}}
 * @param readOnly true when {@code GET} may call it
 * @param help what {@code help_show} says about it
 * @param body what it does
 */
record CkanAction(String name, boolean readOnly, String help, Body body) {

  /** What an action does: all that can fail happens here, before the first byte of the answer. */
  @FunctionalInterface
  interface Body {
    CkanResult run(CkanParams params);
  }

  /** The same action, doing something else. */
  CkanAction with(Body other) {
    return new CkanAction(name, readOnly, help, other);
  }

  /** An action that only reads. */
  static CkanAction reading(String name, String help, Body body) {
    return new CkanAction(name, true, help, body);
  }

  /**
   * An action that changes something: {@code POST} alone, and never for an anonymous caller, who is
   * told so before anything else is looked at ({@code ckan-api.md} 8).
   */
  static CkanAction writing(String name, String help, Body body) {
    return new CkanAction(
        name,
        false,
        help,
        params -> {
          if (params.caller().isAnonymous()) {
            throw CkanException.denied("Action " + name + " requires an authenticated user");
          }
          return body.run(params);
        });
  }
}
