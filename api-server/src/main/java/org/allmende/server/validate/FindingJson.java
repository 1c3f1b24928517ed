package org.allmende.server.validate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.allmende.catalog.validate.Violation;

/** A finding of the shapes as JSON, wherever one is shown. */
public final class FindingJson {
  private FindingJson() {}

  /** Writes its fields; the message in one language. */
  public static void write(Violation finding, String language, ObjectNode into) {
    into.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
    into.put("rule", finding.rule());
    into.put("focus", finding.focus());
    finding.property().ifPresent(property -> into.put("property", property));
    finding.value().ifPresent(value -> into.put("value", value));
    into.put("message", finding.message(language));
    finding.repair().ifPresent(repair -> into.put("repair", repair));
  }
}
