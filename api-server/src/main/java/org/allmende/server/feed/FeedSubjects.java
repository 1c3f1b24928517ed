package org.allmende.server.feed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.search.SearchQuery;

/** What a feed can be about, as its address names it. */
public interface FeedSubjects {

  /**
   * What one feed is about.
   *
   * @param title what people read, such as the title of an organization; empty: the whole catalog
   * @param query finds its datasets, in the order of the feed
   * @param page address of the page with the same datasets, below the root path
   */
  record Subject(String title, SearchQuery query, String page) {}

  /** All public datasets. */
  Subject everything();

  /** Those of one organization, by id or name. */
  Optional<Subject> findOrganization(String idOrName);

  /** Those of one group, by id or name. */
  Optional<Subject> findGroup(String idOrName);

  /** Those of one municipality, district or state, by its official key. */
  Optional<Subject> findPlace(String key);

  /** Those with one tag; a tag that nothing has is a feed without entries. */
  Subject tag(String name);

  /**
   * Those that a search finds.
   *
   * @param parameters as the address has them; {@code page} is not among them
   * @throws org.allmende.server.http.ProblemException when a parameter cannot be understood
   */
  Subject search(Map<String, List<String>> parameters);
}
