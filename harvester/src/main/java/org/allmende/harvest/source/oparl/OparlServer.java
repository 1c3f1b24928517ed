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
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.fetch.NotModifiedException;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;

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
    var start = OparlJson.read(fetcher.fetch(source.location()), archive.repairs());
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
    return bodies.size() > 1
        ? "Körperschaft " + OparlJson.text(body, "name").orElse("") + " (" + idOf(body) + ")"
        : "";
  }

  /** Kinds whose list could not be read, so that their tables would be wrong. */
  Set<String> unread() {
    return unread;
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
      throw new IOException(
          source.location()
              + ": expected the System object of an OParl server (or a Body), got JSON of type \""
              + start.path("type").asText()
              + "\"");
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
      throw new IOException(source.location() + ": the OParl server names no body");
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
        .orElseThrow(() -> new IOException(undecided(bodies)));
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

  private String undecided(List<JsonNode> bodies) {
    return source.location()
        + ": the server has "
        + bodies.size()
        + " bodies, and none has the key or name of the municipality. Set the source's location to"
        + " one of them: "
        + bodies.stream()
            .limit(20)
            .map(b -> OparlJson.text(b, "name").orElse("?") + " " + idOf(b))
            .collect(Collectors.joining("; "));
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
      fetcher.notes().warning("the body " + idOf(body) + " has no list \"" + property + "\"");
    }
  }

  private void readList(String address, String kind) throws NotModifiedException {
    try {
      new ListWalk(address, element -> add(element, kind, address)).walk();
    } catch (NotModifiedException e) {
      throw e;
    } catch (IOException e) {
      unread.add(kind);
      fetcher.notes().cutShort("the list " + address + " could not be read: " + e.getMessage());
    }
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
        fetcher.notes().warning("the page " + next + " leads back to an earlier one");
        return false;
      }
      if (pages.size() > source.fetchPolicy().maxPages()) {
        fetcher.notes().cutShort("stopped after " + pages.size() + " pages of " + first);
        return false;
      }
      return true;
    }

    private Optional<String> takeFollowing(String address) {
      try {
        var page = fetchTwice(address);
        var isNew = elementsOf(page).stream().anyMatch(e -> !ids.contains(idOf(e)));
        if (!isNew && !elementsOf(page).isEmpty()) {
          fetcher
              .notes()
              .cutShort("the page " + address + " has only what earlier ones had; stopped there");
          return Optional.empty();
        }
        return take(page, address);
      } catch (IOException e) {
        fetcher.notes().cutShort("stopped at the page " + address + ": " + e.getMessage());
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
      return OparlJson.text(page.path("links"), "next").map(next -> absolute(next, address));
    }

    /** Servers of this kind fail at random, and answer the second time. */
    private JsonNode fetchTwice(String address) throws IOException {
      try {
        return OparlJson.read(fetcher.fetch(address), archive.repairs());
      } catch (NotModifiedException e) {
        throw e;
      } catch (IOException e) {
        return OparlJson.read(fetcher.fetch(address), archive.repairs());
      }
    }
  }

  private static String absolute(String next, String address) {
    try {
      return IRIx.create(address).resolve(next.replace(" ", "%20")).str();
    } catch (IRIException e) {
      return next; // the fetcher says what is wrong with it
    }
  }
}
