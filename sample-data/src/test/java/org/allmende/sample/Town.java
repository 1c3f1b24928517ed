package org.allmende.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The town's folder as it stands in the source tree, read without any code of the harvester. */
final class Town {

  static final Path FOLDER = Path.of("src/main/resources/musterstadt");

  private static final ObjectMapper JSON = new ObjectMapper();

  private Town() {}

  static List<Path> files(String... suffixes) throws IOException {
    try (var walk = Files.walk(FOLDER)) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> endsWithAny(file, suffixes))
          .sorted()
          .toList();
    }
  }

  static JsonNode json(Path file) throws IOException {
    return JSON.readTree(Files.readString(file));
  }

  static JsonNode json(String file) throws IOException {
    return json(FOLDER.resolve(file));
  }

  static List<CSVRecord> csv(String file) throws IOException {
    var format = CSVFormat.DEFAULT.builder().setDelimiter(';').setIgnoreEmptyLines(false).get();
    try (var parser =
        format.parse(Files.newBufferedReader(FOLDER.resolve(file), StandardCharsets.UTF_8))) {
      return parser.getRecords();
    }
  }

  private static boolean endsWithAny(Path file, String... suffixes) {
    return suffixes.length == 0 || Stream.of(suffixes).anyMatch(file.toString()::endsWith);
  }
}
