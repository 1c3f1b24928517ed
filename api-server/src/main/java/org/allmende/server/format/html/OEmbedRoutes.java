package org.allmende.server.format.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.allmende.catalog.Catalog;
import org.allmende.server.dataset.VisibleEntries;
import org.allmende.server.http.Links;
import org.allmende.server.http.MediaTypes;
import org.allmende.server.http.ParamReader;
import org.allmende.server.http.Problem;
import org.allmende.server.http.RouteTable;
import org.allmende.server.http.Routes;
import org.allmende.vocab.profile.Profile;

/**
 * Tells other sites how to show a page of ours (oEmbed 1.0): {@code /oembed?url=} with the address
 * of a dataset's or a file's page. JSON alone; another format is 501, as oEmbed says.
 */
final class OEmbedRoutes implements Routes {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PAGE =
      Pattern.compile(
          "(?<language>/datensatz/|/en/dataset/)(?<slug>[^/?#]+)"
              + "((/datei/|/file/)(?<file>[^/?#]+))?(?<query>\\?[^#]*)?(#.*)?");

  private static final Pattern VIEW = Pattern.compile("[?&]ansicht=([a-z]+)");

  private static final int WIDTH = 600;
  private static final int CARD_HEIGHT = 420;
  private static final int FILE_HEIGHT = 600;
  private static final int MOST = 10_000;

  private final Catalog catalog;
  private final VisibleEntries entries;
  private final Frames frames;
  private final Links links;

  OEmbedRoutes(Catalog catalog, Frames frames, Links links) {
    this.catalog = catalog;
    this.entries = new VisibleEntries(catalog);
    this.frames = frames;
    this.links = links;
  }

  @Override
  public void addTo(RouteTable table) {
    table.get("/oembed", this::answer).open("/oembed");
  }

  private void answer(Context ctx) {
    var in = ParamReader.ofQuery(ctx.queryString());
    var format = in.find("format").orElse("json");
    var width = in.number("maxwidth", WIDTH, 1, MOST);
    var height = in.number("maxheight", MOST, 1, MOST);
    in.throwIfProblems(400);
    if (!format.equals("json")) {
      throw Problem.of(501, "oEmbed is answered as JSON here, not as " + format + ".")
          .asException();
    }
    var answer = thing(in.text("url")).json(Math.min(width, WIDTH), height);
    PageSender.sendTwin(ctx, MediaTypes.JSON, answer);
  }

  /**
   * What is shown.
   *
   * @param page its small page, with scheme and host
   * @param height that it wants
   */
  private record Thing(
      String title, String author, String site, String siteAddress, String page, int height) {

    byte[] json(int width, int most) {
      var shown = Math.min(height, most);
      var root = JSON.createObjectNode();
      root.put("version", "1.0").put("type", "rich").put("title", title);
      root.put("author_name", author);
      root.put("provider_name", site).put("provider_url", siteAddress);
      root.put("width", width).put("height", shown);
      root.put("html", EmbedCode.frame(page, title, width, shown));
      try {
        return JSON.writeValueAsBytes(root);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("a tree of texts can be written", e);
      }
    }
  }

  private Thing thing(String url) {
    var asked =
        Optional.of(url)
            .filter(address -> address.startsWith(links.url() + "/"))
            .map(address -> PAGE.matcher(address.substring(links.url().length())))
            .filter(Matcher::matches)
            .orElseThrow(
                () ->
                    Problem.notFound(
                            "url must be the address of a dataset's or a file's page of "
                                + links.url()
                                + ", was \""
                                + url
                                + "\".")
                        .asException());
    var language = asked.group("language").startsWith("/en") ? "en" : "de";
    var entry = entries.require(asked.group("slug"));
    var address = frames.address(language);
    var slug = entry.addresses().name().value();
    var file = Optional.ofNullable(asked.group("file"));
    var small =
        file.map(name -> ShownFile.require(catalog, entry, name).name())
            .map(name -> address.embeddedFile(slug, name, view(asked)) + query(asked))
            .orElseGet(() -> address.embeddedDataset(slug));
    var view = catalog.describe(entry, Profile.RAW).view();
    var title = new DatasetPage.Reader(entry, view, frames.shown(language), address).title().text();
    return new Thing(
        title,
        entry.publisher().title(),
        frames.siteName(language),
        address.absolute(address.start()),
        address.absolute(small),
        file.isPresent() ? FILE_HEIGHT : CARD_HEIGHT);
  }

  private static String query(Matcher asked) {
    return Optional.ofNullable(asked.group("query")).orElse("");
  }

  private static TableChoice.View view(Matcher asked) {
    var shown = VIEW.matcher(query(asked));
    return shown.find() ? TableChoice.view(shown.group(1)) : TableChoice.View.TABLE;
  }
}
