package org.allmende.server.dataset;

/**
 * The last segment of an address: a name or id, and a suffix when there is one. A name has no dot,
 * so the last one begins the suffix (ckan-api.md 11.1).
 *
 * @param name name or id
 * @param suffix without dot; {@code ""} when there is none
 */
record Asked(String name, String suffix) {
  static Asked parse(String segment) {
    var dot = segment.lastIndexOf('.');
    return dot < 0
        ? new Asked(segment, "")
        : new Asked(segment.substring(0, dot), segment.substring(dot + 1));
  }
}
