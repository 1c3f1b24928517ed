package org.allmende.harvest.source.ready;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.Reason;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.fetch.Fetcher.Fetched;
import org.allmende.harvest.source.table.QueryAddress;

/**
 * The pages of an interface one after another: the next one is named by a {@code Link} header, by
 * {@code next} in the document, an address or a token, or by {@code offset} and {@code limit}.
 */
record JsonPages(HarvestSource source, Fetcher fetcher) {

  private static final Pattern NEXT =
      Pattern.compile(
          "<([^>]*)>[^,]*;\\s*rel\\s*=\\s*\"?[^\";]*\\bnext\\b", Pattern.CASE_INSENSITIVE);

  /** Hands every page to {@code sink}; half a list is none. */
  void read(Consumer<JsonNode> sink) throws IOException {
    Set<String> seen = new HashSet<>();
    Set<String> bodies = new HashSet<>();
    var next = Optional.of(source.location());
    while (next.isPresent() && seen.add(next.get())) {
      if (seen.size() > source.fetchPolicy().maxPages()) {
        fetcher.notes().cutShort(Reason.of("walk-pages", seen.size(), source.location()));
        return;
      }
      var page = fetcher.fetch(next.get());
      if (!bodies.add(page.body().length + " " + Arrays.hashCode(page.body()))) {
        fetcher.notes().cutShort(Reason.of("walk-same", next.get()));
        return; // the server does not know this way on, and gives the same again
      }
      var json = JsonTexts.read(page);
      sink.accept(json);
      next = next(page, json);
    }
  }

  private Optional<String> next(Fetched page, JsonNode json) {
    if (!source.isRemote()) {
      return Optional.empty();
    }
    var linked =
        page.links().stream()
            .flatMap(header -> NEXT.matcher(header).results())
            .map(match -> match.group(1))
            .findFirst();
    return linked
        .or(() -> address(json.path("next")))
        .or(() -> address(json.path("links").path("next")))
        .map(link -> Fetcher.resolve(page.location(), link))
        .or(() -> token(json.path("next")))
        .or(() -> offset(json));
  }

  private static Optional<String> address(JsonNode node) {
    var text = node.isTextual() ? node.textValue().strip() : "";
    return text.matches("(https?://|[/?]).*") ? Optional.of(text) : Optional.empty();
  }

  /** A token that is no address goes back under the name that it came with. */
  private Optional<String> token(JsonNode node) {
    return Cells.plain(node)
        .map(token -> QueryAddress.of(source.location()).with("next", token).toString());
  }

  /** Some say where a page begins, how long it is, and how many there are. */
  private Optional<String> offset(JsonNode json) {
    var limit = json.path("limit").asInt(0);
    var next = json.path("offset").asInt(0) + limit;
    var total = Math.max(json.path("total_count").asInt(0), json.path("total").asInt(0));
    return limit > 0 && next < total
        ? Optional.of(
            QueryAddress.of(source.location())
                .with("limit", Integer.toString(limit))
                .with("offset", Integer.toString(next))
                .toString())
        : Optional.empty();
  }
}
