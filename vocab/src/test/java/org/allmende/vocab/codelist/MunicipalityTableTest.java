package org.allmende.vocab.codelist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Makes the table of municipalities from the official files and compares it with ours. The files
 * are no part of this repository, and looked for beside it in {@code ../shared/real-data}; without
 * them the test is skipped. With {@code -Dallmende.tables=write} it writes the table instead.
 *
 * <p>GV100AD has fixed columns; a record of type 60 is a municipality. The points come from the
 * quarterly extract, by key, and where a key has changed by a name that is alone in its state.
 */
class MunicipalityTableTest {

  private static final Path REFERENCE = Path.of("..", "..", "shared", "real-data", "reference");
  private static final Path TABLE =
      Path.of("src/main/resources/org/allmende/vocab/codelist/municipalities.tsv");
  private static final List<String> HEAD =
      List.of(
          "# Facts: Gemeindeverzeichnis GV100AD, state 2023-11-30; points: Auszug aus dem"
              + " Gemeindeverzeichnis, 4th quarter of 2021. © Statistisches Bundesamt (Destatis),"
              + " 2021, 2023.",
          "# License of the facts: Datenlizenz Deutschland – Namensnennung – Version 2.0"
              + " (dl-de/by-2-0), https://www.govdata.de/dl-de/by-2-0. Changed: reduced to the"
              + " columns named here, official suffixes removed, points rounded to 10 m.",
          "# AGS, association (digits 6 to 9 of the ARS: ARS = AGS 1-5 + association + AGS 6-8),"
              + " name, kind (Textkennzeichen), inhabitants, hectares, postcode of the seat,"
              + " longitude, latitude");

  @Test
  void theTableSaysWhatTheDirectorySays() throws IOException {
    var directory = REFERENCE.resolve("GV100AD_2023-11-30.txt");
    assumeTrue(Files.isRegularFile(directory), "skipped: there is no " + directory.getFileName());
    var points = Points.read(REFERENCE.resolve("AuszugGV4Q-2021.csv"));
    List<String> made;
    try (var lines = Files.lines(directory)) {
      var rows = lines.filter(line -> line.startsWith("60")).map(line -> row(line, points));
      made = Stream.concat(HEAD.stream(), rows).toList();
    }
    if ("write".equals(System.getProperty("allmende.tables"))) {
      Files.writeString(TABLE, String.join("\n", made) + "\n");
    }
    assertEquals(made, Files.readAllLines(TABLE));
  }

  private static String row(String line, Points points) {
    var ags = line.substring(10, 18);
    var name = line.substring(22, 72).strip();
    return String.join(
        "\t",
        ags,
        line.substring(18, 22),
        withoutSuffix(name),
        line.substring(122, 124),
        String.valueOf(Integer.parseInt(line.substring(139, 150))),
        String.valueOf(Integer.parseInt(line.substring(128, 139))),
        line.substring(165, 170).strip(),
        points.of(ags, withoutSuffix(name)).orElse("\t"));
  }

  private static String withoutSuffix(String name) {
    return name.replaceFirst(",.*", "");
  }

  /** Longitude and latitude as two cells. */
  private record Points(Map<String, String> byKey, Map<String, String> byName) {

    private static final String NAME_IS_TWICE = "";

    static Points read(Path extract) throws IOException {
      var points = new Points(new HashMap<>(), new HashMap<>());
      for (var line : Files.readAllLines(extract)) {
        // Commas within quotes are not separators.
        var cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
        if (cells[0].equals("60") && !cells[14].isBlank()) {
          points.add(cells);
        }
      }
      return points;
    }

    private void add(String[] cells) {
      var point = degrees(cells[14]) + "\t" + degrees(cells[15]);
      byKey.put(cells[2] + cells[3] + cells[4] + cells[6], point);
      byName.merge(
          cells[2] + withoutSuffix(cells[7].replace("\"", "")), point, (a, b) -> NAME_IS_TWICE);
    }

    private static String degrees(String quoted) {
      var number = new BigDecimal(quoted.replace("\"", "").replace(',', '.'));
      return number.setScale(4, RoundingMode.HALF_UP).toPlainString();
    }

    Optional<String> of(String ags, String name) {
      return Optional.ofNullable(byKey.get(ags))
          .or(() -> Optional.ofNullable(byName.get(ags.substring(0, 2) + name)))
          .filter(point -> !point.equals(NAME_IS_TWICE));
    }
  }
}
