package org.allmende.harvest.source.oparl;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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

/**
 * Walks through an OParl server: System, the municipality's Body, its lists page by page ({@code
 * sources.md} 7.1). Always reads everything; what changed is found by comparison, since many
 * servers stamp everything with today's date.
 */
final class OparlServer {

  private final OparlArchive archive;
  private final HarvestSource source;
  private final HarvestContext context;
  private final Fetcher fetcher;
  private final Set<String> unread = new LinkedHashSet<>();

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
    list(body, "organization", "Organization");
    if (tables.contains(OparlTable.MEETINGS) || tables.contains(OparlTable.AGENDA_ITEMS)) {
      list(body, "meeting", "Meeting");
    }
    if (tables.contains(OparlTable.PAPERS) || tables.contains(OparlTable.AGENDA_ITEMS)) {
      list(body, "paper", "Paper");
    }
    if (hasUnknownPlaces()) {
      list(body, "locationList", "Location");
    }
    new OparlReferences(archive, fetcher, context).resolve(tables);
    return bodies.size() > 1
        ? "Körperschaft " + OparlJson.text(body, "name").orElse("") + " (" + idOf(body) + ")"
        : "";
  }

  /** Kinds whose list could not be read, so that their tables would be wrong. */
  Set<String> unread() {
    return unread;
  }

  private JsonNode fetch(String address) throws IOException {
    return OparlJson.read(fetcher.fetch(address, ContentKind.JSON.accept()), archive.repairs());
  }

  private List<JsonNode> bodies(JsonNode start) throws IOException {
    if (isBody(start)) {
      return List.of(start);
    }
    if (start.has("body")) {
      archive.add(start, "System", source.location());
      return resolvedBodies(start.path("body"));
    }
    var listed = elementsOf(start).stream().filter(OparlServer::isBody).toList();
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
        new ListWalk(element.asText().strip(), bodies::add).walk();
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
    if (OparlJson.elements(body.path(property)).isEmpty() && !kind.equals("Location")) {
      unread.add(kind);
      fetcher.notes().warning(Reason.of("oparl-no-list", idOf(body), property));
    }
  }

  private void readList(String address, String kind) throws NotModifiedException {
    try {
      new ListWalk(address, element -> add(element, kind, address)).walk();
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
   * A server says "nothing found" for a whole list. That is no failure, and no proof either: a
   * table that was there before stays until somebody says that it is right.
   */
  private void takeAsEmpty(String address, OparlError error) {
    fetcher.notes().warning(Reason.of("oparl-nothing", address, error.message()));
  }

  private void add(JsonNode element, String kind, String where) {
    if (!archive.add(element, kind, where)) {
      fetcher.notes().unreadable(where + ": expected an object of OParl, got " + element);
    }
  }

  private boolean hasUnknownPlaces() {
    return List.of("Meeting", "Organization").stream()
        .flatMap(kind -> archive.all(kind).stream())
        .flatMap(object -> OparlJson.elements(object.path("location")).stream())
        .anyMatch(place -> archive.resolve("Location", place).isEmpty());
  }

  /** The elements of a page, in whatever form a list comes. */
  private static List<JsonNode> elementsOf(JsonNode page) {
    return OparlJson.elements(page.has("data") ? page.path("data") : page);
  }

  /** One external list, page after page. */
  private final class ListWalk {
    private final String first;
    private final Consumer<JsonNode> sink;
    private final Set<String> pages = new HashSet<>();
    private final Set<String> ids = new HashSet<>();

    ListWalk(String first, Consumer<JsonNode> sink) {
      this.first = first;
      this.sink = sink;
    }

    /** The first page must be there; a later one that fails ends the walk. */
    void walk() throws IOException {
      var next = take(fetchTwice(first), first);
      pages.add(first);
      while (next.isPresent() && mayGoOn(next.get())) {
        next = takeFollowing(next.get());
      }
    }

    private boolean mayGoOn(String next) {
      if (!pages.add(next)) {
        fetcher.notes().warning(Reason.of("walk-back", next));
        return false;
      }
      if (pages.size() > source.fetchPolicy().maxPages()) {
        fetcher.notes().cutShort(Reason.of("walk-pages", pages.size(), first));
        return false;
      }
      if (archive.size() > source.fetchPolicy().maxRecords()) {
        fetcher.notes().cutShort(Reason.of("too-many-records", source.fetchPolicy().maxRecords()));
        return false;
      }
      return true;
    }

    private Optional<String> takeFollowing(String address) {
      try {
        var page = fetchTwice(address);
        var isNew = elementsOf(page).stream().anyMatch(e -> !ids.contains(idOf(e)));
        if (!isNew && !elementsOf(page).isEmpty()) {
          fetcher.notes().cutShort(Reason.of("walk-same", address));
          return Optional.empty();
        }
        return take(page, address);
      } catch (IOException e) {
        fetcher.notes().cutShort(Reason.of("walk-page", address, Reason.of(e)));
        return Optional.empty();
      }
    }

    private Optional<String> take(JsonNode page, String address) {
      if (page.isObject() && !page.has("data")) {
        archive.repairs().note("a single object where a list is due", address);
      }
      for (var element : elementsOf(page)) {
        ids.add(idOf(element));
        sink.accept(element);
      }
      return OparlJson.text(page.path("links"), "next").map(next -> Fetcher.resolve(address, next));
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
  }
}
