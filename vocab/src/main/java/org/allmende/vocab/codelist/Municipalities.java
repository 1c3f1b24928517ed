package org.allmende.vocab.codelist;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * All German municipalities, uninhabited areas included, as the official directory GV100AD lists
 * them at 2023-11-30 (© Statistisches Bundesamt, dl-de/by-2-0).
 *
 * <p>The table is read at the first question and kept (about 11,000 entries, 3 MB). Any number of
 * threads may ask. A municipality that is not there is an empty Optional or an empty list: keys
 * change with every merger, so an unknown key is no error.
 *
 * <pre>{@code
 * Municipalities.findByAgs("13076060");   // Hagenow
 * Municipalities.findByName("Hagenow/Meckl.");   // the same one
 * Municipalities.findByName("Neustadt").size();   // several
 * }</pre>
 */
public final class Municipalities {

  private static final String TABLE = "municipalities.tsv";

  private static final Pattern BRACKETS = Pattern.compile("[(\\[][^)\\]]*[)\\]]?");
  private static final Pattern DISTRICT_PART =
      Pattern.compile("(?<![\\p{L}])(OT|Ortst(eil|\\.))(?![\\p{L}]).*");
  private static final Pattern AFTER_COMMA_OR_SLASH = Pattern.compile("[,/;].*");
  private static final Pattern SAINT =
      Pattern.compile("(?<![\\p{L}])(sankt(?![\\p{L}])|st\\.|st(?=\\s))\\s*");
  private static final Pattern DASH = Pattern.compile("\\s*[-‐‑–—]\\s*");
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");

  private Municipalities() {}

  /** Every municipality, in the order of the keys. */
  public static List<Municipality> all() {
    return Table.ALL;
  }

  /** The municipality with this official key of 8 digits. */
  public static Optional<Municipality> findByAgs(String ags) {
    return Optional.ofNullable(Table.BY_AGS.get(ags));
  }

  /** The municipality with this regional key of 12 digits. */
  public static Optional<Municipality> findByArs(String ars) {
    return Optional.ofNullable(Table.BY_ARS.get(ars));
  }

  /** All municipalities of this name as {@link #normalName} compares; names repeat. */
  public static List<Municipality> findByName(String name) {
    return Names.BY_NORMAL_NAME.getOrDefault(normalName(name), List.of());
  }

  /**
   * A place name in the form in which names are compared ({@code sources.md} 2.6): without official
   * suffixes (", Hansestadt"), additions in brackets or after a slash, "OT …" parts; "St." as
   * "sankt"; "ä" as "ae"; in small letters. Equal results mean the same name, nothing more: the
   * result is not for display.
   */
  public static String normalName(String name) {
    var text = SPACE.matcher(Normalizer.normalize(name, Normalizer.Form.NFC)).replaceAll(" ");
    text = BRACKETS.matcher(text).replaceAll(" ");
    text = DISTRICT_PART.matcher(text).replaceFirst("");
    text = AFTER_COMMA_OR_SLASH.matcher(text).replaceFirst("");
    text = text.toLowerCase(Locale.GERMAN);
    text = SAINT.matcher(text).replaceAll("sankt ");
    text = text.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss");
    text = DASH.matcher(text).replaceAll("-");
    return trimmed(SPACE.matcher(text).replaceAll(" "));
  }

  /** Without the spaces and dashes that a removed part leaves at the ends. */
  private static String trimmed(String text) {
    var end = text.length();
    while (end > 0 && " -".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end).strip();
  }

  private static List<Municipality> read() {
    var in = Municipalities.class.getResourceAsStream(TABLE);
    if (in == null) {
      throw new IllegalStateException("the resource " + TABLE + " is missing");
    }
    try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Municipalities::municipality)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The ARS is the AGS with the four digits of the association between district and municipality.
   */
  private static Municipality municipality(String line) {
    var cells = line.split("\t", -1);
    var ags = cells[0];
    var ars = ags.substring(0, 5) + cells[1] + ags.substring(5);
    return new Municipality(ags, ars, cells[2], Integer.parseInt(cells[3]));
  }

  private static final class Table {
    static final List<Municipality> ALL = read();
    static final Map<String, Municipality> BY_AGS = index(Municipality::ags);
    static final Map<String, Municipality> BY_ARS = index(Municipality::ars);

    private static Map<String, Municipality> index(Function<Municipality, String> key) {
      var index = HashMap.<String, Municipality>newHashMap(ALL.size());
      ALL.forEach(municipality -> index.put(key.apply(municipality), municipality));
      return index;
    }
  }

  /** Apart from the table, because only the search by name pays for it. */
  private static final class Names {
    static final Map<String, List<Municipality>> BY_NORMAL_NAME =
        Table.ALL.stream()
            .collect(
                Collectors.groupingBy(
                    municipality -> normalName(municipality.name()),
                    Collectors.toUnmodifiableList()));
  }
}
