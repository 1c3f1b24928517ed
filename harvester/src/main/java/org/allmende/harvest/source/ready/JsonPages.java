package org.allmende.harvest.source.ready;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.Reason;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.fetch.Fetcher.Fetched;

/**
 * The pages of an interface one after another: the next one is named by a {@code Link} header, or
 * by {@code next} in the document where that is an address.
 */
record JsonPages(HarvestSource source, Fetcher fetcher) {

  private static final Pattern NEXT =
      Pattern.compile(
          "<([^>]*)>[^,]*;\\s*rel\\s*=\\s*\"?[^\";]*\\bnext\\b", Pattern.CASE_INSENSITIVE);

  /** Hands every page to {@code sink}; half a list is none. */
  void read(Consumer<JsonNode> sink) throws IOException {
    Set<String> seen = new HashSet<>();
    var next = Optional.of(source.location());
    while (next.isPresent() && seen.add(next.get())) {
      if (seen.size() > source.fetchPolicy().maxPages()) {
        fetcher.notes().cutShort(Reason.of("walk-pages", seen.size(), source.location()));
        return;
      }
      var page = fetcher.fetch(next.get());
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
        .map(link -> Fetcher.resolve(page.location(), link));
  }

  /** A token that is no address leads nowhere: what it belongs to differs from vendor to vendor. */
  private static Optional<String> address(JsonNode node) {
    var text = node.isTextual() ? node.textValue().strip() : "";
    return text.matches("(https?://|[/?]).*") ? Optional.of(text) : Optional.empty();
  }
}
