package org.allmende.harvest.source.xlsx;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a number is shown as a date or time: its number format says so, nothing else does. */
final class CellFormats {

  private final Map<String, Boolean> known = new HashMap<>();

  /** Whether a cell with this format shows a date, a time, or both. */
  boolean isTime(@Nullable Integer id, @Nullable String format) {
    if (format != null && !format.isEmpty()) {
      return known.computeIfAbsent(format, CellFormats::hasTime);
    }
    return id != null && isBuiltIn(id);
  }

  /** ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 are those of East Asian versions. */
  private static boolean isBuiltIn(int id) {
    return (id >= 14 && id <= 22)
        || (id >= 27 && id <= 36)
        || (id >= 45 && id <= 47)
        || (id >= 50 && id <= 58);
  }

  private static boolean hasTime(String format) {
    var bare =
        format
            .replaceAll("\\\\.|_.|\\*.", "") // an escaped sign, a space as wide, a fill
            .replaceAll("\"[^\"]*\"", "")
            .replaceAll("\\[(?![hms]+])[^\\]]*]", "") // colors, conditions, locales
            .toLowerCase(Locale.ROOT);
    return !bare.equals("general")
        && bare.split(";", 2)[0].matches(".*[dyhsm].*")
        && !bare.contains("#");
  }
}
