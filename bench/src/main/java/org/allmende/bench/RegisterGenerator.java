package org.allmende.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;

/**
 * Makes up a charging register in the layout of 2026: ten lines above the header, 47 columns, up to
 * six charge points in a row, keys of 96 digits. About 55 MB for 117,000 rows. Equal seeds give
 * equal files; one row in five hundred is that of the town.
 */
final class RegisterGenerator {

  static final String TOWN = "Musterstadt";
  static final String POSTCODE = "19999";

  private static final int POINTS = 6;
  private static final int ONE_IN = 500;
  private static final int ROWS_AT_ONCE = 500;
  private static final String ALL_DAY = "00:00-23:59";
  private static final String WEEK =
      "Montag; Dienstag; Mittwoch; Donnerstag; Freitag; Samstag; Sonntag";

  private final long seed;
  private final int rows;

  RegisterGenerator(long seed, int rows) {
    this.seed = seed;
    this.rows = rows;
  }

  private static List<List<String>> preamble() {
    var lines = new ArrayList<List<String>>();
    lines.add(List.of("Ladesäulenregister (erfunden)"));
    for (int i = 0; i < 6; i++) {
      lines.add(List.of(i == 1 ? "Hinweis: " : ""));
    }
    lines.add(List.of("Letzte Aktualisierung vom: 01.11.2026"));
    lines.add(List.of(""));
    lines.add(List.of("Allgemeine Informationen"));
    return lines;
  }

  private static List<String> header() {
    var header =
        new ArrayList<>(
            List.of(
                "Ladeeinrichtungs-ID",
                "Betreiber",
                "Anzeigename (Karte)",
                "Status",
                "Art der Ladeeinrichtung",
                "Anzahl Ladepunkte",
                "Nennleistung Ladeeinrichtung [kW]",
                "Inbetriebnahmedatum",
                "Straße",
                "Hausnummer",
                "Adresszusatz",
                "Postleitzahl",
                "Ort",
                "Kreis/kreisfreie Stadt",
                "Bundesland",
                "Breitengrad",
                "Längengrad",
                "Standortbezeichnung",
                "Informationen zum Parkraum",
                "Bezahlsysteme",
                "Öffnungszeiten",
                "Öffnungszeiten: Wochentage",
                "Öffnungszeiten: Tageszeiten"));
    for (int i = 1; i <= POINTS; i++) {
      header.addAll(
          List.of("Steckertypen" + i, "Nennleistung Stecker" + i, "EVSE-ID" + i, "Public Key" + i));
    }
    return header;
  }

  private static List<String> row(int number, Random random) {
    var isOurs = number % ONE_IN == 0;
    var place = isOurs ? TOWN : "Ort " + random.nextInt(8_000);
    var points = 1 + random.nextInt(3);
    var row =
        new ArrayList<>(
            List.of(
                Integer.toString(1_000_000 + number),
                "Stadtwerke " + place + " GmbH & Co. KG",
                "Stadtwerke " + place,
                "In Betrieb",
                "Normalladeeinrichtung",
                Integer.toString(points),
                Integer.toString(22 * points),
                "%02d.%02d.%d"
                    .formatted(
                        1 + random.nextInt(28), 1 + random.nextInt(12), 2015 + random.nextInt(11)),
                "Straße der Ladesäulen",
                Integer.toString(1 + random.nextInt(200)),
                "",
                isOurs ? POSTCODE : "%05d".formatted(1_000 + random.nextInt(98_000)),
                place,
                "Landkreis Musterkreis",
                "Mecklenburg-Vorpommern",
                "5%d,%06d".formatted(random.nextInt(4), random.nextInt(1_000_000)),
                "1%d,%06d".formatted(random.nextInt(4), random.nextInt(1_000_000)),
                "",
                "Keine Beschränkung",
                "RFID-Karte;Onlinezahlungsverfahren",
                "247",
                WEEK,
                String.join("; ", java.util.Collections.nCopies(7, ALL_DAY))));
    for (int i = 0; i < POINTS; i++) {
      var isThere = i < points;
      row.add(isThere ? "AC Typ 2 Steckdose" : "");
      row.add(isThere ? "22" : "");
      row.add(isThere && random.nextInt(4) == 0 ? "DEABCE" + number + i : "");
      row.add(
          i == 0 && random.nextInt(3) == 0 ? "%016X".formatted(random.nextLong()).repeat(6) : "");
    }
    return row;
  }

  /** Writes it as CSV with a byte order mark, semicolons, CR LF. */
  void writeCsv(Path file) throws IOException {
    try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write('\ufeff');
      for (var line : preamble()) {
        write(out, line);
      }
      write(out, header());
      var random = new Random(seed);
      for (int i = 0; i < rows; i++) {
        write(out, row(i, random));
      }
    }
  }

  private static void write(BufferedWriter out, List<String> cells) throws IOException {
    out.write(
        cells.stream()
            .map(cell -> cell.contains(";") ? "\"" + cell + "\"" : cell)
            .collect(Collectors.joining(";")));
    out.write("\r\n");
  }

  /** Writes the same as a sheet, which like the real one has all cells as shared texts. */
  void writeXlsx(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        var workbook = new Workbook(out, "Allmende", null)) {
      var sheet = workbook.newWorksheet("Register");
      var number = 0;
      for (var line : preamble()) {
        write(sheet, number++, line);
      }
      write(sheet, number++, header());
      var random = new Random(seed);
      for (int i = 0; i < rows; i++) {
        write(sheet, number++, row(i, random));
        if (i % ROWS_AT_ONCE == 0) {
          sheet.flush();
        }
      }
    }
  }

  private static void write(org.dhatim.fastexcel.Worksheet sheet, int row, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        sheet.value(row, i, cells.get(i));
      }
    }
  }
}
