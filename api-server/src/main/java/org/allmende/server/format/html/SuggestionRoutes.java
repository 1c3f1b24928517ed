package org.allmende.server.format.html;

import com.fasterxml.jackson.core.JsonFactory;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.allmende.catalog.search.suggest.Suggester;
import org.allmende.catalog.search.suggest.Suggestion;
import org.allmende.server.http.Answers;
import org.allmende.server.http.Links;
import org.allmende.server.http.ParamReader;
import org.allmende.server.http.RouteTable;
import org.allmende.server.http.Routes;

/**
 * What may be meant by what was typed so far, as JSON: at most eight suggestions, each with its
 * kind, its text, the address that it leads to, and how many datasets stand there.
 */
final class SuggestionRoutes implements Routes {

  private static final JsonFactory JSON = new JsonFactory();

  private final Suggester suggester;
  private final Links links;

  SuggestionRoutes(Suggester suggester, Links links) {
    this.suggester = suggester;
    this.links = links;
  }

  @Override
  public void addTo(RouteTable table) {
    table.get("/suche/vorschlaege", ctx -> suggest(ctx, "de"));
    table.get("/en/search/suggestions", ctx -> suggest(ctx, "en"));
  }

  private void suggest(Context ctx, String language) {
    var typed = ParamReader.ofQuery(ctx.queryString()).text("q");
    ctx.header("Cache-Control", "no-cache");
    Answers.json(ctx, json(suggester.suggest(typed, language), new Address(links, language)));
  }

  private static byte[] json(List<Suggestion> suggestions, Address address) {
    var bytes = new ByteArrayOutputStream(1_024);
    try (var out = JSON.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeArrayFieldStart("suggestions");
      for (var suggestion : suggestions) {
        out.writeStartObject();
        out.writeStringField("kind", suggestion.kind().name().toLowerCase(Locale.ROOT));
        out.writeStringField("text", suggestion.text());
        out.writeStringField("address", address(suggestion, address));
        out.writeNumberField("count", suggestion.count());
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String address(Suggestion suggestion, Address address) {
    var value = suggestion.value();
    return switch (suggestion.kind()) {
      case DATASET -> address.dataset(value);
      case THEME -> address.theme(value);
      case PLACE -> address.search(SearchFacet.PLACE.key(), value);
      case PUBLISHER -> address.publisher(value);
      case WORD -> address.search("q", value);
    };
  }
}
