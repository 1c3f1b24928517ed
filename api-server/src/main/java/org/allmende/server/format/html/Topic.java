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
 * @param iri its identity
 * @param description what it says about itself, in Markdown; {@code ""} when it says nothing
 */
record Topic(
    TopicKind kind,
    String key,
    String sought,
    List<String> values,
    String label,
    String iri,
    String description) {

  Topic {
    values = List.copyOf(values);
  }

  /** One that says nothing about itself. */
  Topic(TopicKind kind, String key, String sought, List<String> values, String label, String iri) {
    this(kind, key, sought, values, label, iri, "");
  }

  /** What holds of its datasets. */
  Filter filter() {
    return new Filter.In(kind.field(), Set.copyOf(values));
  }
}
