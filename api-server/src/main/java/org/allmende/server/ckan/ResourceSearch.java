package org.allmende.server.ckan;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.allmende.catalog.CatalogEntry;

/**
 * Finds resources of public datasets by parts of their texts: {@code resource_search}. No index
 * knows parts of words, so each search looks at every dataset; one search at a time does, and no
 * longer than it may: what cannot be told in that time is an error and never a part of the answer.
 */
final class ResourceSearch {

  /** The fields of a resource that CKAN searches. */
  static final Set<String> FIELDS =
      Set.of(
          "id",
          "package_id",
          "name",
          "description",
          "url",
          "url_type",
          "format",
          "mimetype",
          "mimetype_inner",
          "hash",
          "size",
          "resource_type",
          "state",
          "position",
          "created",
          "last_modified",
          "metadata_modified",
          "cache_url",
          "cache_last_updated");

  private static final int CHUNK = 200;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  private final CkanSite site;
  private final Duration longest;
  private final ReentrantLock oneAtATime = new ReentrantLock();

  /**
   * What a resource must have.
   *
   * @param field one of {@link #FIELDS}
   * @param part in lower case
   */
  record Term(String field, String part) {

    private boolean fits(JsonNode resource) {
      var value = resource.path(field);
      if (value.isMissingNode() || value.isNull()) {
        return false;
      }
      var text = value.asText().toLowerCase(Locale.ROOT);
      return field.equals("hash") ? text.startsWith(part) : text.contains(part);
    }
  }

  /** A resource that fits: where it stands, and the text it is ordered by. */
  private record Match(long ordinal, int position, String key) {}

  /**
   * What was found.
   *
   * @param count how many fit
   * @param resources those of the window
   */
  record Found(int count, List<JsonNode> resources) {}

  /**
   * @param longest how long one search may take
   */
  ResourceSearch(CkanSite site, Duration longest) {
    this.site = site;
    this.longest = longest;
  }

  /**
   * The resources that fit all terms.
   *
   * @param orderBy the field they are ordered by; empty: in the order in which their datasets came
   */
  Found run(List<Term> terms, Optional<String> orderBy, int offset, int limit) {
    waitForTurn();
    try {
      var matches = matches(terms, orderBy);
      var window =
          matches.stream()
              .sorted(Comparator.comparing(Match::key))
              .skip(offset)
              .limit(limit)
              .toList();
      return new Found(matches.size(), read(window));
    } finally {
      oneAtATime.unlock();
    }
  }

  private void waitForTurn() {
    try {
      if (!oneAtATime.tryLock(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw CkanException.search("Others search resources at the moment. Come again.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CkanException.search("The server ends.");
    }
  }

  private List<Match> matches(List<Term> terms, Optional<String> orderBy) {
    var matches = new ArrayList<Match>();
    var started = System.nanoTime();
    var chunk = site.catalog().entriesAfter(0, CHUNK, true);
    while (!chunk.isEmpty()) {
      if (System.nanoTime() - started > longest.toNanos()) {
        throw CkanException.search(
            "Looking at every resource takes longer than %d s. Search datasets instead:"
                    .formatted(longest.toSeconds())
                + " package_search finds words in res_name, res_description, res_url.");
      }
      chunk.parallelStream()
          .map(entry -> matches(entry, terms, orderBy))
          .forEachOrdered(matches::addAll);
      var last = chunk.getLast().addresses().ordinal();
      chunk = site.catalog().entriesAfter(last, CHUNK, true);
    }
    return matches;
  }

  private List<Match> matches(CatalogEntry entry, List<Term> terms, Optional<String> orderBy) {
    var matches = new ArrayList<Match>();
    var position = 0;
    for (var resource : resources(entry)) {
      if (terms.stream().allMatch(term -> term.fits(resource))) {
        var key = orderBy.map(field -> key(resource.path(field))).orElse("");
        matches.add(new Match(entry.addresses().ordinal(), position, key));
      }
      position++;
    }
    return matches;
  }

  /** Numbers order as numbers, also as texts. */
  private static String key(JsonNode value) {
    return value.isNumber() ? "%020d".formatted(value.asLong()) : value.asText();
  }

  private List<JsonNode> read(List<Match> window) {
    var resources = new HashMap<Long, JsonNode>();
    site.catalog()
        .entries(window.stream().map(Match::ordinal).distinct().toList())
        .forEach(entry -> resources.put(entry.addresses().ordinal(), resources(entry)));
    return window.stream()
        .flatMap(
            match ->
                Optional.ofNullable(resources.get(match.ordinal())).stream()
                    .map(all -> all.path(match.position())))
        .toList();
  }

  private JsonNode resources(CatalogEntry entry) {
    try {
      return CkanJson.MAPPER.readTree(site.packages().once(entry)).path("resources");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
