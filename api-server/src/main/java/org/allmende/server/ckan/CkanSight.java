package org.allmende.server.ckan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.allmende.catalog.accounts.Caller;
import org.allmende.catalog.search.Filter;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.SearchQuery;

/**
 * What a search adds on its own ({@code ckan-api.md} 2.3, 6.5): what the caller may see at all, and
 * of that what was asked for. Without a word about it that is what everybody sees.
 */
final class CkanSight {

  private static final Filter NOT_PRIVATE = new Filter.Is(CkanFields.CAPACITY, "public");

  /** A filter that says itself which states it means. */
  private static final Pattern NAMES_STATE = Pattern.compile("(?:^|[\\s(])\\+state:");

  private CkanSight() {}

  /** What the caller may see; the same rule as {@link Caller#mayRead}. */
  static Filter of(Caller caller) {
    if (caller.isSysadmin()) {
      return Filter.ALWAYS;
    }
    if (caller.isAnonymous()) {
      return SearchQuery.PUBLIC;
    }
    var ways = new ArrayList<Filter>();
    ways.add(SearchQuery.PUBLIC);
    caller.groupIds().stream()
        .sorted()
        .forEach(id -> ways.add(new Filter.Is(IndexField.PUBLISHER_ID, id)));
    caller.userId().ifPresent(id -> ways.add(unownedBy(id)));
    return new Filter.Any(ways);
  }

  private static Filter unownedBy(String user) {
    return new Filter.All(
        List.of(
            new Filter.Is(IndexField.CREATOR, user),
            new Filter.Not(new Filter.Exists(IndexField.OWNER))));
  }

  /** The query as the caller asks it, within what the parameters ask for. */
  static SearchQuery restrict(SearchQuery query, CkanParams in, List<String> filters) {
    var withPrivate = in.flag("include_private", false);
    var states = states(in);
    var namesStates = filters.stream().anyMatch(text -> NAMES_STATE.matcher(text).find());
    if (!withPrivate && !namesStates && states.equals(List.of("active"))) {
      return query; // exactly what is public
    }
    var restricted = query.visibleThrough(of(in.caller()));
    if (!withPrivate) {
      restricted = restricted.filteredBy(NOT_PRIVATE);
    }
    return namesStates ? restricted : restricted.filteredBy(anyState(states));
  }

  private static List<String> states(CkanParams in) {
    var states = new ArrayList<>(List.of("active"));
    if (in.flag("include_drafts", false)) {
      states.add("draft");
    }
    if (in.flag("include_deleted", false)) {
      states.add("deleted");
    }
    return states;
  }

  private static Filter anyState(List<String> states) {
    return new Filter.Any(
        states.stream().<Filter>map(state -> new Filter.Is(CkanFields.STATE, state)).toList());
  }
}
