package org.allmende.harvest.source.table;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An address with parameters, which are set in place of those that it has; names are compared
 * without regard to case where a service does so.
 *
 * @param path all in front of the question mark
 * @param parameters each as {@code name=value}, encoded
 */
public record QueryAddress(String path, List<String> parameters) {

  public QueryAddress {
    parameters = List.copyOf(parameters);
  }

  /** Takes an address apart. */
  public static QueryAddress of(String address) {
    var bare = address.replaceFirst("#.*$", "");
    var query = bare.indexOf('?');
    if (query < 0) {
      return new QueryAddress(bare, List.of());
    }
    var parameters = new ArrayList<String>();
    for (var parameter : bare.substring(query + 1).split("&")) {
      if (!parameter.isEmpty()) {
        parameters.add(parameter);
      }
    }
    return new QueryAddress(bare.substring(0, query), parameters);
  }

  /** The same with this parameter, in place of one that it has. */
  public QueryAddress with(String name, String value) {
    var all = new ArrayList<>(without(name).parameters());
    all.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    return new QueryAddress(path, all);
  }

  /** The same with this parameter unless it has one of that name. */
  public QueryAddress withDefault(String name, String value) {
    return has(name) ? this : with(name, value);
  }

  /** The same without the parameters of these names. */
  public QueryAddress without(String... names) {
    return new QueryAddress(
        path,
        parameters.stream()
            .filter(parameter -> List.of(names).stream().noneMatch(n -> isNamed(parameter, n)))
            .toList());
  }

  /** The same path with another end and no parameters changed. */
  public QueryAddress at(String otherPath) {
    return new QueryAddress(otherPath, parameters);
  }

  /** Whether it has a parameter of this name. */
  public boolean has(String name) {
    return parameters.stream().anyMatch(parameter -> isNamed(parameter, name));
  }

  private static boolean isNamed(String parameter, String name) {
    return parameter.equalsIgnoreCase(name)
        || parameter.regionMatches(true, 0, name + "=", 0, name.length() + 1);
  }

  @Override
  public String toString() {
    return parameters.isEmpty() ? path : path + "?" + String.join("&", parameters);
  }
}
