package org.allmende.harvest.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.allmende.harvest.Wording;
import org.allmende.harvest.copy.RawCopy;

/**
 * A source's status in sentences that a clerk can read, and for machines. What stands here may be
 * read by anybody: secrets in addresses and folders of the server are left out.
 */
public final class StatusText {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern SECRET =
      Pattern.compile("(?i)([?&][^=&\\s]*(?:key|token|secret|passw|auth|sig)[^=&\\s]*=)[^&\\s\"]+");
  private static final Pattern LOGIN = Pattern.compile("(https?://)[^/@\\s\"]+@");
  private static final Pattern FOLDERS =
      Pattern.compile(
          "(?<![\\w:/.])(?:[A-Za-z]:)?[/\\\\](?:[^/\\\\\\s\":,]+[/\\\\])+(?=[^/\\\\\\s])");

  private final SourceStatus status;
  private final String language;
  private final Wording texts;
  private final Instant now;
  private final DateTimeFormatter time;
  private final DateTimeFormatter day;

  /**
   * A text.
   *
   * @param language {@code de} or {@code en}
   * @param now to tell the age of the data
   * @param zone of the times
   */
  public StatusText(SourceStatus status, String language, Instant now, ZoneId zone) {
    this.status = status;
    this.language = language.equals("en") ? "en" : "de";
    this.texts = Wording.of("harvest.status", this.language);
    this.now = now;
    var isEnglish = this.language.equals("en");
    var pattern = isEnglish ? "uuuu-MM-dd 'at' HH:mm" : "dd.MM.uuuu 'um' HH:mm 'Uhr'";
    this.time = DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(zone);
    this.day =
        DateTimeFormatter.ofPattern(isEnglish ? "uuuu-MM-dd" : "dd.MM.uuuu", Locale.ROOT)
            .withZone(zone);
  }

  /** The id of the source. */
  public String source() {
    return status.source();
  }

  /** Its health in a few words. */
  public String health() {
    return texts.get("health." + status.health().name().toLowerCase(Locale.ROOT));
  }

  /** Code of its health, such as {@code failing}. */
  public String code() {
    return status.health().name().toLowerCase(Locale.ROOT);
  }

  /** What happened, what came of it, what comes next: one sentence each. */
  public List<String> sentences() {
    var all = new ArrayList<String>();
    if (status.isRunning()) {
      all.add(texts.get("running"));
    }
    if (status.last().isEmpty()) {
      all.add(texts.get("never"));
    } else {
      last(all);
    }
    age().ifPresent(all::add);
    status
        .copy()
        .ifPresent(
            copy ->
                all.add(
                    texts.get("copy", shown(copy.taken()), copy.documents(), size(copy.bytes()))));
    all.add(status.next().map(next -> texts.get("next", shown(next))).orElse(texts.get("by-hand")));
    return all.stream().map(StatusText::discreet).toList();
  }

  /** How old the data are: by what the source says, else since they were last read. */
  private Optional<String> age() {
    return status
        .dataAsOf()
        .map(date -> texts.get("as-of", day(date), days(date)))
        .or(() -> status.lastGood().map(good -> texts.get("age", day(good), days(good))));
  }

  private static String size(long bytes) {
    return bytes < 1024 * 1024 ? Math.max(1, bytes / 1024) + " KB" : bytes / (1024 * 1024) + " MB";
  }

  private void last(List<String> all) {
    var run = status.last().orElseThrow();
    var result = status.report().path("result").asText("failed");
    all.add(texts.get("last", shown(run.finished().orElseThrow()), texts.get("result." + result)));
    message().ifPresent(all::add);
    if (status.failures() > 0) {
      all.add(
          status
              .lastGood()
              .map(good -> texts.get("failed-since", status.failures(), shown(good)))
              .orElse(texts.get("failed-ever", status.failures())));
    }
    for (var table : status.report().path("tables")) {
      all.add(rows(table));
    }
    datasets().ifPresent(all::add);
    var off = status.report().path("off_pages_count").asInt();
    if (off > 0) {
      all.add(texts.get("off-pages", off));
    }
  }

  private Optional<String> message() {
    return Optional.of(status.report().path("message_" + language).asText(""))
        .filter(text -> !text.isEmpty());
  }

  private String rows(JsonNode table) {
    var numbers =
        texts.get(
            "rows",
            table.path("rows_read").asInt(),
            table.path("rows_kept").asInt(),
            table.path("rows_skipped").asInt());
    var key = table.path("key").asText("");
    return key.isEmpty() ? numbers : texts.get("table", key, numbers);
  }

  private Optional<String> datasets() {
    var counts = status.report().path("counts");
    if (counts.isEmpty()) {
      return Optional.empty();
    }
    var gone =
        List.of("missing", "deprecated", "withdrawing", "withdrawn").stream()
            .mapToInt(kind -> counts.path(kind).asInt())
            .sum();
    return Optional.of(
        texts.get(
            "datasets",
            counts.path("added").asInt(),
            counts.path("changed").asInt(),
            counts.path("unchanged").asInt(),
            gone));
  }

  /** Why rows and entries were left out: the first twenty reasons, with line or id. */
  public List<String> reasons() {
    var all = new ArrayList<String>();
    for (var table : status.report().path("tables")) {
      var key = table.path("key").asText("");
      table
          .path("skipped")
          .forEach(line -> all.add(key.isEmpty() ? line.asText() : key + ": " + line.asText()));
    }
    status.report().path("unreadable_" + language).forEach(line -> all.add(line.asText()));
    for (var detail : status.report().path("details")) {
      if (List.of("failed", "rejected", "held").contains(detail.path("outcome").asText())) {
        all.add(detail.path("key").asText() + ": " + detail.path("detail_" + language).asText());
      }
    }
    return all.stream().limit(21).map(StatusText::discreet).toList();
  }

  /** What the operator should know. */
  public List<String> notes() {
    var all = new ArrayList<String>();
    status.report().path("warnings_" + language).forEach(line -> all.add(line.asText()));
    for (var table : status.report().path("tables")) {
      table.path("warnings").forEach(line -> all.add(line.asText()));
      table.path("repairs").forEach(line -> all.add(line.asText()));
    }
    return all.stream().distinct().limit(20).map(StatusText::discreet).toList();
  }

  /** The headings of {@link #reasons} and {@link #notes}. */
  public String heading(boolean isReasons) {
    return texts.get(isReasons ? "reasons" : "notes");
  }

  /** As plain text. */
  public String plain() {
    var lines = new ArrayList<String>();
    lines.add(texts.get("head", source(), health()));
    sentences().forEach(line -> lines.add("  " + line));
    section(lines, heading(true), reasons());
    section(lines, heading(false), notes());
    return String.join("\n", lines) + "\n";
  }

  private static void section(List<String> lines, String heading, List<String> items) {
    if (!items.isEmpty()) {
      lines.add("  " + heading);
      items.forEach(item -> lines.add("    " + item));
    }
  }

  /** For machines. */
  public ObjectNode json() {
    var json = MAPPER.createObjectNode();
    json.put("source", source());
    json.put("health", code());
    json.put("running", status.isRunning());
    json.put("failed_runs", status.failures());
    status.last().ifPresent(run -> json.put("last_started", run.started().toString()));
    status
        .last()
        .flatMap(r -> r.finished())
        .ifPresent(t -> json.put("last_finished", t.toString()));
    json.put("result", status.report().path("result").asText(""));
    status.lastGood().ifPresent(good -> json.put("last_complete", good.toString()));
    status.next().ifPresent(next -> json.put("next", next.toString()));
    status.dataAsOf().ifPresent(date -> json.put("data_as_of", date.toString()));
    status.dataAsOf().ifPresent(date -> json.put("data_age_days", days(date)));
    status.lastGood().ifPresent(good -> json.put("last_complete_age_days", days(good)));
    status.copy().ifPresent(copy -> put(json.putObject("raw_copy"), copy));
    message().map(StatusText::discreet).ifPresent(text -> json.put("message", text));
    var tables = json.putArray("tables");
    for (var table : status.report().path("tables")) {
      var object = tables.addObject().put("key", table.path("key").asText());
      for (var name : List.of("rows_read", "rows_kept", "rows_skipped")) {
        object.put(name, table.path(name).asInt());
      }
      object.put("encoding", table.path("encoding").asText(""));
    }
    json.set("counts", status.report().path("counts").deepCopy());
    put(json, "sentences", sentences());
    put(json, "reasons", reasons());
    put(json, "notes", notes());
    return json;
  }

  private static void put(ObjectNode json, RawCopy copy) {
    json.put("taken", copy.taken().toString());
    json.put("documents", copy.documents());
    json.put("bytes", copy.bytes());
  }

  private static void put(ObjectNode json, String name, List<String> texts) {
    var list = json.putArray(name);
    texts.forEach(list::add);
  }

  private String shown(Instant instant) {
    return time.format(instant);
  }

  private String day(Instant instant) {
    return day.format(instant);
  }

  private long days(Instant date) {
    return Math.max(0, Duration.between(date, now).toDays());
  }

  /** Without secrets in addresses and without folders of this machine. */
  static String discreet(String text) {
    var masked = SECRET.matcher(text).replaceAll("$1…");
    return FOLDERS.matcher(LOGIN.matcher(masked).replaceAll("$1")).replaceAll("");
  }
}
