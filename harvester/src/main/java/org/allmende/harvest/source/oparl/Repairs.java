package org.allmende.harvest.source.oparl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.allmende.harvest.source.table.Note;
import org.allmende.harvest.source.table.NoteTexts;

/** What was mended while a source was read: each kind once, with how often and where first. */
final class Repairs {

  private final NoteTexts texts;
  private final Map<Note, Integer> counts = new LinkedHashMap<>();
  private final Map<Note, String> first = new LinkedHashMap<>();
  private String product = "";

  Repairs(NoteTexts texts) {
    this.texts = texts;
  }

  /** Who made the system, by which a reader of the report knows what to expect. */
  void madeBy(Vendor vendor) {
    product = vendor.product();
  }

  void note(Note what, String where) {
    counts.merge(what, 1, Integer::sum);
    first.putIfAbsent(what, where);
  }

  List<String> lines() {
    var repairs =
        counts.entrySet().stream()
            .map(
                e ->
                    texts.of(
                        "oparl-repair", texts.of(e.getKey()), e.getValue(), where(e.getKey())));
    var system = Stream.of(product).filter(p -> !p.isEmpty()).map(p -> texts.of("oparl-vendor", p));
    return Stream.concat(system, repairs).toList();
  }

  private String where(Note what) {
    return first.getOrDefault(what, "");
  }
}
