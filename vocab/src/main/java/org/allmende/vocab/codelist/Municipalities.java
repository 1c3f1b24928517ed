package org.allmende.vocab.codelist;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * All German municipalities, uninhabited areas included, as the official directory GV100AD lists
 * them at 2023-11-30, with points of the quarterly extract of 2021 (© Statistisches Bundesamt,
 * dl-de/by-2-0). {@code MunicipalityTableTest} makes the table from the two.
 *
 * <p>The table is read at the first question and kept (about 11,000 entries, 4 MB). Any number of
 * threads may ask. A municipality that is not there is an empty Optional or an empty list: keys
 * change with every merger, so an unknown key is no error.
 *
 * <pre>{@code
 * Municipalities.findByAgs("13076060");   // Hagenow
 * Municipalities.findByName("Hagenow/Meckl.");   // the same one
 * Municipalities.findByName("Neustadt").size();   // several, the largest first
 * Municipalities.findByPostcode("19230");   // Hagenow and what shares its seat's postcode
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
  private static final Pattern SPOKEN_ADDITION =
      Pattern.compile(
          " (am|an der|an den|im|in|in der|bei|ob der|ob|vor"
              + " der|vorm|auf|unter|a\\.|i\\.|b\\.|o\\.) ?(d\\. ?)?[a-z].*$");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]+");
  private static final Set<String> SMALL_WORDS =
      Set.of("am", "an", "auf", "bei", "den", "der", "im", "in", "ob", "unter", "vor", "vorm");
  private static final Comparator<Municipality> LARGEST_FIRST =
      Comparator.comparingInt(Municipality::inhabitants)
          .reversed()
          .thenComparing(Municipality::ags);
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");

  private Municipalities() {}

  /** Every municipality, in the order of the keys. */
  public static List<Municipality> all() {
    return Table.ALL;
  }

  /** The municipality with this official key of 8 digits; with 7, the leading zero is restored. */
  public static Optional<Municipality> findByAgs(String ags) {
    return Optional.ofNullable(Table.BY_AGS.get(ags.length() == 7 ? "0" + ags : ags));
  }

  /** The municipality with this regional key of 12 digits; with 11, the zero is restored. */
  public static Optional<Municipality> findByArs(String ars) {
    return Optional.ofNullable(Table.BY_ARS.get(ars.length() == 11 ? "0" + ars : ars));
  }

  /** The municipality with this key, be it an AGS or an ARS. */
  public static Optional<Municipality> findByKey(String key) {
    return findByAgs(key).or(() -> findByArs(key));
  }

  /**
   * All municipalities of this name as {@link #normalName} compares, the largest first; names
   * repeat.
   */
  public static List<Municipality> findByName(String name) {
    return Names.BY_NORMAL_NAME.getOrDefault(normalName(name), List.of());
  }

  /**
   * The municipalities that people mean by this name, the largest first: those of {@link
   * #findByName} and those whose name has an addition that is left out in speech ("Frankfurt" for
   * Frankfurt am Main). When the text itself has an addition that one of them has ("Frankfurt
   * (Oder)", "Frankfurt/Main"), it is these alone.
   */
  public static List<Municipality> findBySpokenName(String name) {
    var normal = normalName(name);
    var whole = Names.BY_NORMAL_NAME.getOrDefault(normal, List.of());
    var spoken = Names.BY_SHORT_NAME.getOrDefault(shortName(normal), List.of());
    var candidates = whole.isEmpty() || normal.equals(shortName(normal)) ? spoken : whole;
    var additions = additions(name);
    var meant =
        candidates.stream().filter(it -> sharesAddition(additions, additions(it.name()))).toList();
    return meant.isEmpty() ? candidates : meant;
  }

  /** All municipalities whose seat has this postcode of 5 digits, the largest first. */
  public static List<Municipality> findByPostcode(String postcode) {
    return Postcodes.BY_POSTCODE.getOrDefault(postcode, List.of());
  }

  /**
   * The inhabited municipality whose point is the nearest. That is a good guess, no more: where a
   * point lies is said by boundaries, which are not known here.
   */
  public static Optional<Municipality> nearestTo(GeoPoint point) {
    return Table.ALL.stream()
        .filter(municipality -> municipality.point().isPresent() && municipality.isInhabited())
        .min(
            Comparator.comparingDouble(
                municipality -> municipality.point().orElseThrow().kilometersTo(point)));
  }

  private static String shortName(String normalName) {
    return SPOKEN_ADDITION.matcher(normalName).replaceFirst("");
  }

  /** The words that tell places of one name apart: "oder" of "Frankfurt (Oder)". */
  private static Set<String> additions(String name) {
    var words = new HashSet<String>();
    var text = normalName(name.replaceAll("[()\\[\\],/;]", " "));
    Matcher word = WORD.matcher(text);
    for (var first = true; word.find(); first = false) {
      if (!first && !SMALL_WORDS.contains(word.group())) {
        words.add(word.group());
      }
    }
    return words;
  }

  /** One begins as the other does: "Hagenow/Meckl." is written for Mecklenburg. */
  private static boolean sharesAddition(Set<String> some, Set<String> others) {
    return some.stream()
        .anyMatch(
            one ->
                others.stream().anyMatch(other -> one.startsWith(other) || other.startsWith(one)));
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
    return new Municipality(
        ags,
        ags.substring(0, 5) + cells[1] + ags.substring(5),
        cells[2],
        Municipality.Kind.of(cells[3]),
        Integer.parseInt(cells[4]),
        Integer.parseInt(cells[5]),
        Optional.of(cells[6]).filter(postcode -> !postcode.isEmpty()),
        point(cells[7], cells[8]));
  }

  private static Optional<GeoPoint> point(String longitude, String latitude) {
    return longitude.isEmpty()
        ? Optional.empty()
        : Optional.of(new GeoPoint(Double.parseDouble(longitude), Double.parseDouble(latitude)));
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
            .sorted(LARGEST_FIRST)
            .collect(
                Collectors.groupingBy(
                    municipality -> normalName(municipality.name()),
                    Collectors.toUnmodifiableList()));

    /** Names with an addition by what people call them: "Frankfurt am Main" as "frankfurt". */
    static final Map<String, List<Municipality>> BY_SHORT_NAME =
        Table.ALL.stream()
            .sorted(LARGEST_FIRST)
            .collect(
                Collectors.groupingBy(
                    municipality -> shortName(normalName(municipality.name())),
                    Collectors.toUnmodifiableList()));
  }

  /** Apart from the table for the same reason. */
  private static final class Postcodes {
    static final Map<String, List<Municipality>> BY_POSTCODE =
        Table.ALL.stream()
            .filter(municipality -> municipality.postcode().isPresent())
            .sorted(LARGEST_FIRST)
            .collect(
                Collectors.groupingBy(
                    municipality -> municipality.postcode().orElseThrow(),
                    Collectors.toUnmodifiableList()));
  }
}
