package org.allmende.server.format.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.allmende.catalog.Catalog;
import org.allmende.harvest.schedule.Overview;
import org.allmende.harvest.schedule.SourceStatus;
import org.allmende.harvest.schedule.StatusText;
import org.allmende.server.http.Answers;
import org.allmende.server.http.ParamReader;
import org.allmende.server.http.RouteTable;
import org.allmende.server.http.Routes;

/**
 * How the sources are doing ({@code web-ui.md} 7.7): {@code /status} for people, {@code
 * /status.json} for machines.
 */
public final class StatusRoutes implements Routes {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Catalog catalog;
  private final Supplier<List<SourceStatus>> statuses;
  private final Frames frames;
  private final PageSender sender = new PageSender();

  /** Routes that tell about these sources. */
  public StatusRoutes(Catalog catalog, Supplier<List<SourceStatus>> statuses, Site site) {
    this.catalog = catalog;
    this.statuses = statuses;
    this.frames = new Frames(catalog, site, new StaticFiles(site));
  }

  @Override
  public void addTo(RouteTable table) {
    table
        .get("/status", ctx -> sender.send(ctx, "status.jte", page("de")))
        .get("/en/status", ctx -> sender.send(ctx, "status.jte", page("en")))
        .get("/status.json", ctx -> json(ctx, catalog.settings().language()))
        .get("/en/status.json", ctx -> json(ctx, "en"));
  }

  private StatusPage page(String language) {
    var address = frames.address(language);
    var here = new Frame.Here(address.in("de").status(), address.in("en").status());
    var json = new Frame.Form("JSON", "application/json", address.machine("/status.json"));
    var all = statuses.get();
    var heading = Texts.of(language).get("frame.status");
    return new StatusPage(
        frames.of(language, heading, here, List.of(json), true),
        new Overview(all).sentence(language),
        all.stream().map(status -> text(status, language)).map(StatusPage.Source::of).toList());
  }

  private StatusText text(SourceStatus status, String language) {
    var zone = ZoneId.of(catalog.settings().timeZone());
    return new StatusText(status, language, catalog.clock().instant(), zone);
  }

  private void json(Context ctx, String usual) throws JsonProcessingException {
    var in = ParamReader.ofQuery(ctx.queryString());
    var language = in.choice("lang", List.of("de", "en"), usual);
    in.throwIfProblems(400);
    var all = statuses.get();
    var json = JSON.createObjectNode();
    json.put("summary", new Overview(all).sentence(language));
    var sources = json.putArray("sources");
    all.forEach(status -> sources.add(text(status, language).json()));
    ctx.header("Cache-Control", "no-store");
    Answers.json(ctx, JSON.writeValueAsBytes(json));
  }
}
