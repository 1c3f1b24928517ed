package org.allmende.server.format.html;

import java.util.List;
import java.util.Set;
import org.allmende.catalog.search.Filter;

/**
 * What datasets have in common: a theme, a publisher, a place.
 *
 * @param kind which of these
 * @param key its name in the address of its page
 * @param sought its name in the address of a search
 * @param values each value of the index that means it
 * @param label what people call it
 * @param iri its identity, or that of its page
 */
record Topic(
    TopicKind kind, String key, String sought, List<String> values, String label, String iri) {

  Topic {
    values = List.copyOf(values);
  }

  /** What holds of its datasets. */
  Filter filter() {
    return new Filter.In(kind.field(), Set.copyOf(values));
  }
}
