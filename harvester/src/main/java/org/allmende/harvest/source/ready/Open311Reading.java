package org.allmende.harvest.source.ready;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.allmende.harvest.HarvestContext;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.Reason;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.fetch.NotModifiedException;
import org.allmende.harvest.fetch.StatusException;
import org.allmende.harvest.source.table.QueryAddress;

/**
 * Reports of citizens over Open311 GeoReport v2 ({@code sources.md} 8.2). The interface gives only
 * so many reports or days an answer and has no pages: the last ninety days are asked for a week at
 * a time, and numbers that are missing between those that came one by one. A report that the
 * service has forgotten stays, without its texts. Any other document is a list of reports.
 */
final class Open311Reading implements TableReading {

  private static final Pattern INTERFACE = Pattern.compile("(?i)/requests\\.json(\\?.*)?$");
  private static final Pattern NUMBERED = Pattern.compile("(\\d{1,9})(-\\d{4})?");
  private static final Duration ASKED = Duration.ofDays(90);
  private static final Duration WINDOW = Duration.ofDays(7);

  /** Servers of which an answer has so many reports, or a multiple, may have more of them. */
  private static final int ROUND = 10;

  private static final int MOST_PAGES = 200;

  /** Requests for single reports in one run, and the largest hole that is worth them. */
  private static final int MOST_SINGLE = 100;

  private static final String ARCHIVE = "open311";
  private static final String ABSENT = "open311-absent";
  private static final int MOST_ABSENT = 5_000;
  private static final List<String> KEPT =
      List.of(
          "status",
          "service_code",
          "service_name",
          "agency_responsible",
          "requested_datetime",
          "updated_datetime",
          "zipcode");

  private final AnyDocument document =
      AnyDocument.of(
          ObjectFinder.listUnder("requests", "data"),
          (mapping, context) -> new AliasShape(mapping, Finishes::open311));

  @Override
  public List<Part> read(HarvestSource source, HarvestContext context, Fetcher fetcher)
      throws IOException {
    if (source.isRemote() && INTERFACE.matcher(source.location()).find()) {
      return List.of(new Walk(source, context, fetcher).read());
    }
    return document.read(source, context, fetcher).stream()
        .map(part -> new Part(part.key(), part.rows(), part.place(), Counts::monthly))
        .toList();
  }

  /** The windows are of today. */
  @Override
  public boolean dependsOnTime() {
    return true;
  }

  /** One way through the windows. */
  private static final class Walk {
    private final HarvestSource source;
    private final HarvestContext context;
    private final Fetcher fetcher;
    private final ObjectRows rows = new ObjectRows();
    private final Map<String, JsonNode> found = new LinkedHashMap<>();
    private final Set<JsonNode> nameless = new HashSet<>();
    private boolean asksBoth = true;

    Walk(HarvestSource source, HarvestContext context, Fetcher fetcher) {
      this.source = source;
      this.context = context;
      this.fetcher = fetcher;
    }

    Part read() throws IOException {
      var end = context.now().truncatedTo(ChronoUnit.SECONDS);
      for (var from = end.minus(ASKED); from.isBefore(end); from = from.plus(WINDOW)) {
        var to = from.plus(WINDOW);
        window(from, to.isAfter(end) ? end : to);
      }
      fillHoles();
      var archive = KeptRows.of(context.memory(), ARCHIVE);
      found.forEach((id, report) -> archive.put(id, lean(id, report)));
      archive.keepIn(context.memory()).forEach(rows::add);
      var mapping = source.mapping().orElseThrow();
      var shaped = new ShapedRows(rows, new AliasShape(mapping, Finishes::open311));
      return new Part("", shaped, AnyDocument.shortName(source.location()), Counts::monthly);
    }

    /** What is open and what is closed; not every server understands a list of both. */
    private void window(Instant from, Instant to) throws IOException {
      var address =
          QueryAddress.of(source.location())
              .with("start_date", from.toString())
              .with("end_date", to.toString());
      if (asksBoth) {
        try {
          pages(address.with("status", "open,closed"));
          return;
        } catch (StatusException e) {
          if (e.status() >= 500 || !found.isEmpty()) {
            throw e;
          }
          asksBoth = false;
        }
      }
      pages(address.with("status", "open"));
      pages(address.with("status", "closed"));
    }

    private void pages(QueryAddress address) throws IOException {
      var count = take(address.toString());
      for (int page = 2; count > 0 && page <= MOST_PAGES; page++) {
        var known = found.size();
        count = takeMore(address.with("page", Integer.toString(page)).toString());
        if (found.size() == known) {
          return; // the server knows no pages, or this was the last
        }
      }
    }

    private int takeMore(String address) throws IOException {
      try {
        return take(address);
      } catch (StatusException e) {
        if (e.status() >= 500) {
          throw e;
        }
        return 0; // the server refuses what it does not know
      }
    }

    /** How many reports there were, when there may be more. */
    private int take(String address) throws IOException {
      var reports = new ArrayList<JsonNode>();
      ObjectFinder.listUnder("requests", "data")
          .find(JsonTexts.read(fetcher.fetch(address)), reports::add);
      reports.forEach(this::take);
      return reports.size() % ROUND == 0 ? reports.size() : 0;
    }

    private void take(JsonNode report) {
      var id = Cells.plain(report.get("service_request_id"));
      if (id.isPresent()) {
        found.put(id.get(), report);
      } else if (nameless.add(report)) {
        rows.add(report); // the finish says what is wrong with it
      }
    }

    /** Part of the reports is missing in lists of days, and there when asked for by number. */
    private void fillHoles() throws NotModifiedException {
      var absent = new TreeSet<>(absent());
      var asked = 0;
      for (var id : holes()) {
        if (asked < MOST_SINGLE && !absent.contains(id)) {
          asked++;
          if (!single(id)) {
            absent.add(id);
          }
        }
      }
      while (absent.size() > MOST_ABSENT) {
        absent.pollFirst();
      }
      context.memory().keep(ABSENT, String.join(",", absent));
    }

    private List<String> absent() {
      return context.memory().find(ABSENT).map(text -> List.of(text.split(","))).orElse(List.of());
    }

    /** Numbers between those that came, newest first, of ids with the same ending. */
    private List<String> holes() {
      Map<String, TreeSet<Integer>> byEnding = new LinkedHashMap<>();
      for (var id : found.keySet()) {
        var parts = NUMBERED.matcher(id);
        if (parts.matches()) {
          var ending = Optional.ofNullable(parts.group(2)).orElse("");
          byEnding
              .computeIfAbsent(ending, e -> new TreeSet<>())
              .add(Integer.parseInt(parts.group(1)));
        }
      }
      var holes = new ArrayList<String>();
      byEnding.forEach((ending, numbers) -> holes.addAll(holes(ending, numbers.descendingSet())));
      return holes;
    }

    private static List<String> holes(String ending, Set<Integer> numbers) {
      var holes = new ArrayList<String>();
      var above = -1;
      for (int number : numbers) {
        if (above > 0 && above - number <= MOST_SINGLE) {
          for (int missing = above - 1; missing > number; missing--) {
            holes.add(missing + ending);
          }
        }
        above = number;
      }
      return holes;
    }

    private boolean single(String id) throws NotModifiedException {
      var bare = QueryAddress.of(source.location());
      var path = bare.path().replaceFirst("(?i)\\.json$", "/" + id + ".json");
      try {
        var before = found.size();
        ObjectFinder.listUnder("requests", "data")
            .find(JsonTexts.read(fetcher.fetch(bare.at(path).toString())), this::take);
        return found.size() > before;
      } catch (NotModifiedException e) {
        throw e;
      } catch (StatusException e) {
        return false;
      } catch (IOException e) {
        fetcher.notes().warning(Reason.of("list-unread", path, Reason.of(e)));
        return true; // asked for again
      }
    }

    /** What is kept of a report: no words, no address, a position to about a hundred meters. */
    private static ObjectNode lean(String id, JsonNode report) {
      var lean = JsonNodeFactory.instance.objectNode().put("id", id);
      for (var name : KEPT) {
        Cells.plain(report.get(name)).ifPresent(text -> lean.put(name, text));
      }
      for (var name : List.of("lat", "long")) {
        Cells.plain(report.get(name))
            .flatMap(Cells::number)
            .map(Walk::rounded)
            .ifPresent(number -> lean.put(name, number));
      }
      return lean;
    }

    private static BigDecimal rounded(BigDecimal number) {
      return number.setScale(Finishes.POSITION_DECIMALS, RoundingMode.HALF_UP);
    }
  }
}
