package org.allmende.server.format.html;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The Atom feed of a search. Feeds speak the language of CKAN's clients, so there is one where that
 * can say the same: words without signs, and at most one theme, publisher and format.
 */
final class SearchFeed {

  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N} ]*");
  private static final Set<SearchFacet> SAYABLE =
      Set.of(SearchFacet.THEME, SearchFacet.PUBLISHER, SearchFacet.FORMAT);

  private SearchFeed() {}

  /** Its address below the root path; empty when there is none, or when it is the catalog's. */
  static Optional<String> path(SearchChoice choice) {
    var parameters = new ArrayList<String>();
    if (!choice.text().isEmpty()) {
      // in capitals, AND, OR and NOT would be no words
      parameters.add(parameter("q", choice.text().toLowerCase(Locale.GERMAN)));
    }
    choice
        .values()
        .forEach((facet, values) -> parameters.add(parameter(facet.ckanName(), values.getFirst())));
    return Optional.of(parameters)
        .filter(some -> !some.isEmpty() && isSayable(choice))
        .map(some -> "/feeds/custom.atom?" + String.join("&", some));
  }

  private static boolean isSayable(SearchChoice choice) {
    return PLAIN.matcher(choice.text()).matches()
        && SAYABLE.containsAll(choice.values().keySet())
        && choice.values().values().stream().map(List::size).allMatch(size -> size == 1)
        && choice.radius() == 0
        && choice.bounds().pairs().isEmpty();
  }

  private static String parameter(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
