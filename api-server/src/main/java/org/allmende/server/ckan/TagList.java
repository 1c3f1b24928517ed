package org.allmende.server.ckan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.allmende.catalog.search.Filter;
import org.allmende.catalog.search.IndexField;

/**
 * The free tags in use, by name: the keywords of public datasets in the letters that CKAN takes.
 */
final class TagList {

  private final AtPosition<Map<String, Used>> tags;

  /**
   * A tag with the keywords that it stands for: two that differ in letters which CKAN does not take
   * are one tag.
   *
   * @param tag as CKAN shows it
   * @param keywords as the descriptions write them
   */
  record Used(CkanTag tag, List<String> keywords) {

    /** The datasets that carry it. */
    Filter filter() {
      return new Filter.Any(
          keywords.stream()
              .<Filter>map(keyword -> new Filter.Is(IndexField.KEYWORD, keyword))
              .toList());
    }
  }

  TagList(CkanSite site) {
    this.tags = new AtPosition<>(site.position(), () -> read(site));
  }

  private static Map<String, Used> read(CkanSite site) {
    var keywords = new LinkedHashMap<CkanTag, List<String>>();
    var byName = new TreeMap<String, CkanTag>();
    for (var count : site.counts(IndexField.KEYWORD)) {
      CkanTag.of(count.value(), site.catalog().identity())
          .map(tag -> byName.computeIfAbsent(tag.name(), name -> tag))
          .ifPresent(
              tag -> keywords.computeIfAbsent(tag, t -> new ArrayList<>()).add(count.value()));
    }
    var used = new TreeMap<String, Used>();
    keywords.forEach((tag, all) -> used.put(tag.name(), new Used(tag, List.copyOf(all))));
    return used;
  }

  /** All of them, by name. */
  Collection<Used> all() {
    return tags.get().values();
  }

  /** Those whose name contains this text, in whatever case. */
  List<CkanTag> containing(String text) {
    var part = text.strip().toLowerCase(Locale.ROOT);
    return all().stream()
        .map(Used::tag)
        .filter(tag -> tag.name().toLowerCase(Locale.ROOT).contains(part))
        .toList();
  }

  /** By name, else by id. */
  Optional<Used> find(String idOrName) {
    return Optional.ofNullable(tags.get().get(idOrName))
        .or(() -> all().stream().filter(used -> used.tag().id().equals(idOrName)).findFirst());
  }
}
