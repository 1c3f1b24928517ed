package org.allmende.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.allmende.bench.WordLists.Kind;
import org.allmende.bench.WordLists.Subject;
import org.allmende.catalog.model.Uuids;

/** Makes up datasets as German towns publish them, skewed as in reality; equal by seed. */
final class Sketcher {

  private static final int TOWNS = 800;
  private static final int DISTRIBUTIONS = 3;
  private static final LocalDate FIRST_DAY = LocalDate.of(2014, 1, 1);
  private static final int DAYS = 12 * 365;

  private static final Weighted LICENSES =
      new Weighted()
          .add(46, "dl-by-de/2.0")
          .add(27, "dl-zero-de/2.0")
          .add(11, "cc-by/4.0")
          .add(6, "cc-zero")
          .add(4, "geonutz/20130319")
          .add(3, "other-closed")
          .add(2, "cc-by-sa/4.0")
          .add(1, "odbl");

  private static final Weighted FREQUENCIES =
      new Weighted()
          .add(40, "ANNUAL")
          .add(20, "IRREG")
          .add(12, "MONTHLY")
          .add(10, "QUARTERLY")
          .add(8, "DAILY")
          .add(6, "CONT")
          .add(4, "NEVER");

  private static final Map<Kind, Weighted> FORMATS =
      Map.of(
          Kind.MAP,
          new Weighted()
              .add(30, "WMS_SRVC")
              .add(22, "WFS_SRVC")
              .add(14, "HTML")
              .add(10, "GEOJSON")
              .add(8, "SHP")
              .add(6, "GML")
              .add(5, "CSV")
              .add(3, "KML")
              .add(2, "GPKG"),
          Kind.PLAN,
          new Weighted()
              .add(35, "WMS_SRVC")
              .add(35, "PDF")
              .add(20, "HTML")
              .add(7, "GML")
              .add(3, "TIFF"),
          Kind.TABLE,
          new Weighted()
              .add(40, "CSV")
              .add(20, "XLSX")
              .add(14, "PDF")
              .add(10, "HTML")
              .add(9, "JSON")
              .add(4, "XLS")
              .add(3, "ODS"),
          Kind.FEED,
          new Weighted()
              .add(35, "JSON")
              .add(30, "CSV")
              .add(15, "XML")
              .add(15, "HTML")
              .add(5, "ZIP"));

  private final long seed;
  private final WordLists words = WordLists.read();
  private final List<String> keywords = words.keywords();
  private final List<Town> towns = Town.largest(TOWNS);
  private final Zipf subjectRanks = new Zipf(words.subjects().size(), 0.5);
  private final Zipf townRanks = new Zipf(TOWNS, 0.9);
  private final Zipf keywordRanks = new Zipf(keywords.size(), 1.0);

  Sketcher(long seed) {
    this.seed = seed;
  }

  /** The CKAN id of a dataset. */
  String id(int number) {
    return Uuids.v5(Uuids.URL, "https://bench.example/" + seed + "/" + number).toString();
  }

  /**
   * One dataset.
   *
   * @param number which one, 0 or more
   * @param revision 0 for its first state; later ones differ in date and text
   */
  Sketch sketch(int number, int revision) {
    var random = new SplittableRandom(seed * 1_000_003 + number);
    var subject = words.subjects().get(subjectRanks.next(random));
    var town = towns.get(townRanks.next(random));
    var district = words.district(random);
    var year = 2008 + random.nextInt(18);
    var title = title(subject, town, district, year, random);
    var office = words.one("office", random);
    var issued = FIRST_DAY.plusDays(random.nextInt(DAYS / 2));
    var text = description(subject, town, district, year, office, random);
    return new Sketch(
        id(number),
        town,
        title,
        revision == 0 ? text : text + " Fassung " + revision + ".",
        keywords(subject, town, district, random),
        themes(subject, random),
        issued,
        issued.plusDays(random.nextInt(DAYS / 2) + (long) revision),
        subject.kind() == Kind.TABLE ? Optional.of(year) : Optional.empty(),
        FREQUENCIES.next(random),
        LICENSES.next(random),
        formats(subject.kind()).next(DISTRIBUTIONS, random),
        office);
  }

  private static Weighted formats(Kind kind) {
    return java.util.Objects.requireNonNull(FORMATS.get(kind));
  }

  private String title(
      Subject subject, Town town, String district, int year, RandomGenerator random) {
    var name = subject.name();
    return switch (subject.kind()) {
      case PLAN -> planTitle(name, town, district, random);
      case TABLE ->
          switch (random.nextInt(4)) {
            case 0 -> name + " " + town.name() + " " + year;
            case 1 -> name + " nach " + words.one("breakdown", random) + " " + year;
            case 2 -> name + " der " + town.publisher() + " " + (year - 5) + " bis " + year;
            default -> name + " " + year;
          };
      case MAP ->
          switch (random.nextInt(4)) {
            case 0 -> name + " in " + town.name();
            case 1 -> name + " im Stadtteil " + district;
            case 2 -> name + " " + town.name() + " – " + district;
            default -> name + " " + town.name();
          };
      case FEED ->
          random.nextInt(3) == 0
              ? name + " – Echtzeitdaten " + town.name()
              : name + " " + town.name();
    };
  }

  private String planTitle(String name, Town town, String district, RandomGenerator random) {
    var place =
        switch (random.nextInt(3)) {
          case 0 -> words.street(random);
          case 1 -> district + " " + (1 + random.nextInt(9));
          default -> "An der " + words.street(random);
        };
    var number = 1 + random.nextInt(400);
    var change = random.nextInt(4) == 0 ? ", " + (1 + random.nextInt(6)) + ". Änderung" : "";
    var where = random.nextBoolean() ? ", " + town.name() : "";
    return name + " Nr. " + number + " „" + place + "“" + change + where;
  }

  private String description(
      Subject subject,
      Town town,
      String district,
      int year,
      String office,
      RandomGenerator random) {
    var all = new ArrayList<String>();
    all.add(
        switch (random.nextInt(3)) {
          case 0 -> "Der Datensatz enthält " + subject.contents() + ".";
          case 1 -> subject.name() + " in " + town.name() + ": " + subject.contents() + ".";
          default -> "Enthalten sind " + subject.contents() + ".";
        });
    var more =
        List.of(
            "Die Daten stammen aus dem Fachverfahren der Stelle " + office + ".",
            "Sie sind eine Grundlage der " + words.one("purpose", random) + ".",
            "Das Gebiet liegt in "
                + district
                + " zwischen "
                + words.street(random)
                + " und "
                + words.street(random)
                + ".",
            "Stand der Angaben ist das Jahr " + year + "; ältere Stände gibt es auf Anfrage.",
            "Für Richtigkeit und Vollständigkeit wird keine Gewähr übernommen.",
            "Rückfragen zu "
                + keywords.get(keywordRanks.next(random))
                + " beantwortet die zuständige Stelle.");
    var first = random.nextInt(more.size());
    var count = random.nextInt(4);
    for (var i = 0; i < count; i++) {
      all.add(more.get((first + i) % more.size()));
    }
    return String.join(" ", all);
  }

  private List<String> keywords(
      Subject subject, Town town, String district, RandomGenerator random) {
    var wanted = 2 + random.nextInt(5);
    var drawn = new LinkedHashSet<String>();
    drawn.add(subject.keywords().getFirst());
    while (drawn.size() < wanted) {
      drawn.add(
          switch (random.nextInt(10)) {
            case 0 -> town.name().replaceAll("[^\\p{L} -]", " ").strip();
            case 1 -> district;
            case 2, 3, 4 -> keywords.get(keywordRanks.next(random));
            default -> subject.keywords().get(random.nextInt(subject.keywords().size()));
          });
    }
    return List.copyOf(drawn);
  }

  private static List<String> themes(Subject subject, RandomGenerator random) {
    var count = random.nextInt(3) == 0 ? 2 : 1;
    return subject.themes().subList(0, Math.min(count, subject.themes().size()));
  }
}
