package org.allmende.harvest.place;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** Which postcode is shared by which municipalities: many to many, as CSV with a header. */
final class PostcodeTable {

  private PostcodeTable() {}

  /**
   * Reads a table.
   *
   * @return postcode to municipality keys
   * @throws BoundaryException when it has no columns {@code plz} and {@code ags}
   */
  static Map<String, Set<String>> read(Path file) throws IOException {
    var text = Files.readString(file, StandardCharsets.UTF_8).replace("\ufeff", "");
    var head = text.lines().findFirst().orElse("");
    var delimiter = head.contains(";") ? ';' : head.contains("\t") ? '\t' : ',';
    var format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
    var pairs = new TreeMap<String, Set<String>>();
    try (var rows = CSVParser.parse(new StringReader(text), format)) {
      var all = rows.iterator();
      var names = all.hasNext() ? all.next().toList() : List.<String>of();
      var postcode = column(names, List.of("plz", "postcode", "postleitzahl"));
      var key = column(names, List.of("ags", "gemeindeschluessel", "gemeindeschlüssel"));
      if (postcode.isEmpty() || key.isEmpty()) {
        throw new BoundaryException(
            file.getFileName() + ": expected columns \"plz\" and \"ags\", found " + names);
      }
      while (all.hasNext()) {
        var row = all.next();
        if (row.size() > Math.max(postcode.getAsInt(), key.getAsInt())) {
          add(row.get(postcode.getAsInt()), row.get(key.getAsInt()), pairs);
        }
      }
    }
    return pairs;
  }

  private static OptionalInt column(List<String> names, List<String> wanted) {
    for (int i = 0; i < names.size(); i++) {
      if (wanted.contains(names.get(i).strip().toLowerCase(Locale.ROOT))) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** Zeros that a spreadsheet took from the front come back. */
  private static void add(String postcode, String ags, Map<String, Set<String>> pairs) {
    var code = postcode.strip().matches("\\d{4}") ? "0" + postcode.strip() : postcode.strip();
    var key = ags.strip().matches("\\d{7}") ? "0" + ags.strip() : ags.strip();
    if (code.matches("\\d{5}") && key.matches("\\d{8}")) {
      pairs.computeIfAbsent(code, c -> new TreeSet<>()).add(key);
    }
  }

  static byte[] write(Map<String, Set<String>> pairs) {
    var text = new StringBuilder("plz,ags\n");
    pairs.forEach(
        (code, keys) ->
            keys.forEach(key -> text.append(code).append(',').append(key).append('\n')));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
