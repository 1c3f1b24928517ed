package org.allmende.harvest.source.oparl;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.allmende.harvest.HarvestContext;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.fetch.Fetcher.Fetched;
import org.allmende.harvest.source.table.NoteTexts;

/**
 * What the last full reading of a server left behind: its pages, to which a run need only add what
 * changed since ({@code sources.md} 7.1). Once a week everything is read again, since not every
 * server tells every change.
 *
 * @param since changes from here on are asked for
 * @param pages gives out the pages of the full reading
 */
record OparlBase(Instant since, Fetcher pages) {

  private static final String NAME = "oparl-full";
  private static final Duration FULL_EVERY = Duration.ofDays(7);

  /** Clocks differ, and what changed while the last reading went on may be missing in it. */
  private static final Duration OVERLAP = Duration.ofDays(1);

  /** The last full reading of these tables; empty when there is none, or when it is too old. */
  static Optional<OparlBase> of(HarvestContext context, List<OparlTable> tables) {
    var copy = context.lastCopy();
    var full = full(context, tables);
    if (copy.isEmpty() || full.isEmpty() || copy.get().taken().isBefore(full.get())) {
      return Optional.empty();
    }
    var isRecent = full.get().plus(FULL_EVERY).isAfter(context.now());
    try {
      return isRecent
          ? Optional.of(new OparlBase(full.get().minus(OVERLAP), copy.get().replay()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // the copy is damaged: all is read again, and makes a new one
    }
  }

  private static Optional<Instant> full(HarvestContext context, List<OparlTable> tables) {
    var parts = context.memory().find(NAME).orElse("").split("\\|", 2);
    if (parts.length < 2 || !parts[1].equals(scope(context, tables))) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.parse(parts[0]));
    } catch (DateTimeException e) {
      return Optional.empty(); // written by another version: all is read again
    }
  }

  /** What was read: another address, or other tables, make another reading. */
  private static String scope(HarvestContext context, List<OparlTable> tables) {
    return tables.stream().map(OparlTable::key).collect(Collectors.joining(","))
        + "|"
        + context.source().location();
  }

  /** Remembers that this run reads everything. */
  static void noteFull(HarvestContext context, List<OparlTable> tables) {
    var now = context.now().truncatedTo(ChronoUnit.SECONDS);
    context.memory().keep(NAME, now + "|" + scope(context, tables));
  }

  /**
   * Goes through a list of the full reading once without keeping anything, so that none is taken
   * half.
   */
  void requireWhole(String address, ListWalk.Limits limits) throws IOException {
    var unheard = new Repairs(NoteTexts.in("en"));
    new ListWalk(
            page -> OparlJson.read(pages.fetch(page), unheard),
            limits,
            unheard,
            UnaryOperator.identity())
        .walkWhole(address, element -> {});
  }

  /** A page of the full reading, which thereby becomes one of this run. */
  Fetched page(String address, Fetcher run) throws IOException {
    var page = pages.fetch(address);
    run.takeOver(address, page);
    return page;
  }
}
