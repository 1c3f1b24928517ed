package org.allmende.catalog.search.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.allmende.catalog.CatalogSettings.Town;
import org.allmende.vocab.codelist.CodeLists;
import org.allmende.vocab.codelist.Concept;
import org.allmende.vocab.codelist.GeoPoint;
import org.allmende.vocab.codelist.Municipalities;
import org.allmende.vocab.codelist.Municipality;

/**
 * The municipalities, districts and states of Germany, and the town whose catalog this is, found by
 * name, postcode or key. Immutable; any number of threads may ask.
 *
 * <pre>{@code
 * gazetteer.named("Hagenow/Meckl.");   // Hagenow
 * gazetteer.named("19230");            // the municipalities of this postcode, as one place
 * gazetteer.findByKey("13076");        // the district Ludwigslust-Parchim
 * }</pre>
 */
public final class Gazetteer {

  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern POSTCODE = Pattern.compile("\\d{5}");
  private static final Pattern ADDITION = Pattern.compile("[/(\\[]\\s*([\\p{L}.]+)");
  private static final int LONGEST_NAME = 80;

  private final Optional<Town> town;
  private final Map<String, List<Concept>> districts = new HashMap<>();

  /**
   * @param town the catalog's own; it may be one that the directory does not know
   */
  public Gazetteer(Optional<Town> town) {
    this.town = town;
    for (var district : CodeLists.districts().concepts()) {
      addDistrict(district.labelDe(), district);
      district.aliases().forEach(alias -> addDistrict(alias, district));
    }
  }

  private void addDistrict(String name, Concept district) {
    var same = districts.computeIfAbsent(Municipalities.normalName(name), n -> new ArrayList<>());
    if (!same.contains(district)) {
      same.add(district);
    }
  }

  /**
   * The places of this name, postcode or key, the likeliest first: the own town, then
   * municipalities by their inhabitants, districts, states. A postcode stands for all its
   * municipalities together.
   */
  public List<Place> named(String text) {
    var name = text.strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return List.of();
    }
    if (DIGITS.matcher(name).matches()) {
      return POSTCODE.matcher(name).matches()
          ? ofPostcode(name)
          : findByKey(name).stream().toList();
    }
    var found = new LinkedHashMap<String, Place>();
    town.filter(it -> isNamed(it, name)).ifPresent(it -> add(found, place(it)));
    municipalities(name).forEach(municipality -> add(found, place(municipality)));
    districts(name).forEach(district -> add(found, place(district)));
    state(name).ifPresent(state -> add(found, place(state)));
    return List.copyOf(found.values());
  }

  private static void add(Map<String, Place> found, Place place) {
    found.putIfAbsent(place.key(), place);
  }

  /** Five digits: a postcode before the key of a district. */
  private List<Place> ofPostcode(String postcode) {
    var keys = new ArrayList<String>();
    var names = new ArrayList<String>();
    town.filter(it -> it.postcodes().contains(postcode))
        .ifPresent(
            it -> {
              keys.add(it.ags());
              names.add(it.name());
            });
    var known = Municipalities.findByPostcode(postcode);
    for (var municipality : known) {
      if (!keys.contains(municipality.ags())) {
        keys.add(municipality.ags());
        names.add(municipality.name());
      }
    }
    if (keys.isEmpty()) {
      return findByKey(postcode).stream().toList();
    }
    var label = postcode + " " + names.getFirst() + (names.size() > 1 ? " …" : "");
    return List.of(new Place(label, keys, known.stream().findFirst().flatMap(Municipality::point)));
  }

  /** The place with this key: AGS, ARS, or the key of a district or a state. */
  public Optional<Place> findByKey(String key) {
    var own = town.filter(it -> it.ags().equals(key) || it.ars().equals(Optional.of(key)));
    return own.map(Gazetteer::place)
        .or(() -> Municipalities.findByKey(key).map(Gazetteer::place))
        .or(() -> concept(key).map(Gazetteer::place));
  }

  private static Optional<Concept> concept(String key) {
    return switch (key.length()) {
      case 2 -> CodeLists.states().find(key);
      case 5 -> CodeLists.districts().find(key);
      default -> Optional.empty();
    };
  }

  /** The keys of all municipalities and their districts within a distance. */
  public List<String> keysWithin(GeoPoint center, double kilometers) {
    return keysAt(point -> point.kilometersTo(center) <= kilometers);
  }

  /** The keys, of 8 and of 12 digits, of the municipalities at such points, and their districts. */
  public List<String> keysAt(Predicate<GeoPoint> where) {
    return Municipalities.all().stream()
        .filter(it -> it.point().filter(where).isPresent())
        .flatMap(it -> Stream.of(it.ags(), it.ars(), it.districtKey()))
        .distinct()
        .toList();
  }

  private static boolean isNamed(Town town, String name) {
    return Municipalities.normalName(town.name()).equals(Municipalities.normalName(name));
  }

  /** "Kita/Hort" names no place; what is added to a name must belong to it. */
  private static List<Municipality> municipalities(String name) {
    var found = Municipalities.findBySpokenName(name);
    var addition = ADDITION.matcher(name);
    if (!addition.find()) {
      return found;
    }
    var added = addition.group(1).replace(".", "").toLowerCase(Locale.GERMAN);
    return found.stream().filter(municipality -> belongs(added, municipality)).toList();
  }

  private static boolean belongs(String added, Municipality municipality) {
    var around =
        String.join(
            " ",
            municipality.name(),
            municipality.state().labelDe(),
            String.join(" ", municipality.state().aliases()),
            municipality.district().map(Concept::labelDe).orElse(""));
    for (var word : around.toLowerCase(Locale.GERMAN).split("[^\\p{L}]+")) {
      if (word.startsWith(added)) {
        return true;
      }
    }
    return false;
  }

  private List<Concept> districts(String name) {
    return districts.getOrDefault(Municipalities.normalName(name), List.of()).stream()
        .sorted(Comparator.comparing(Concept::code))
        .toList();
  }

  /** By its name alone: "HE" and "SN" mean too much else. */
  private static Optional<Concept> state(String name) {
    return CodeLists.states().find(name).filter(state -> name.length() > 3);
  }

  private static Place place(Town town) {
    var key = town.ags();
    return new Place(
        town.name(), List.of(key), Municipalities.findByAgs(key).flatMap(Municipality::point));
  }

  private static Place place(Municipality municipality) {
    var isAlone = Municipalities.findByName(municipality.name()).size() == 1;
    var where = municipality.district().map(Concept::labelDe).orElse("");
    var needsMore = !isAlone && !where.equals(municipality.name()) && !where.isEmpty();
    var label = needsMore ? municipality.name() + " (" + where + ")" : municipality.name();
    return new Place(label, List.of(municipality.ags()), municipality.point());
  }

  private static Place place(Concept region) {
    var kind = region.attribute("kind").orElse("");
    var label =
        kind.endsWith("reis") && !region.labelDe().contains("reis")
            ? kind + " " + region.labelDe()
            : region.labelDe();
    return new Place(label, List.of(region.code()), Optional.empty());
  }
}
