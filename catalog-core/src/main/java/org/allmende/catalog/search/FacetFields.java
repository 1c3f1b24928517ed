package org.allmende.catalog.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.model.DatasetView;
import org.allmende.catalog.model.DatasetView.PeriodView;
import org.allmende.vocab.codelist.Municipalities;

/** The values by which people narrow a search: regions, years, kinds, what the license allows. */
final class FacetFields {

  private static final Pattern YEAR = Pattern.compile("^\\s*(\\d{4})(?!\\d)");
  private static final int STATE = 2;
  private static final int DISTRICT = 5;
  private static final int AGS = 8;
  private static final int ARS = 12;

  /** A longer period is told by its ends: nobody looks for the year 1204 in "since 1200". */
  private static final int MOST_YEARS = 150;

  private FacetFields() {}

  static void add(Map<IndexField, List<String>> exact, DatasetView view, List<String> placeKeys) {
    exact.put(IndexField.REGION, regions(placeKeys));
    exact.put(IndexField.YEAR, years(view.periods()));
    exact.put(IndexField.KIND, DataKind.of(view).stream().map(DataKind::key).toList());
    exact.put(
        IndexField.USE,
        List.of(view.license().map(LicenseUse::of).orElse(LicenseUse.UNKNOWN).key()));
  }

  /** When the data last changed as its publisher says, else when its description did. */
  static Instant updated(CatalogEntry entry, DatasetView view) {
    return view.modified().or(view::issued).orElseGet(() -> entry.record().modified());
  }

  static String updatedDay(CatalogEntry entry, DatasetView view) {
    return LocalDate.ofInstant(updated(entry, view), ZoneOffset.UTC).toString();
  }

  /** Each key with what contains it: a municipality lies in its district, that in its state. */
  private static List<String> regions(List<String> keys) {
    var regions = new LinkedHashSet<String>();
    for (var key : keys) {
      if (key.chars().allMatch(Character::isDigit)) {
        addRegions(regions, key);
      }
    }
    return List.copyOf(regions);
  }

  private static void addRegions(Set<String> regions, String key) {
    if (key.length() >= STATE) {
      regions.add(key.substring(0, STATE));
    }
    if (key.length() >= DISTRICT) {
      regions.add(key.substring(0, DISTRICT));
    }
    if (key.length() == AGS) {
      regions.add(key);
    } else if (key.length() == ARS) {
      regions.add(key.substring(0, DISTRICT) + key.substring(9)); // without the association
    } else {
      addTown(regions, key);
    }
  }

  /** A town that is a district, or a state, of its own: the three keys mean one place. */
  private static void addTown(Set<String> regions, String key) {
    var town = key + "0".repeat(AGS - Math.min(AGS, key.length()));
    if (Municipalities.findByAgs(town).isPresent()) {
      regions.add(town.substring(0, DISTRICT));
      regions.add(town);
    }
  }

  private static List<String> years(List<PeriodView> periods) {
    var years = new TreeSet<Integer>();
    for (var period : periods) {
      addYears(
          years,
          period.start().flatMap(FacetFields::year),
          period.end().flatMap(FacetFields::year));
    }
    return years.stream().map(year -> String.format("%04d", year)).toList();
  }

  private static void addYears(Set<Integer> years, Optional<Integer> start, Optional<Integer> end) {
    var ends = new ArrayList<Integer>();
    start.ifPresent(ends::add);
    end.ifPresent(ends::add);
    years.addAll(ends);
    if (ends.size() == 2 && ends.getLast() - ends.getFirst() <= MOST_YEARS) {
      for (var year = ends.getFirst(); year < ends.getLast(); year++) {
        years.add(year);
      }
    }
  }

  private static Optional<Integer> year(String date) {
    var year = YEAR.matcher(date);
    return year.find() ? Optional.of(Integer.parseInt(year.group(1))) : Optional.empty();
  }
}
