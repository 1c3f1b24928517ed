package org.allmende.harvest.guess;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.harvest.Defaults;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.SourceException;
import org.allmende.harvest.fetch.FetchPolicy;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.fetch.RunNotes;
import org.allmende.harvest.settings.SettingsNode;
import org.allmende.harvest.settings.SettingsProblems;
import org.allmende.harvest.source.SourceFormats;
import org.allmende.harvest.source.csv.CsvSourceFormat;
import org.allmende.harvest.source.table.MappedSourceFormat;
import org.allmende.harvest.source.table.Mapping;
import org.allmende.harvest.source.table.MappingReader;
import org.allmende.harvest.source.table.RowSource;
import org.allmende.harvest.source.xlsx.XlsxSourceFormat;

/**
 * The rows of a document that nobody described: encoding, header and place of the rows are found as
 * a harvest and a proposal find them, every column is carried through under its own name.
 */
public final class GuessedRows {

  private GuessedRows() {}

  /**
   * Opens a document up to its columns.
   *
   * @param name what messages call it
   * @param body all its bytes
   * @throws IOException when it is no table in any form that can be guessed; {@link
   *     org.allmende.harvest.Reason#of(Throwable)} says why
   */
  public static RowSource open(String name, byte[] body) throws IOException {
    var document = new Fetcher.Fetched(name, "", "", body, List.of());
    var source =
        new HarvestSource(
            "document",
            "csv",
            name,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Defaults.none(),
            List.of(),
            FetchPolicy.defaults());
    return rows(source, select(document), new AtHand(document), Instant.EPOCH);
  }

  /** Which part of a document has the rows, and in which format. */
  static Selection select(Fetcher.Fetched document) throws IOException {
    var format = SourceForm.of(document);
    var place = document.location();
    return switch (format) {
      case "csv" -> headed(format, new CsvSourceFormat().firstRows(document.body(), place));
      case "xlsx" -> headed(format, new XlsxSourceFormat().firstRows(document.body(), place));
      case "json" -> JsonShape.select(document.body(), place);
      default -> new Selection(format, List.of(), Optional.empty(), Optional.empty());
    };
  }

  private static Selection headed(String format, List<List<String>> rows) {
    return new Selection(format, HeaderGuess.names(rows), Optional.empty(), Optional.empty());
  }

  /** The rows of a source of which only the selection is known. */
  static RowSource rows(HarvestSource source, Selection selection, Fetcher fetcher, Instant now)
      throws IOException {
    var format =
        SourceFormats.all()
            .find(selection.format())
            .filter(MappedSourceFormat.class::isInstance)
            .map(MappedSourceFormat.class::cast)
            .orElseThrow(() -> SourceException.of("guess-unknown", source.location()));
    var mapping = mapping("passthrough: true\n" + selection.yaml(""));
    return format.rowsOf(new MappedSourceFormat.Reading(source, mapping, fetcher, now)).rows();
  }

  private static Mapping mapping(String yaml) {
    var problems = new SettingsProblems();
    var mapping = MappingReader.from(SettingsNode.parse(yaml, "proposal", Map.of(), problems));
    problems.throwIfAny();
    return mapping;
  }

  /** Has one document, and fetches nothing. */
  private record AtHand(Fetched document, RunNotes notes) implements Fetcher {
    AtHand(Fetched document) {
      this(document, new RunNotes());
    }

    @Override
    public Fetched fetch(String location, String accept) {
      return document;
    }

    @Override
    public List<Path> files(String folder) {
      return List.of();
    }
  }
}
