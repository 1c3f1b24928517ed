package org.allmende.catalog.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts of {@link IndexField#REGION} as a tree: states, their districts, their municipalities. */
public final class RegionTree {

  private static final int STATE = 2;
  private static final int DISTRICT = 5;

  private final Map<String, List<FacetCount>> byParent = new HashMap<>();

  private RegionTree(List<FacetCount> counts) {
    for (var count : counts) {
      byParent.computeIfAbsent(parent(count.value()), key -> new ArrayList<>()).add(count);
    }
  }

  /** The states among these counts, each with what lies in it; the order stays. */
  public static List<FacetCount> of(List<FacetCount> counts) {
    return new RegionTree(counts).below("");
  }

  private List<FacetCount> below(String parent) {
    return byParent.getOrDefault(parent, List.of()).stream()
        .map(child -> new FacetCount(child.value(), child.count(), below(child.value())))
        .toList();
  }

  private static String parent(String key) {
    if (key.length() <= STATE) {
      return "";
    }
    return key.substring(0, key.length() <= DISTRICT ? STATE : DISTRICT);
  }
}
