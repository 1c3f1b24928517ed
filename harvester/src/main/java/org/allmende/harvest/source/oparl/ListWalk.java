package org.allmende.harvest.source.oparl;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.allmende.harvest.Reason;
import org.allmende.harvest.SourceException;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.fetch.NotModifiedException;
import org.allmende.harvest.source.table.Note;

/** One external list, page after page. Only {@code links.next} leads on. */
final class ListWalk {

  private final Pages pages;
  private final Limits limits;
  private final Repairs repairs;
  private final UnaryOperator<String> mended;
  private final Set<String> seen = new HashSet<>();
  private final Set<String> ids = new HashSet<>();
  private final List<JsonNode> elements = new ArrayList<>();
  private Optional<Reason> end = Optional.empty();

  /** Gets a page of a list. */
  @FunctionalInterface
  interface Pages {
    JsonNode get(String address) throws IOException;
  }

  /** How long a list may be. */
  record Limits(int pages, int objects) {}

  /**
   * A walk.
   *
   * @param mended what is made of the address of a next page before it is asked for
   */
  ListWalk(Pages pages, Limits limits, Repairs repairs, UnaryOperator<String> mended) {
    this.pages = pages;
    this.limits = limits;
    this.repairs = repairs;
    this.mended = mended;
  }

  /**
   * The elements of all pages. The first page must be there; a later one that fails ends the walk.
   */
  List<JsonNode> walk(String first) throws IOException {
    var next = take(pages.get(first), first);
    seen.add(first);
    while (next.isPresent() && mayGoOn(next.get(), first)) {
      next = takeFollowing(next.get());
    }
    return elements;
  }

  /** The same for a list that is only good when it is whole. */
  List<JsonNode> walkWhole(String first) throws IOException {
    walk(first);
    if (end.isPresent()) {
      throw new SourceException(end.get());
    }
    return elements;
  }

  /** Why the walk ended before the list did. */
  Optional<Reason> end() {
    return end;
  }

  private boolean mayGoOn(String next, String first) {
    if (!seen.add(next)) {
      end = Optional.of(Reason.of("walk-back", next));
    } else if (seen.size() > limits.pages()) {
      end = Optional.of(Reason.of("walk-pages", seen.size(), first));
    } else if (elements.size() > limits.objects()) {
      end = Optional.of(Reason.of("too-many-records", limits.objects()));
    }
    return end.isEmpty();
  }

  private Optional<String> takeFollowing(String address) throws NotModifiedException {
    try {
      var page = pages.get(address);
      var all = elementsOf(page);
      if (!all.isEmpty() && all.stream().allMatch(e -> ids.contains(id(e)))) {
        end = Optional.of(Reason.of("walk-same", address));
        return Optional.empty();
      }
      return take(page, address);
    } catch (NotModifiedException e) {
      throw e;
    } catch (IOException e) {
      end = Optional.of(Reason.of("walk-page", address, Reason.of(e)));
      return Optional.empty();
    }
  }

  private Optional<String> take(JsonNode page, String address) throws IOException {
    // Unknown addresses of some servers answer with the System object and status 200.
    if (OparlJson.kind(page).filter("System"::equals).isPresent()) {
      throw SourceException.of("oparl-not-list", address);
    }
    if (page.isObject() && !page.has("data")) {
      repairs.note(Note.of("oparl-single"), address);
    }
    for (var element : elementsOf(page)) {
      ids.add(id(element));
      elements.add(element);
    }
    return OparlJson.text(page.path("links"), "next")
        .map(next -> mended.apply(Fetcher.resolve(address, next)));
  }

  private static String id(JsonNode object) {
    return OparlJson.text(object, "id").orElse("");
  }

  /** The elements of a page, in whatever form a list comes. */
  static List<JsonNode> elementsOf(JsonNode page) {
    return OparlJson.elements(page.has("data") ? page.path("data") : page);
  }
}
