package org.allmende.catalog;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.LongStream;
import org.allmende.catalog.ledger.LedgerSnapshot;
import org.allmende.catalog.ledger.LedgerSnapshot.PageItem;
import org.allmende.catalog.ledger.LedgerSnapshot.Scope;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.catalog.model.Triples;
import org.allmende.vocab.profile.Profile;

/**
 * The pages for harvesters in one snapshot of the ledger.
 *
 * @param rules the version of the rules whose ready views count
 * @param describe a view that does not lie ready
 */
record HarvestPages(
    LedgerSnapshot snapshot,
    String rules,
    BiFunction<CatalogEntry, Profile, DatasetDescription> describe) {

  /** A page of all that stands on pages. */
  HarvestPage page(HarvestPage.Request request) {
    var scope = scope(request);
    var since = request.modifiedSince();
    var after =
        request.after().orElseGet(() -> snapshot.ordinalBefore(skipped(request), scope, since));
    var found = snapshot.pageAfter(after, request.size() + 1, scope, since, rules);
    var hasNext = found.size() > request.size();
    var items = hasNext ? found.subList(0, request.size()) : found;
    return page(request, items, hasNext, snapshot.count(scope, since));
  }

  /** A page of those among them that have one of these ordinals, which ascend. */
  HarvestPage page(HarvestPage.Request request, long[] found) {
    var scope = scope(request);
    var since = request.modifiedSince();
    var walk =
        LongStream.of(snapshot.ordinals(scope, since))
            .filter(ordinal -> Arrays.binarySearch(found, ordinal) >= 0)
            .toArray();
    var from = from(request, walk);
    var to = Math.min(walk.length, from + request.size());
    var items =
        LongStream.of(Arrays.copyOfRange(walk, from, to))
            .mapToObj(ordinal -> item(ordinal, scope, since))
            .toList();
    return page(request, items, to < walk.length, walk.length);
  }

  private static Scope scope(HarvestPage.Request request) {
    return request.profile() == Profile.RAW ? Scope.PUBLIC : Scope.HARVEST_PAGES;
  }

  private static long skipped(HarvestPage.Request request) {
    return (request.page() - 1L) * request.size();
  }

  private static int from(HarvestPage.Request request, long[] walk) {
    if (request.after().isEmpty()) {
      return (int) Math.min(skipped(request), walk.length);
    }
    var place = Arrays.binarySearch(walk, request.after().getAsLong());
    return place < 0 ? -place - 1 : place + 1;
  }

  private PageItem item(long ordinal, Scope scope, Optional<Instant> since) {
    return snapshot.pageAfter(ordinal - 1, 1, scope, since, rules).getFirst();
  }

  private HarvestPage page(
      HarvestPage.Request request, List<PageItem> items, boolean hasNext, long total) {
    return new HarvestPage(
        items.stream().map(item -> item(item, request.profile())).toList(),
        hasNext,
        total,
        snapshot.lastRecorded());
  }

  private HarvestPage.Item item(PageItem item, Profile profile) {
    if (profile == Profile.DCAT_AP_DE && item.turtle().isPresent()) {
      var turtle = item.turtle().get();
      return new HarvestPage.Item(
          item.uri(),
          item.ordinal(),
          item.sequence(),
          item.turtle(),
          sink -> TurtleText.read(turtle, sink));
    }
    var entry = snapshot.findByOrdinal(item.ordinal()).orElseThrow();
    return new HarvestPage.Item(
        item.uri(),
        item.ordinal(),
        item.sequence(),
        Optional.empty(),
        sink -> Triples.of(describe.apply(entry, profile).graph()).sendTo(sink));
  }
}
