package org.allmende.harvest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.model.DatasetState;
import org.allmende.catalog.validate.Violation;
import org.allmende.harvest.source.table.Table;

/** Counts what happens in a run. For one thread. */
final class RunTally {

  private final Map<HarvestOutcome.Kind, Integer> counts = new EnumMap<>(HarvestOutcome.Kind.class);
  private final List<HarvestOutcome> details = new ArrayList<>();
  private final Map<String, HarvestRun.TableReading> tables = new LinkedHashMap<>();
  private final List<Reason> warnings = new ArrayList<>();
  private final List<HarvestRun.OffPages> offPages = new ArrayList<>();
  private int offPagesCount;
  private long records;

  void note(HarvestOutcome outcome) {
    var count = counts.merge(outcome.kind(), 1, Integer::sum);
    if (count <= HarvestRun.KEPT && outcome.kind() != HarvestOutcome.Kind.UNCHANGED) {
      details.add(outcome);
    }
  }

  void noteTable(String key, Table table) {
    tables.put(key, new HarvestRun.TableReading(table.notes(), table.stateDate()));
  }

  void warn(Reason warning) {
    warnings.add(warning);
  }

  /** Looks whether a dataset stands on harvest pages. */
  void noteVerdict(CatalogEntry entry) {
    if (entry.verdict().onHarvestPages()) {
      return;
    }
    offPagesCount++;
    if (offPages.size() < HarvestRun.KEPT) {
      offPages.add(
          new HarvestRun.OffPages(
              entry.uri().value(),
              entry.addresses().name().value(),
              reasons(entry, "de"),
              reasons(entry, "en")));
    }
  }

  private static List<String> reasons(CatalogEntry entry, String language) {
    if (entry.record().state() == DatasetState.DRAFT) {
      return List.of(Wording.report(language).get("draft"));
    }
    return entry.verdict().violations().stream()
        .map((Violation violation) -> violation.message(language))
        .distinct()
        .toList();
  }

  long records() {
    return records;
  }

  long nextRecord() {
    return ++records;
  }

  Map<HarvestOutcome.Kind, Integer> counts() {
    return counts;
  }

  List<HarvestOutcome> details() {
    return details;
  }

  Map<String, HarvestRun.TableReading> tables() {
    return tables;
  }

  List<Reason> warnings() {
    return warnings;
  }

  List<HarvestRun.OffPages> offPages() {
    return offPages;
  }

  int offPagesCount() {
    return offPagesCount;
  }
}
