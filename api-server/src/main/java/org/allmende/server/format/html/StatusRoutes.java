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
import org.allmende.server.statistics.Harvesters;

/**
 * How the sources are doing ({@code web-ui.md} 7.7): {@code /status} for people, {@code
 * /status.json} for machines.
 */
public final class StatusRoutes implements Routes {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Catalog catalog;
  private final Supplier<List<SourceStatus>> statuses;
  private final Supplier<List<Harvesters.Reading>> readings;
  private final Frames frames;
  private final PageSender sender = new PageSender();

  /**
   * Routes that tell how a catalog is doing.
   *
   * @param statuses its sources
   * @param readings who read it from end to end, and when
   */
  public StatusRoutes(
      Catalog catalog,
      Supplier<List<SourceStatus>> statuses,
      Supplier<List<Harvesters.Reading>> readings,
      Site site) {
    this.catalog = catalog;
    this.statuses = statuses;
    this.readings = readings;
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
        frames.site().maintenance(language).orElse(null),
        running(all, language),
        readings.get().stream().map(reading -> reader(reading, language)).toList(),
        all.stream().map(status -> text(status, language)).map(StatusPage.Source::of).toList());
  }

  private static String running(List<SourceStatus> all, String language) {
    var names = all.stream().filter(SourceStatus::isRunning).map(SourceStatus::source).toList();
    var texts = Texts.of(language);
    return names.isEmpty()
        ? texts.get("status.running.none")
        : texts.get("status.running", "sources", String.join(", ", names));
  }

  private StatusPage.Reader reader(Harvesters.Reading reading, String language) {
    return new StatusPage.Reader(
        reading.name(),
        frames.shown(language).day(reading.finished()),
        Texts.of(language).count("count.datasets", reading.datasets()));
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
    frames
        .site()
        .maintenance(language)
        .ifPresent(planned -> json.put("maintenance", planned.text()));
    var harvesters = json.putArray("harvesters");
    for (var reading : readings.get()) {
      harvesters
          .addObject()
          .put("name", reading.name())
          .put("finished", reading.finished().toString())
          .put("datasets", reading.datasets());
    }
    var sources = json.putArray("sources");
    all.forEach(status -> sources.add(text(status, language).json()));
    ctx.header("Cache-Control", "no-store");
    Answers.json(ctx, JSON.writeValueAsBytes(json));
  }
}
