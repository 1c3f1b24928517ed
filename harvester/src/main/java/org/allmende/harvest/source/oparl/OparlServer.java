package org.allmende.harvest.source.oparl;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.allmende.catalog.CatalogSettings.Town;
import org.allmende.harvest.HarvestContext;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.Reason;
import org.allmende.harvest.SourceException;
import org.allmende.harvest.fetch.ContentKind;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.fetch.NotModifiedException;
import org.allmende.harvest.fetch.StatusException;
import org.allmende.harvest.source.table.QueryAddress;

/**
 * Walks through an OParl server: System, the municipality's Body, its lists page by page ({@code
 * sources.md} 7.1). Reads everything once a week; in between what changed since, list by list and
 * only where a server can tell.
 */
final class OparlServer {

  private static final String FILTER = "modified_since";

  /** From so many missing objects on a list is asked for instead of each of them. */
  private static final int MANY = 20;

  /** Where more than so many changed, the list is read as a whole: changes wait in memory. */
  private static final int MOST_CHANGES = 5_000;

  private final OparlArchive archive;
  private final HarvestSource source;
  private final HarvestContext context;
  private final Fetcher fetcher;
  private final Set<String> unread = new LinkedHashSet<>();
  private Optional<OparlBase> base = Optional.empty();

  OparlServer(OparlArchive archive, HarvestSource source, HarvestContext context, Fetcher fetcher) {
    this.archive = archive;
    this.source = source;
    this.context = context;
    this.fetcher = fetcher;
  }

  /**
   * Reads the lists that these tables need.
   *
   * @return how the body was chosen, in words; {@code ""} when there was only one
   */
  String read(List<OparlTable> tables) throws IOException {
    var start = fetch(source.location());
    var bodies = bodies(start);
    var body = choose(bodies);
    archive.add(body, "Body", source.location());
    base = base(vendor(start), tables);
    legislativeTerms(body);
    list(body, "organization", "Organization");
    if (tables.contains(OparlTable.MEETINGS) || tables.contains(OparlTable.AGENDA_ITEMS)) {
      list(body, "meeting", "Meeting");
    }
    if (tables.contains(OparlTable.PAPERS) || tables.contains(OparlTable.AGENDA_ITEMS)) {
      list(body, "paper", "Paper");
    }
    var references = new OparlReferences(archive, fetcher, context, base);
    listsOfMissing(body, references, tables);
    references.resolve(tables);
    return bodies.size() > 1
        ? "Körperschaft " + OparlJson.text(body, "name").orElse("") + " (" + idOf(body) + ")"
        : "";
  }

  /** Kinds whose list could not be read, so that their tables would be wrong. */
  Set<String> unread() {
    return unread;
  }

  private Vendor vendor(JsonNode system) {
    var vendor = Vendor.of(system, source.location());
    archive.repairs().madeBy(vendor);
    return vendor;
  }

  /** What the last full reading left; without it this reading is one. */
  private Optional<OparlBase> base(Vendor vendor, List<OparlTable> tables) {
    var last = vendor.tellsChanges() ? OparlBase.of(context, tables) : Optional.<OparlBase>empty();
    last.ifPresentOrElse(
        old -> fetcher.notes().warning(Reason.of("oparl-since", old.since().toString())),
        () -> OparlBase.noteFull(context, tables));
    return last;
  }

  private JsonNode fetch(String address) throws IOException {
    return OparlJson.read(fetcher.fetch(address, ContentKind.JSON.accept()), archive.repairs());
  }

  /** Servers of this kind fail at random, and answer the second time. */
  private JsonNode fetchTwice(String address) throws IOException {
    try {
      return fetch(address);
    } catch (NotModifiedException e) {
      throw e;
    } catch (StatusException e) {
      if (OparlError.ofNothingFound(e).isPresent()) {
        throw e;
      }
      return fetch(address);
    } catch (IOException e) {
      return fetch(address);
    }
  }

  private ListWalk walk(ListWalk.Pages pages) {
    return new ListWalk(pages, limits(), archive.repairs(), UnaryOperator.identity());
  }

  private ListWalk.Limits limits() {
    var policy = source.fetchPolicy();
    return new ListWalk.Limits(policy.maxPages(), policy.maxRecords());
  }

  private List<JsonNode> bodies(JsonNode start) throws IOException {
    if (isBody(start)) {
      return List.of(start);
    }
    if (start.has("body")) {
      archive.add(start, "System", source.location());
      return resolvedBodies(start.path("body"));
    }
    var listed = ListWalk.elementsOf(start).stream().filter(OparlServer::isBody).toList();
    if (listed.isEmpty()) {
      throw SourceException.of("oparl-no-system", source.location(), start.path("type").asText());
    }
    return listed;
  }

  private static boolean isBody(JsonNode json) {
    return OparlJson.kind(json)
        .map(kind -> kind.equals("Body"))
        .orElse(json.isObject() && (json.has("meeting") || json.has("paper")));
  }

  private List<JsonNode> resolvedBodies(JsonNode value) throws IOException {
    var bodies = new ArrayList<JsonNode>();
    for (var element : OparlJson.elements(value)) {
      if (element.isObject()) {
        bodies.add(element);
      } else {
        var list = walk(this::fetchTwice);
        list.walk(element.asText().strip(), bodies::add);
        list.end().ifPresent(fetcher.notes()::cutShort);
      }
    }
    if (bodies.isEmpty()) {
      throw SourceException.of("oparl-no-body", source.location());
    }
    return bodies;
  }

  /** By ags, then rgs, then name, else the only one. */
  private JsonNode choose(List<JsonNode> bodies) throws IOException {
    if (bodies.size() == 1) {
      return bodies.getFirst();
    }
    var town = context.settings().municipality();
    return town.flatMap(t -> bodies.stream().filter(b -> hasKey(b, "ags", 8, t.ags())).findFirst())
        .or(
            () ->
                town.flatMap(Town::ars)
                    .flatMap(
                        ars -> bodies.stream().filter(b -> hasKey(b, "rgs", 12, ars)).findFirst()))
        .or(() -> town.flatMap(t -> bodies.stream().filter(b -> hasName(b, t.name())).findFirst()))
        .orElseThrow(() -> undecided(bodies));
  }

  /** Some write a key as a number, without its leading zero. */
  private static boolean hasKey(JsonNode body, String key, int digits, String wanted) {
    return OparlJson.text(body, key)
        .map(text -> text.replaceAll("\\s", ""))
        .filter(text -> text.matches("\\d+"))
        .map(text -> "0".repeat(Math.max(0, digits - text.length())) + text)
        .filter(wanted::equals)
        .isPresent();
  }

  private static boolean hasName(JsonNode body, String name) {
    var wanted = name.toLowerCase(Locale.ROOT);
    var matches = "(?s)(?:.*\\W)?" + Pattern.quote(wanted) + "(?:\\W.*)?";
    return List.of("shortName", "name").stream()
        .map(key -> OparlJson.text(body, key))
        .flatMap(Optional::stream)
        .anyMatch(text -> text.toLowerCase(Locale.ROOT).matches(matches));
  }

  private SourceException undecided(List<JsonNode> bodies) {
    var known =
        bodies.stream()
            .limit(20)
            .map(b -> OparlJson.text(b, "name").orElse("?") + " " + idOf(b))
            .collect(Collectors.joining("; "));
    return SourceException.of("oparl-bodies", source.location(), bodies.size(), known);
  }

  private static String idOf(JsonNode object) {
    return OparlJson.text(object, "id").orElse("");
  }

  /** A list of the body; without its address, or when it fails, the rest is read all the same. */
  private void list(JsonNode body, String property, String kind) throws NotModifiedException {
    for (var element : OparlJson.elements(body.path(property))) {
      if (element.isObject()) {
        add(element, kind, property);
      } else {
        readList(element.asText().strip(), kind);
      }
    }
    if (OparlJson.elements(body.path(property)).isEmpty()) {
      unread.add(kind);
      fetcher.notes().warning(Reason.of("oparl-no-list", idOf(body), property));
    }
  }

  /** The terms, where the body only says where they are; without them the rest is read. */
  private void legislativeTerms(JsonNode body) throws NotModifiedException {
    var embedded = OparlJson.elements(body.path("legislativeTerm"));
    if (embedded.stream().anyMatch(JsonNode::isObject)) {
      return;
    }
    var addresses = new ArrayList<>(embedded);
    addresses.addAll(OparlJson.elements(body.path("legislativeTermList")));
    for (var element : addresses) {
      var address = element.asText().strip();
      try {
        walk(this::fetchTwice).walk(address, term -> archive.add(term, "LegislativeTerm", address));
      } catch (NotModifiedException e) {
        throw e;
      } catch (IOException e) {
        fetcher.notes().warning(Reason.of("list-unread", address, Reason.of(e)));
      }
    }
  }

  private void readList(String address, String kind) throws NotModifiedException {
    if (base.isPresent() && readChanges(address, kind, base.get())) {
      return;
    }
    try {
      var list = walk(this::fetchTwice);
      list.walk(address, element -> add(element, kind, address));
      list.end().ifPresent(fetcher.notes()::cutShort);
    } catch (NotModifiedException e) {
      throw e;
    } catch (StatusException e) {
      unread.add(kind);
      OparlError.ofNothingFound(e)
          .ifPresentOrElse(
              error -> takeAsEmpty(address, error),
              () -> fetcher.notes().cutShort(Reason.of("list-unread", address, e.reason())));
    } catch (IOException e) {
      unread.add(kind);
      fetcher.notes().cutShort(Reason.of("list-unread", address, Reason.of(e)));
    }
  }

  /**
   * Reads what changed in a list since the last full reading, and that reading from its copy.
   *
   * @return false when the server cannot tell, so that the list must be read as a whole
   */
  private boolean readChanges(String address, String kind, OparlBase last)
      throws NotModifiedException {
    try {
      var changes = changes(address, last);
      last.requireWhole(address, limits());
      var old = walk(page -> OparlJson.read(last.page(page, fetcher), archive.repairs()));
      old.walkWhole(address, element -> add(element, kind, address));
      changes.forEach(element -> renew(element, kind, address));
      return true;
    } catch (NotModifiedException e) {
      throw e;
    } catch (IOException e) {
      fetcher.notes().warning(Reason.of("oparl-changes", address, Reason.of(e)));
      return false;
    }
  }

  private List<JsonNode> changes(String address, OparlBase last) throws IOException {
    try {
      var changes = new ArrayList<JsonNode>();
      var limits = limits().orLess(MOST_CHANGES);
      new ListWalk(this::fetchTwice, limits, archive.repairs(), next -> filtered(next, last))
          .walkWhole(filtered(address, last), changes::add);
      return changes;
    } catch (StatusException e) {
      if (OparlError.ofNothingFound(e).isEmpty()) {
        throw e;
      }
      // "Nothing found" is how some say that nothing changed: if the list itself has something.
      fetchTwice(address);
      return List.of();
    }
  }

  /**
   * The address with the filter, in place of one that it has: some servers lose or spoil it in the
   * addresses of next pages. In UTC and not encoded, since some do not understand {@code %3A}.
   */
  private static String filtered(String address, OparlBase last) {
    var bare = QueryAddress.of(address).without(FILTER);
    var parameters = new ArrayList<>(bare.parameters());
    parameters.add(FILTER + "=" + last.since());
    return new QueryAddress(bare.path(), parameters).toString();
  }

  /**
   * A server says "nothing found" for a whole list. That is no failure, and no proof either: a
   * table that was there before stays until somebody says that it is right.
   */
  private void takeAsEmpty(String address, OparlError error) {
    fetcher.notes().warning(Reason.of("oparl-nothing", address, error.message()));
  }

  private void add(JsonNode element, String kind, String where) {
    if (!archive.add(element, kind, where)) {
      fetcher.notes().unreadable(OparlArchive.noObject(where, element));
    }
  }

  private void renew(JsonNode element, String kind, String where) {
    if (!archive.renew(element, kind, where)) {
      fetcher.notes().unreadable(OparlArchive.noObject(where, element));
    }
  }

  /**
   * Lists that only OParl 1.1 has, where others refer to many objects of their kind; some call them
   * by the plural. What they do not bring is asked for one by one.
   */
  private void listsOfMissing(JsonNode body, OparlReferences references, List<OparlTable> tables)
      throws NotModifiedException {
    if (hasUnknownPlaces()) {
      furtherList(body, "Location", "locationList");
    }
    for (var kind : List.of("AgendaItem", "Consultation", "File")) {
      if (references.countMissing(kind, tables) >= MANY) {
        var name = kind.substring(0, 1).toLowerCase(Locale.ROOT) + kind.substring(1);
        furtherList(body, kind, name, name + "s");
      }
    }
  }

  private void furtherList(JsonNode body, String kind, String... names)
      throws NotModifiedException {
    for (var name : names) {
      for (var address : OparlJson.elements(body.path(name))) {
        try {
          if (address.isTextual()) {
            walk(this::fetchTwice)
                .walk(address.asText().strip(), element -> add(element, kind, address.asText()));
          }
        } catch (NotModifiedException e) {
          throw e;
        } catch (IOException e) {
          fetcher.notes().warning(Reason.of("list-unread", address.asText(), Reason.of(e)));
        }
      }
    }
  }

  private boolean hasUnknownPlaces() {
    return List.of("Meeting", "Organization").stream()
        .flatMap(archive::all)
        .flatMap(object -> OparlJson.elements(object.path("location")).stream())
        .anyMatch(place -> archive.misses("Location", place));
  }
}
