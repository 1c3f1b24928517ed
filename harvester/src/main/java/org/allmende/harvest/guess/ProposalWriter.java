package org.allmende.harvest.guess;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.allmende.harvest.source.table.ColumnGuess;
import org.allmende.harvest.source.table.MappingReader;
import org.allmende.harvest.source.table.Sample;

/** Writes an entry of the settings, mapping included, for what was seen of a source. */
final class ProposalWriter {

  private static final Pattern KEY =
      Pattern.compile(
          "(?i)(.*[\\W_])?(_?id|uid|guid|uuid|nr|nummer|lfd\\.?"
              + " ?nr\\.?|kennung|schlüssel|schluessel|key|objectid|fid|\\w+-id)");

  /** Types whose values say what a row is; a number that happens to be unique does not. */
  private static final Set<String> TELLING = Set.of("string", "integer", "url", "ags");

  private final String location;
  private final Selection selection;
  private final Sample sample;
  private final List<ColumnGuess> guesses = new ArrayList<>();
  private final Optional<PlaceGuess> place;

  ProposalWriter(String location, Selection selection, Sample sample) {
    this.location = location;
    this.selection = selection;
    this.sample = sample;
    for (int i = 0; i < sample.columns().size(); i++) {
      guesses.add(ColumnGuess.of(sample.columns().get(i), sample.column(i)));
    }
    this.place = sample.hasGeometry() ? Optional.empty() : PlaceGuess.of(sample);
  }

  String write() {
    var title = title();
    return "# A proposal after a look at the first "
        + sample.rows().size()
        + " rows. See what it makes of them: allmende source try FILE\n"
        + "sources:\n"
        + "  - id: "
        + slug(title, "-")
        + "\n    format: "
        + selection.format()
        + "\n    location: "
        + Yaml.text(location)
        + "\n    every: 24h\n    mapping:\n"
        + selection.yaml("      ")
        + key()
        + fields()
        + geometry()
        + dropped()
        + "    defaults:\n      title: "
        + Yaml.text(title)
        + "\n      description: "
        + Yaml.text(title + ". Beschreibung fehlt noch.")
        + "\n"
        + "      # license: dl-by-de/2.0   ask the publisher; without one the dataset stays a"
        + " draft\n";
  }

  private String title() {
    var path = location.replaceFirst("[?#].*$", "").replaceFirst("[/\\\\]+$", "");
    var services = path.replaceFirst("(?i)/(Feature|Map)Server(/\\d+)?$|/items$", "");
    var last =
        services.substring(Math.max(services.lastIndexOf('/'), services.lastIndexOf('\\')) + 1);
    var words =
        last.replaceFirst("\\.[A-Za-z0-9]{2,8}$", "").replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    return words.isEmpty()
        ? "Datenquelle"
        : Pattern.compile("(?<![\\p{L}\\p{N}])\\p{Ll}")
            .matcher(words)
            .replaceAll(first -> first.group().toUpperCase(Locale.GERMAN));
  }

  private String key() {
    var unique = new ArrayList<String>();
    for (int i = 0; i < guesses.size(); i++) {
      if (guesses.get(i).isUnique() && TELLING.contains(guesses.get(i).type())) {
        unique.add(sample.columns().get(i));
      }
    }
    return unique.stream()
        .filter(KEY.asMatchPredicate())
        .findFirst()
        .or(() -> unique.stream().findFirst())
        .map(column -> "      key: " + Yaml.list(List.of(column)) + "\n")
        .orElse("      key: hash   # no column is different in every row\n");
  }

  private String fields() {
    var fields = new StringBuilder("      fields:\n");
    Set<String> names = new HashSet<>();
    for (int i = 0; i < guesses.size(); i++) {
      var column = sample.columns().get(i);
      if (isPlace(column) || MappingReader.isNeverTaken(column) || isEmpty(i)) {
        continue;
      }
      fields
          .append("        - {name: ")
          .append(name(column, names))
          .append(", from: ")
          .append(Yaml.list(List.of(column)))
          .append(", type: ")
          .append(sample.isNested().get(i) ? "list" : guesses.get(i).type())
          .append("}\n");
    }
    return fields.toString();
  }

  private boolean isPlace(String column) {
    return place.filter(p -> p.lon().equals(column) || p.lat().equals(column)).isPresent();
  }

  /** A column in which nothing was seen may have something one day, unless it has no name. */
  private boolean isEmpty(int index) {
    return sample.columns().get(index).startsWith("column ")
        && sample.column(index).stream().allMatch(String::isEmpty);
  }

  private static String name(String column, Set<String> taken) {
    var bare = slug(column.replaceAll("\\[[^\\]]*]", " "), "_");
    var name = bare.matches("[a-z].*") ? bare : "column_" + bare;
    var unique = name.replaceFirst("_$", "");
    for (int n = 2; !taken.add(unique); n++) {
      unique = name + "_" + n;
    }
    return unique;
  }

  /** In small letters and digits, with the umlauts spelled out. */
  private static String slug(String text, String separator) {
    var spelled =
        text.toLowerCase(Locale.GERMAN)
            .replace("ä", "ae")
            .replace("ö", "oe")
            .replace("ü", "ue")
            .replace("ß", "ss");
    var plain = Normalizer.normalize(spelled, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    var slug =
        plain
            .replaceAll("[^a-z0-9]+", separator)
            .replaceAll("^" + separator + "+|" + separator + "+$", "");
    return slug.isEmpty() ? "quelle" : slug;
  }

  private String geometry() {
    return place
        .map(
            p ->
                "      geometry: {lon: "
                    + Yaml.list(List.of(p.lon()))
                    + ", lat: "
                    + Yaml.list(List.of(p.lat()))
                    + ", crs: \""
                    + p.crs()
                    + "\"}"
                    + (p.crs().equals("EPSG:25832") ? "   # or EPSG:25833 in the east" : "")
                    + "\n")
        .orElse("");
  }

  private String dropped() {
    var never = new LinkedHashSet<String>();
    sample.columns().stream().filter(MappingReader::isNeverTaken).forEach(never::add);
    return never.isEmpty() ? "" : "      drop: " + Yaml.list(List.copyOf(never)) + "\n";
  }
}
