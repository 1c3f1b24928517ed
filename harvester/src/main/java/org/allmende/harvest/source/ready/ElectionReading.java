package org.allmende.harvest.source.ready;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.allmende.catalog.Submission;
import org.allmende.harvest.HarvestContext;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.Reason;
import org.allmende.harvest.SourceException;
import org.allmende.harvest.SourceRecord.TableEntry;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.fetch.NotModifiedException;
import org.allmende.harvest.source.MappingException;
import org.allmende.harvest.source.csv.CsvSourceFormat;
import org.allmende.harvest.source.table.Attachment;
import org.allmende.harvest.source.table.MappedSourceFormat;
import org.allmende.harvest.source.table.Note;
import org.allmende.harvest.source.table.TableDescriber;

/**
 * The files of an election presentation ({@code sources.md} 8.1): the index {@code open_data.json}
 * with the legend of the coded columns and the list of files, or one such file alone. Each file
 * becomes a table in the long form: one row per district and list, person or number.
 *
 * <p>Three layouts are read: two votes ({@code D}, {@code F}), one vote ({@code D}), and lists of
 * persons ({@code D1_1}); which letter means what is read from the legend, since it depends on the
 * kind of election.
 */
final class ElectionReading implements TableReading {

  private static final Pattern RESULT =
      Pattern.compile("([A-Z])(\\d{1,3})(?:_(\\d{1,3}|[a-zä]+))?");
  private static final Pattern NUMBER = Pattern.compile("([A-F])(\\d{0,2})");

  @Override
  public List<Part> read(HarvestSource source, HarvestContext context, Fetcher fetcher)
      throws IOException {
    var document = PeekedFetcher.at(source.location(), fetcher);
    if (DocumentForm.of(document.peeked()) == DocumentForm.CSV) {
      var file = file(source, context, document, source.location());
      return List.of(part("", file, Legend.none(), "", source));
    }
    return index(JsonTexts.read(document.peeked()), source, context, fetcher);
  }

  @Override
  public Submission describe(TableEntry entry, HarvestContext context) throws MappingException {
    var texts = ElectionTexts.of(entry.table());
    return texts.describe(new TableDescriber(context).describe(entry, texts.texts()));
  }

  private List<Part> index(
      JsonNode index, HarvestSource source, HarvestContext context, Fetcher fetcher)
      throws IOException {
    var parts = new ArrayList<Part>();
    var keys = new HashSet<String>();
    var unread = new LinkedHashMap<String, IOException>();
    for (var csv : index.path("csvs")) {
      var election = csv.path("wahl").asText("");
      var level = csv.path("ebene").asText("");
      var url = csv.path("url").asText("");
      if (!url.isEmpty()) {
        var key = unique(slug(election + " " + level), keys);
        var address = resolve(source, url);
        try {
          var file = file(source, context, fetcher, address);
          var part = part(key, file, Legend.of(index, election), level, source);
          if (hasResults(file, key, fetcher)) {
            parts.add(part);
          }
        } catch (NotModifiedException e) {
          throw e;
        } catch (IOException e) {
          unread.put(address, e);
          fetcher.notes().keep(key);
        }
      }
    }
    if (parts.isEmpty() && !unread.isEmpty()) {
      throw unread.values().iterator().next();
    }
    unread.forEach(
        (address, e) -> fetcher.notes().warning(Reason.of("list-unread", address, Reason.of(e))));
    if (parts.isEmpty() && !keys.isEmpty()) {
      return parts; // an election that has not been held yet; the notes say so
    }
    if (parts.isEmpty()) {
      throw SourceException.of("no-rows", source.location(), "$.csvs", index.path("csvs").size());
    }
    return parts;
  }

  /** Before the evening of an election its files have a header alone: nothing to publish yet. */
  private static boolean hasResults(Opened file, String key, Fetcher fetcher) {
    if (file.rows().isEmpty()) {
      fetcher.notes().keep(key);
      fetcher.notes().warning(Reason.of("election-empty", file.place()));
    }
    return !file.rows().isEmpty();
  }

  private static String resolve(HarvestSource source, String url) {
    if (source.isRemote()) {
      return Fetcher.resolve(source.location(), url);
    }
    return Path.of(source.location()).resolveSibling(url).toString();
  }

  private static String unique(String key, Set<String> keys) {
    var unique = key;
    for (int n = 2; !keys.add(unique); n++) {
      unique = key + "-" + n;
    }
    return unique;
  }

  private static String slug(String text) {
    return text.toLowerCase(Locale.GERMAN)
        .replace("ä", "ae")
        .replace("ö", "oe")
        .replace("ü", "ue")
        .replace("ß", "ss")
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }

  /** The wide rows of a file as objects, in its order. */
  private static Opened file(
      HarvestSource source, HarvestContext context, Fetcher fetcher, String address)
      throws IOException {
    var mapping = source.mapping().orElseThrow();
    var at = source.at(address);
    var document = PeekedFetcher.at(address, fetcher);
    var reading = new MappedSourceFormat.Reading(at, mapping, document, context.now());
    var opened = new CsvSourceFormat().rowsOf(reading);
    var rows = new ArrayList<Wide>();
    var envelope =
        opened
            .rows()
            .read(
                raw -> {
                  var cells = new HashMap<String, String>();
                  for (int i = 0; i < opened.rows().columns().size(); i++) {
                    var cell = raw.cell(i);
                    if (cell != null) {
                      cells.put(opened.rows().columns().name(i), cell.asText().strip());
                    }
                  }
                  rows.add(new Wide(raw.error(), cells));
                });
    var names = opened.rows().columns().names();
    var original = document.peeked().body();
    return new Opened(opened.place(), names, rows, envelope.encoding(), original);
  }

  /** A row of a file. */
  private record Wide(Optional<Note> error, Map<String, String> cells) {
    String text(String name) {
      return cells.getOrDefault(name, "");
    }
  }

  /** A file that was read. */
  private record Opened(
      String place, List<String> columns, List<Wide> rows, String encoding, byte[] original) {}

  private static Part part(
      String key, Opened file, Legend legend, String level, HarvestSource source)
      throws IOException {
    if (!file.columns().contains("gebiet-name") && !file.columns().contains("gebiet-nr")) {
      throw SourceException.of(
          "no-column",
          file.place(),
          "\"gebiet-nr\"",
          String.join(", ", file.columns().stream().limit(20).toList()),
          "district_id");
    }
    var rows = new ObjectRows();
    for (var wide : file.rows()) {
      if (wide.error().isPresent()) {
        rows.addBroken(wide.error().get());
      } else {
        file.columns().forEach(column -> cell(wide, column, legend, level).ifPresent(rows::add));
      }
    }
    if (file.rows().isEmpty()) {
      rows.warn(Note.of("election-empty", file.place()));
    }
    var shape = new AliasShape(source.mapping().orElseThrow(), AliasShape.Finish.NONE);
    var original = new Attachment(Attachment.ORIGINAL, file.original());
    return new Part(key, new ShapedRows(rows, shape), file.place(), table -> List.of(original));
  }

  private static Optional<ObjectNode> cell(Wide row, String column, Legend legend, String level) {
    var value = row.text(column);
    var result = RESULT.matcher(column);
    var number = NUMBER.matcher(column);
    if (value.isEmpty() || !(result.matches() || number.matches())) {
      return Optional.empty();
    }
    var into = JsonNodeFactory.instance.objectNode();
    into.put("election", row.text("wahl").isEmpty() ? legend.election() : row.text("wahl"));
    into.put("date", row.text("datum")).put("level", level).put("ags", row.text("ags"));
    into.put("district_id", row.text("gebiet-nr")).put("district", row.text("gebiet-name"));
    var expected = row.text("max-schnellmeldungen");
    if (!expected.isEmpty()) {
      var isComplete = expected.equals(row.text("anz-schnellmeldungen"));
      into.put("complete", isComplete && !expected.matches("0*"));
    }
    into.put("column", column).put("votes", value);
    legend.explain(column).ifPresent(label -> into.put("label", label));
    if (result.matches() && legend.isVote(result.group(1))) {
      into.put("kind", "votes").put("vote", legend.vote(result.group(1)));
      into.put("list_no", Integer.parseInt(result.group(2)));
      legend.list(result.group(1), result.group(2)).ifPresent(name -> into.put("list", name));
      var third = result.group(3);
      if (third != null && third.matches("\\d+")) {
        into.put("candidate_no", Integer.parseInt(third));
      }
    } else {
      into.put("kind", legend.kind(column));
    }
    return Optional.of(into);
  }
}
