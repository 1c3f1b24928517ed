package org.allmende.server.ckan;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.search.FacetCount;
import org.allmende.catalog.search.Hit;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.Page;
import org.allmende.catalog.search.SearchQuery;

/** What somebody who has typed a few letters may mean: datasets, groups, tags, formats. */
final class Completions {

  /** So many hits are looked at for titles that contain the letters. */
  private static final int LOOKED_AT = 100;

  private final CkanSite site;
  private final TagList tags;
  private final AtPosition<List<String>> names;
  private final AtPosition<List<String>> formats;

  /**
   * @param names the names of all public datasets, sorted
   */
  Completions(CkanSite site, TagList tags, AtPosition<List<String>> names) {
    this.site = site;
    this.tags = tags;
    this.names = names;
    this.formats = new AtPosition<>(site.position(), this::readFormats);
  }

  /** A dataset whose name or title contains what was typed. */
  @JsonNaming(SnakeCaseStrategy.class)
  record PackageMatch(String name, String title, String matchField, String matchDisplayed) {

    static PackageMatch of(String name, String title, String typed) {
      return name.contains(typed)
          ? new PackageMatch(name, title, "name", name)
          : new PackageMatch(name, title, "title", title + " (" + name + ")");
    }
  }

  /** An organization or a group. */
  record GroupMatch(String id, String name, String title) {}

  /** Datasets whose name or title contains the text: names that begin with it come first. */
  List<PackageMatch> packages(String text, int limit) {
    var typed = text.strip().toLowerCase(Locale.ROOT);
    var matches = new LinkedHashMap<String, PackageMatch>();
    for (var entry : named(typed, limit)) {
      matches.put(name(entry), PackageMatch.of(name(entry), title(entry), typed));
    }
    for (var entry : matches.size() < limit ? titled(typed) : List.<CatalogEntry>of()) {
      matches.putIfAbsent(name(entry), PackageMatch.of(name(entry), title(entry), typed));
    }
    return matches.values().stream().limit(limit).toList();
  }

  private List<CatalogEntry> named(String typed, int limit) {
    var all = names.get();
    var found = new LinkedHashSet<String>();
    Stream.concat(
            all.stream().filter(name -> name.startsWith(typed)),
            all.stream().filter(name -> name.contains(typed)))
        .takeWhile(name -> found.size() < limit)
        .forEach(found::add);
    return found.stream()
        .flatMap(name -> site.catalog().find(name).stream())
        .filter(CatalogEntry::isPublic)
        .toList();
  }

  private List<CatalogEntry> titled(String typed) {
    var hits = site.search().apply(beginning(typed)).hits();
    return site.catalog().entries(hits.stream().map(Hit::ordinal).toList()).stream()
        .filter(CatalogEntry::isPublic)
        .filter(entry -> title(entry).toLowerCase(Locale.ROOT).contains(typed))
        .toList();
  }

  /** The last word need not be whole yet. */
  private static SearchQuery beginning(String typed) {
    var words = typed.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    return SearchQuery.forText(words.isEmpty() ? "" : words + "*").withPage(new Page(0, LOOKED_AT));
  }

  private static String name(CatalogEntry entry) {
    return entry.addresses().name().value();
  }

  private String title(CatalogEntry entry) {
    return entry.view().title().in(site.language()).map(String::strip).orElseGet(() -> name(entry));
  }

  /** Organizations or groups whose name or title contains the text. */
  List<GroupMatch> groups(GroupKind kind, String text, int limit) {
    return kind.containing(text).stream()
        .limit(limit)
        .map(group -> new GroupMatch(group.id(), group.name(), group.title()))
        .toList();
  }

  /** Names of tags that contain the text. */
  List<String> tags(String text, int limit) {
    return text.isBlank()
        ? List.of()
        : tags.containing(text).stream().map(CkanTag::name).limit(limit).toList();
  }

  /** Formats that contain the text, in lower case, those used most first. */
  List<String> formats(String text, int limit) {
    var part = text.strip().toLowerCase(Locale.ROOT);
    return formats.get().stream().filter(format -> format.contains(part)).limit(limit).toList();
  }

  private List<String> readFormats() {
    var uses = new LinkedHashMap<String, Integer>();
    for (FacetCount count : site.counts(IndexField.FORMAT)) {
      uses.merge(count.value().toLowerCase(Locale.ROOT), count.count(), Integer::sum);
    }
    var formats = new ArrayList<>(uses.keySet());
    formats.sort((a, b) -> uses.getOrDefault(b, 0) - uses.getOrDefault(a, 0));
    return List.copyOf(formats);
  }
}
