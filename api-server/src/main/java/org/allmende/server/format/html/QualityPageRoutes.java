package org.allmende.server.format.html;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.quality.Assessment;
import org.allmende.catalog.quality.CatalogQuality.PublisherQuality;
import org.allmende.catalog.quality.Dimension;
import org.allmende.catalog.quality.Indicator;
import org.allmende.server.http.Answers;
import org.allmende.server.http.ETags;
import org.allmende.server.http.MediaTypes;
import org.allmende.server.http.RouteTable;
import org.allmende.server.http.Routes;
import org.allmende.server.statistics.QualityHistory;
import org.allmende.server.statistics.QualityHistory.Line;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * How well the datasets are described ({@code web-ui.md} 7.7): the page with what was recorded day
 * by day, and all of it as CSV.
 */
public final class QualityPageRoutes implements Routes {
  private static final String CSV = MediaTypes.utf8("text/csv");

  /** A drawing shows so many days; the table as CSV has all. */
  private static final int DAYS = 90;

  private final Catalog catalog;
  private final QualityHistory history;
  private final Frames frames;
  private final PageSender sender = new PageSender();

  public QualityPageRoutes(Catalog catalog, QualityHistory history, Site site) {
    this.catalog = catalog;
    this.history = history;
    this.frames = new Frames(catalog, site, new StaticFiles(site));
  }

  @Override
  public void addTo(RouteTable table) {
    table
        .get("/qualitaet", ctx -> sender.send(ctx, "quality.jte", page("de")))
        .get("/en/quality", ctx -> sender.send(ctx, "quality.jte", page("en")))
        .get("/qualitaet.csv", ctx -> send(ctx, this::figures))
        .get("/qualitaet/verlauf.csv", ctx -> send(ctx, this::days))
        .open("/qualitaet");
  }

  private QualityPage page(String language) {
    var address = frames.address(language);
    var here = new Frame.Here(address.in("de").quality(), address.in("en").quality());
    var forms =
        List.of(
            new Frame.Form("JSON", "application/json", address.machine("/qualitaet.json")),
            new Frame.Form("Turtle", "text/turtle", address.machine("/qualitaet.ttl")),
            new Frame.Form("CSV", "text/csv", address.machine("/qualitaet.csv")));
    var heading = Texts.of(language).get("frame.quality");
    return QualityPage.of(
        frames.of(language, heading, here, forms, true),
        catalog.quality(),
        conformity(language),
        trend(language));
  }

  private String conformity(String language) {
    var texts = Texts.of(language);
    return history
        .now()
        .map(
            now ->
                texts.get(
                    "quality.conforming",
                    "count",
                    texts.number(now.conforming()),
                    "all",
                    texts.number(now.datasets())))
        .orElse("");
  }

  /** Nothing is drawn before there are two days. */
  private Optional<Trend> trend(String language) {
    var lines = history.lines();
    if (lines.size() < 2) {
      return Optional.empty();
    }
    var last = lines.getLast().day();
    var earliest = last.minusDays(DAYS - 1L);
    var points = new TreeMap<LocalDate, Long>();
    lines.stream()
        .filter(line -> !line.day().isBefore(earliest))
        .forEach(line -> points.put(line.day(), line.points()));
    var texts = Texts.of(language);
    var title = texts.get("quality.trend");
    return Optional.of(
        Trend.of(title, frames.siteName(language), points.firstKey(), last, points, texts));
  }

  /** Fills a table. */
  @FunctionalInterface
  private interface Rows {
    void writeTo(CSVPrinter out) throws IOException;
  }

  private static void send(Context ctx, Rows rows) {
    var text = new StringBuilder();
    try (var out = new CSVPrinter(text, CSVFormat.RFC4180)) {
      rows.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var body = text.toString().getBytes(StandardCharsets.UTF_8);
    ctx.header("Cache-Control", "no-cache");
    if (!ETags.isAnswered(ctx, ETags.ofBytes(body))) {
      Answers.send(ctx, CSV, body);
    }
  }

  private void figures(CSVPrinter out) throws IOException {
    var quality = catalog.quality();
    var all = quality.assessment();
    out.printRecord("what", "name", "datasets", "points", "maximum", "share");
    out.printRecord("catalog", "", quality.datasets(), rounded(all.points()), all.judged(), "");
    var now = history.now();
    if (now.isPresent()) {
      var share = rounded((double) now.get().conforming() / now.get().datasets());
      out.printRecord("rules", "DCAT-AP.de 3.0", now.get().conforming(), "", "", share);
    }
    for (var dimension : Dimension.values()) {
      for (var indicator : Indicator.of(dimension)) {
        indicator(indicator, all, out);
      }
    }
    var worstFirst =
        Comparator.<PublisherQuality>comparingDouble(publisher -> publisher.assessment().points());
    for (var publisher : quality.publishers().stream().sorted(worstFirst).toList()) {
      var judged = publisher.assessment();
      var name = publisher.organization().name();
      out.printRecord(
          "publisher", name, publisher.datasets(), rounded(judged.points()), judged.judged(), "");
    }
  }

  private static void indicator(Indicator indicator, Assessment all, CSVPrinter out)
      throws IOException {
    var share = all.share(indicator);
    out.printRecord(
        "indicator",
        indicator.code(),
        "",
        rounded(all.points(indicator)),
        indicator.points(),
        share.isJudged() ? rounded(share.ratio()) : "");
  }

  private static String rounded(double number) {
    return BigDecimal.valueOf(number)
        .setScale(3, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  private void days(CSVPrinter out) throws IOException {
    out.printRecord("day", "datasets", "points", "maximum", "conforming");
    for (Line line : history.lines()) {
      out.printRecord(line.day(), line.datasets(), line.points(), line.judged(), line.conforming());
    }
  }
}
