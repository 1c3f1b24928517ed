package org.allmende.harvest.source.oparl;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
  private int count;
  private Optional<Reason> end = Optional.empty();

  /** Gets a page of a list. */
  @FunctionalInterface
  interface Pages {
    JsonNode get(String address) throws IOException;
  }

  /** How long a list may be. */
  record Limits(int pages, int objects) {

    /** The same with at most so many objects. */
    Limits orLess(int most) {
      return new Limits(pages, Math.min(objects, most));
    }
  }

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
   * Hands on the elements of all pages, page by page. The first page must be there; a later one
   * that fails ends the walk.
   */
  void walk(String first, Consumer<JsonNode> taker) throws IOException {
    var next = take(pages.get(first), first, taker);
    seen.add(first);
    while (next.isPresent() && mayGoOn(next.get(), first)) {
      next = takeFollowing(next.get(), taker);
    }
  }

  /** The same for a list that is only good when it is whole: fails at its end when it is not. */
  void walkWhole(String first, Consumer<JsonNode> taker) throws IOException {
    walk(first, taker);
    if (end.isPresent()) {
      throw new SourceException(end.get());
    }
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
    } else if (count > limits.objects()) {
      end = Optional.of(Reason.of("too-many-records", limits.objects()));
    }
    return end.isEmpty();
  }

  private Optional<String> takeFollowing(String address, Consumer<JsonNode> taker)
      throws NotModifiedException {
    try {
      var page = pages.get(address);
      var all = elementsOf(page);
      if (!all.isEmpty() && all.stream().allMatch(e -> ids.contains(id(e)))) {
        end = Optional.of(Reason.of("walk-same", address));
        return Optional.empty();
      }
      return take(page, address, taker);
    } catch (NotModifiedException e) {
      throw e;
    } catch (IOException e) {
      end = Optional.of(Reason.of("walk-page", address, Reason.of(e)));
      return Optional.empty();
    }
  }

  private Optional<String> take(JsonNode page, String address, Consumer<JsonNode> taker)
      throws IOException {
    // Unknown addresses of some servers answer with the System object and status 200.
    if (OparlJson.kind(page).filter("System"::equals).isPresent()) {
      throw SourceException.of("oparl-not-list", address);
    }
    if (page.isObject() && !page.has("data")) {
      repairs.note(Note.of("oparl-single"), address);
    }
    for (var element : elementsOf(page)) {
      ids.add(id(element));
      count++;
      taker.accept(element);
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
