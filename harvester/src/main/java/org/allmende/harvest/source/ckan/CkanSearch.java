package org.allmende.harvest.source.ckan;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the packages of a portal are found: its address with or without {@code /api/3/action}, and
 * perhaps a query of the operator's that narrows them, such as {@code fq=organization:x}.
 *
 * @param site address before {@code /api}, without trailing slash
 * @param action address of the actions, without trailing slash
 * @param filters query parameters that are passed on, as written
 */
record CkanSearch(String site, String action, List<String> filters) {

  private static final Pattern API = Pattern.compile("^(.*?)/api(?:/(\\d+))?(?:/.*)?$");
  private static final Pattern OURS = Pattern.compile("(?:rows|start|sort|q)=.*");

  CkanSearch {
    filters = List.copyOf(filters);
  }

  static CkanSearch of(String location) {
    var query = location.indexOf('?');
    var path = (query < 0 ? location : location.substring(0, query)).replaceFirst("/+$", "");
    var api = API.matcher(path);
    var site = api.matches() ? api.group(1) : path.replaceFirst("/dataset$", "");
    var version = api.matches() && api.group(2) != null ? api.group(2) : "3";
    return new CkanSearch(
        site,
        site + "/api/" + version + "/action",
        query < 0 ? List.of() : List.of(location.substring(query + 1).split("&")));
  }

  /** The address of a page of the search, in an order that does not move while we walk. */
  String page(int start, int rows) {
    var own = filters.stream().filter(f -> !f.isBlank() && !OURS.matcher(f).matches());
    var query =
        filters.stream()
            .filter(f -> f.startsWith("q="))
            .findFirst()
            .orElse("q=" + URLEncoder.encode("*:*", StandardCharsets.UTF_8));
    var ours =
        Stream.of(
            query,
            "rows=" + rows,
            "start=" + start,
            "sort=" + URLEncoder.encode("id asc", StandardCharsets.UTF_8));
    return action + "/package_search?" + Stream.concat(ours, own).collect(Collectors.joining("&"));
  }
}
