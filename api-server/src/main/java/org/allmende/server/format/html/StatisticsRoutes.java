package org.allmende.server.format.html;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.allmende.catalog.Catalog;
import org.allmende.server.format.html.StatisticsPage.Row;
import org.allmende.server.format.html.StatisticsPage.Sum;
import org.allmende.server.format.html.StatisticsPage.Table;
import org.allmende.server.format.html.StatisticsPage.Word;
import org.allmende.server.http.Answers;
import org.allmende.server.http.ETags;
import org.allmende.server.http.MediaTypes;
import org.allmende.server.http.ParamReader;
import org.allmende.server.http.RouteTable;
import org.allmende.server.http.Routes;
import org.allmende.server.statistics.Counted;
import org.allmende.server.statistics.Figures;
import org.allmende.server.statistics.Statistics;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * How often what was asked for: {@code /statistik} for people, and the same as open data. All
 * numbers are published as {@link org.allmende.server.statistics.Count} rounds them.
 */
public final class StatisticsRoutes implements Routes {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CSV = MediaTypes.utf8("text/csv");

  /** The page looks back so many days, today among them. */
  private static final int DAYS = 30;

  private static final int WORDS = 20;
  private static final int ALL_WORDS = 1_000;

  private final Catalog catalog;
  private final Statistics statistics;
  private final Frames frames;
  private final PageSender sender = new PageSender();

  /** Routes that tell these statistics. */
  public StatisticsRoutes(Catalog catalog, Statistics statistics, Site site) {
    this.catalog = catalog;
    this.statistics = statistics;
    this.frames = new Frames(catalog, site, new StaticFiles(site));
  }

  @Override
  public void addTo(RouteTable table) {
    table
        .get("/statistik", ctx -> sender.send(ctx, "statistics.jte", page("de")))
        .get("/en/statistics", ctx -> sender.send(ctx, "statistics.jte", page("en")))
        .get("/statistik.json", this::json)
        .get("/en/statistics.json", this::json)
        .get("/statistik.csv", this::csv)
        .get("/statistik/suchworte.csv", this::words)
        .open("/statistik");
  }

  /** The days that an answer is about. */
  private record Days(LocalDate from, LocalDate to) {}

  private Days lately() {
    var today = statistics.today();
    return new Days(today.minusDays(DAYS - 1L), today);
  }

  private Days days(Context ctx, LocalDate earliest) {
    var in = ParamReader.ofQuery(ctx.queryString());
    var from = in.parsed("von", StatisticsRoutes::day, "a day such as 2026-05-01").orElse(earliest);
    var to =
        in.parsed("bis", StatisticsRoutes::day, "a day such as 2026-05-31").orElse(lately().to());
    if (from.isAfter(to)) {
      in.complain("von", "must not be after \"bis\", was " + from + " with " + to + ".");
    }
    in.throwIfProblems(400);
    return new Days(from, to);
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  // The page.

  private StatisticsPage page(String language) {
    var days = lately();
    var figures = statistics.figures(days.from(), days.to());
    var texts = Texts.of(language);
    var address = frames.address(language);
    var here = new Frame.Here(address.in("de").statistics(), address.in("en").statistics());
    var forms =
        List.of(
            new Frame.Form("JSON", "application/json", address.statistics() + ".json"),
            new Frame.Form("CSV", "text/csv", address.machine("/statistik.csv")));
    return new StatisticsPage(
        frames.of(language, texts.get("frame.statistics"), here, forms, true),
        texts.get("statistics.intro", "from", day(days.from(), texts), "to", day(days.to(), texts)),
        Arrays.stream(Counted.values()).map(kind -> sum(kind, figures, texts)).toList(),
        trend(days, figures, language),
        tables(figures, language),
        words(language));
  }

  private static String day(LocalDate day, Texts texts) {
    return texts.date(day.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
  }

  private static Sum sum(Counted kind, Figures figures, Texts texts) {
    return new Sum(texts.get("statistics." + kind.key()), texts.number(figures.sum(kind)));
  }

  private Trend trend(Days days, Figures figures, String language) {
    var byDay = new TreeMap<LocalDate, Long>();
    figures
        .days()
        .keySet()
        .forEach(
            day ->
                byDay.put(
                    day, Arrays.stream(Counted.values()).mapToLong(k -> figures.on(day, k)).sum()));
    var texts = Texts.of(language);
    return Trend.of(
        texts.get("statistics.trend"),
        frames.siteName(language),
        days.from(),
        days.to(),
        byDay,
        texts);
  }

  private List<Table> tables(Figures figures, String language) {
    var texts = Texts.of(language);
    var tables = new ArrayList<Table>();
    for (var kind : Counted.values()) {
      if (!figures.most(kind).isEmpty()) {
        var label = texts.get("statistics." + kind.key());
        var caption = texts.get("statistics.most", "what", label);
        tables.add(new Table(kind.key(), label, caption, rows(figures.most(kind), language)));
      }
    }
    return tables;
  }

  private List<Row> rows(List<Figures.Total> totals, String language) {
    var names = new CountedAddresses(catalog, frames, language);
    var rows = new ArrayList<Row>();
    for (var total : totals) {
      var named = names.name(total.address());
      rows.add(new Row(named.label(), named.address(), Texts.of(language).number(total.number())));
    }
    return rows;
  }

  private List<Word> words(String language) {
    var address = frames.address(language);
    return statistics.words(WORDS).stream()
        .map(
            word ->
                new Word(
                    word.word(),
                    address.search("q", word.word()),
                    Texts.of(language).number(word.number())))
        .toList();
  }

  // The same for machines.

  private void json(Context ctx) throws IOException {
    var days = days(ctx, lately().from());
    var figures = statistics.figures(days.from(), days.to());
    var json = JSON.createObjectNode();
    json.put("from", days.from().toString());
    json.put("to", days.to().toString());
    json.put("rounding", "Counts below 5 are given as 0 or left out; sums are of the true counts.");
    put(json.putObject("sums"), kind -> figures.sum(kind));
    var byDay = json.putArray("days");
    figures
        .days()
        .keySet()
        .forEach(day -> put(byDay.addObject().put("day", day.toString()), k -> figures.on(day, k)));
    putMost(json.putObject("most"), figures);
    var words = json.putArray("words");
    statistics
        .words(WORDS)
        .forEach(word -> words.addObject().put("word", word.word()).put("count", word.number()));
    send(ctx, MediaTypes.utf8(MediaTypes.JSON), JSON.writeValueAsBytes(json));
  }

  private static void put(ObjectNode json, ToLongFunction<Counted> figure) {
    Arrays.stream(Counted.values()).forEach(kind -> json.put(kind.key(), figure.applyAsLong(kind)));
  }

  private static void putMost(ObjectNode json, Figures figures) {
    for (var kind : Counted.values()) {
      var most = json.putArray(kind.key());
      figures
          .most(kind)
          .forEach(
              total ->
                  most.addObject().put("address", total.address()).put("count", total.number()));
    }
  }

  private static void send(Context ctx, String type, byte[] body) {
    ctx.header("Cache-Control", "no-cache");
    if (!ETags.isAnswered(ctx, ETags.ofBytes(body))) {
      Answers.send(ctx, type, body);
    }
  }

  /** One line per address and day, of all days unless some are asked for. */
  private void csv(Context ctx) throws IOException {
    var days = days(ctx, LocalDate.EPOCH);
    ctx.header("Cache-Control", "no-cache");
    Answers.stream(
        ctx,
        CSV,
        out -> {
          var printer = printer(out, "day", "kind", "address", "count");
          statistics.each(
              days.from(),
              days.to(),
              count ->
                  print(printer, count.day(), count.kind().key(), count.address(), count.number()));
          printer.flush();
        });
  }

  private void words(Context ctx) throws IOException {
    ctx.header("Cache-Control", "no-cache");
    Answers.stream(
        ctx,
        CSV,
        out -> {
          var printer = printer(out, "word", "count");
          statistics.words(ALL_WORDS).forEach(word -> print(printer, word.word(), word.number()));
          printer.flush();
        });
  }

  /** Not closed by anybody: the stream is the answer's. */
  private static CSVPrinter printer(OutputStream out, Object... columns) throws IOException {
    var printer =
        new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
    printer.printRecord(columns);
    return printer;
  }

  private static void print(CSVPrinter printer, Object... values) {
    try {
      printer.printRecord(values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
