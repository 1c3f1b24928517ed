package org.allmende.server.harvest;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.allmende.catalog.HarvestPage;
import org.allmende.server.http.Links;
import org.allmende.server.http.ParamReader;
import org.allmende.server.http.Profiles;
import org.allmende.vocab.profile.Profile;

/**
 * What a harvester asks for (dcat-ap-de.md 2.2).
 *
 * @param page number from 1
 * @param after ordinal after which the page begins; wins over {@code page}
 * @param modifiedSince only datasets recorded then or later
 * @param profile the form of the descriptions
 * @param parameters all that was sent, in its order; the addresses of other pages carry it on
 */
record PageRequest(
    int page,
    OptionalLong after,
    Optional<Instant> modifiedSince,
    Profile profile,
    Map<String, List<String>> parameters) {
  static final int BAD_PARAMETER = 409;

  /** Reads the parameters of a catalog address; whatever is wrong is told in one problem, 409. */
  static PageRequest parse(Map<String, List<String>> parameters, ZoneId zone) {
    var in = new ParamReader(parameters);
    var page = in.number("page", 1, 1, Integer.MAX_VALUE);
    var after = in.number("after", -1L, 0, Long.MAX_VALUE);
    var since = in.instant("modified_since", zone);
    var profile = Profiles.last(in);
    in.throwIfProblems(BAD_PARAMETER);
    return new PageRequest(
        page,
        after < 0 ? OptionalLong.empty() : OptionalLong.of(after),
        since,
        profile,
        parameters);
  }

  /** Whether it is about those datasets alone that match {@code q} and {@code fq}. */
  boolean isSearch() {
    return !texts("q").isEmpty() || !texts("fq").isEmpty();
  }

  /** Whether it is about all datasets, whenever they changed. */
  boolean isOfTheWhole() {
    return !isSearch() && modifiedSince.isEmpty();
  }

  /** Whether it asks for the first page. */
  boolean isFirst() {
    return page == 1 && after.isEmpty();
  }

  /** What was sent under this name, without empty texts. */
  List<String> texts(String name) {
    return parameters.getOrDefault(name, List.of()).stream()
        .filter(text -> !text.isBlank())
        .toList();
  }

  /** This request for a page of that many datasets. */
  HarvestPage.Request of(int size) {
    return new HarvestPage.Request(after, page, size, modifiedSince, profile);
  }

  /** The address of this page. */
  String address(Links links, String path) {
    return links.to(path, Links.with(parameters, "page", page));
  }

  /** The address of another page, counted from the first. */
  String address(Links links, String path, long number) {
    return links.to(path, Links.with(Links.without(parameters, "after"), "page", number));
  }

  /** The address of the next page: it begins after the last dataset seen here. */
  String nextAddress(Links links, String path, long lastOrdinal) {
    var numbered = Links.with(parameters, "page", page + 1);
    return links.to(path, Links.with(numbered, "after", lastOrdinal));
  }
}
