package org.allmende.harvest.source.oparl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.allmende.harvest.HarvestContext;
import org.allmende.harvest.Reason;
import org.allmende.harvest.fetch.ContentKind;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.fetch.NotModifiedException;

/**
 * Fetches single objects to which others refer and which no list had ({@code sources.md} 7.1). Only
 * what the tables show is asked for, each address once a run; what did not come is asked for again
 * after one day, then two, four and so on, since hundreds of references never lead anywhere.
 */
final class OparlReferences {

  /** Requests for single objects in one run; the next run goes on. */
  static final int MAX_REQUESTS = 1_000;

  /** What may be missing: whose property, and of what kind it is. */
  private record Link(String holder, String property, String kind) {}

  private static final List<Link> OF_ORGANIZATIONS =
      List.of(new Link("Organization", "location", "Location"));
  private static final List<Link> OF_MEETINGS =
      List.of(
          new Link("Meeting", "organization", "Organization"),
          new Link("Meeting", "location", "Location"),
          new Link("Meeting", "agendaItem", "AgendaItem"),
          new Link("Meeting", "invitation", "File"),
          new Link("Meeting", "resultsProtocol", "File"),
          new Link("Meeting", "verbatimProtocol", "File"));
  private static final List<Link> OF_PAPERS =
      List.of(
          new Link("Paper", "underDirectionOf", "Organization"),
          new Link("Paper", "originatorOrganization", "Organization"),
          new Link("Paper", "mainFile", "File"));
  private static final List<Link> OF_AGENDA_ITEMS =
      List.of(
          new Link("Meeting", "organization", "Organization"),
          new Link("Meeting", "agendaItem", "AgendaItem"),
          new Link("AgendaItem", "meeting", "Meeting"),
          new Link("AgendaItem", "resolutionFile", "File"),
          new Link("AgendaItem", "consultation", "Consultation"),
          new Link("Consultation", "paper", "Paper"));

  private final OparlArchive archive;
  private final Fetcher fetcher;
  private final HarvestContext context;
  private final Optional<OparlBase> base;
  private final UnansweredReferences unanswered;
  private final Set<String> tried = new LinkedHashSet<>();
  private int unreached;

  /**
   * References of an archive.
   *
   * @param base the last full reading, whose copy is looked into first
   */
  OparlReferences(
      OparlArchive archive, Fetcher fetcher, HarvestContext context, Optional<OparlBase> base) {
    this.base = base;
    this.archive = archive;
    this.fetcher = fetcher;
    this.context = context;
    this.unanswered = UnansweredReferences.from(context.memory(), context.now());
  }

  /** Fetches what these tables need; an object that comes may refer to further ones. */
  void resolve(List<OparlTable> tables) throws NotModifiedException {
    var links = linksOf(tables);
    var missing = missing(links);
    while (!missing.isEmpty()) {
      for (var reference : missing.entrySet()) {
        fetch(reference.getKey(), reference.getValue());
      }
      missing = missing(links);
    }
    unanswered.keepIn(context.memory());
    report();
  }

  /** How many objects of a kind these tables need that no list has brought. */
  int countMissing(String kind, List<OparlTable> tables) {
    return (int) missing(linksOf(tables)).values().stream().filter(kind::equals).count();
  }

  private static List<Link> linksOf(List<OparlTable> tables) {
    return tables.stream().flatMap(table -> links(table).stream()).distinct().toList();
  }

  private static List<Link> links(OparlTable table) {
    return switch (table) {
      case ORGANIZATIONS -> OF_ORGANIZATIONS;
      case MEETINGS -> OF_MEETINGS;
      case PAPERS -> OF_PAPERS;
      case AGENDA_ITEMS -> OF_AGENDA_ITEMS;
    };
  }

  /** Addresses that lead to nothing we have and that were not tried yet, with what they are. */
  private Map<String, String> missing(List<Link> links) {
    var missing = new LinkedHashMap<String, String>();
    var holders = new LinkedHashMap<String, List<Link>>();
    for (var link : links) {
      holders.computeIfAbsent(link.holder(), h -> new ArrayList<>()).add(link);
    }
    holders.forEach(
        (kind, its) ->
            archive
                .all(kind)
                .forEach(holder -> its.forEach(link -> addMissing(holder, link, missing))));
    return missing;
  }

  private void addMissing(ObjectNode holder, Link link, Map<String, String> missing) {
    for (var value : OparlJson.elements(holder.path(link.property()))) {
      if (value.isTextual() && archive.misses(link.kind(), value)) {
        OparlJson.id(value)
            .filter(id -> id.startsWith("http") && !tried.contains(id))
            .ifPresent(id -> missing.put(id, link.kind()));
      }
    }
  }

  private void fetch(String address, String kind) throws NotModifiedException {
    var isLate = tried.size() >= MAX_REQUESTS;
    tried.add(address);
    if (isInBase(address, kind)) {
      return;
    }
    if (isLate || unanswered.mustWait(address)) {
      unreached++;
      return;
    }
    try {
      var document = fetcher.fetch(address, ContentKind.JSON.accept());
      archive.addAs(OparlJson.read(document, archive.repairs()), kind, address);
    } catch (NotModifiedException e) {
      throw e;
    } catch (IOException e) {
      unanswered.note(address, Reason.of(e));
      return;
    }
    if (!archive.has(kind, address)) {
      unanswered.note(address, Reason.of("oparl-deleted", address));
    }
  }

  private boolean isInBase(String address, String kind) {
    if (base.isEmpty()) {
      return false;
    }
    try {
      var document = base.get().page(address, fetcher);
      archive.addAs(OparlJson.read(document, archive.repairs()), kind, address);
      return archive.has(kind, address);
    } catch (IOException e) {
      return false; // not in the copy: it is asked for
    }
  }

  private void report() {
    var count = unanswered.count() + unreached;
    if (count > 0) {
      var example = unanswered.first().or(() -> Optional.of(Reason.of("oparl-later")));
      fetcher.notes().warning(Reason.of("oparl-references", count, example.get()));
    }
  }
}
