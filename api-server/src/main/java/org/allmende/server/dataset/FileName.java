package org.allmende.server.dataset;

import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.allmende.catalog.model.DatasetSlug;
import org.allmende.catalog.model.DatasetView.DistributionView;

/**
 * The last part of the address of a file's page ({@code web-ui.md} 4): the number that its dataset
 * assigned to it once, and a slug of its title that may change.
 */
public final class FileName {

  private static final Pattern NUMBERED = Pattern.compile("(\\d{1,9})(-.*)?");

  private FileName() {}

  /** Such as {@code 3-baumkataster}. */
  public static String of(int number, DistributionView distribution) {
    var title = distribution.title().in("de").orElse("");
    return number + "-" + DatasetSlug.ofTitle(title, "datei").value();
  }

  /** The number in a name; empty when it begins with none. */
  public static OptionalInt number(String name) {
    var match = NUMBERED.matcher(name);
    return match.matches() ? OptionalInt.of(Integer.parseInt(match.group(1))) : OptionalInt.empty();
  }
}
