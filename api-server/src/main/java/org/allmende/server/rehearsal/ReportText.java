package org.allmende.server.rehearsal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.allmende.harvest.Wording;
import org.allmende.server.rehearsal.Findings.Group;
import org.allmende.server.rehearsal.Findings.Place;

/** One page for people: the counts, then what happens, the worst first, with some examples. */
final class ReportText {
  private static final int EXAMPLES = 3;
  private static final int LONGEST = 160;

  private final Outcome outcome;
  private final String language;
  private final Wording words;
  private final StringBuilder out = new StringBuilder();

  ReportText(Outcome outcome, String language) {
    this.outcome = outcome;
    this.language = language;
    this.words = Rehearsal.words(language);
  }

  String write() {
    line("head", outcome.plan().address());
    if (outcome.pages() > 0) {
      line("read", outcome.portal().size(), outcome.pages(), outcome.mediaType());
    }
    if (outcome.endsRun()) {
      line("ends");
    }
    line(
        outcome.endsRun() ? "counts.without" : "counts",
        outcome.imported(),
        outcome.fresh(),
        outcome.rewritten(),
        outcome.changed(),
        outcome.invalid(),
        outcome.dropped(),
        outcome.deleted());
    line(outcome.findings().hasLoss() ? "verdict.loss" : "verdict.lossless");
    writeGroups();
    out.append('\n');
    line(outcome.plan().earlier().isPresent() ? "unseen" : "unseen.deletions");
    return out.toString();
  }

  private void writeGroups() {
    Optional<Effect> last = Optional.empty();
    for (var group : outcome.findings().groups()) {
      var effect = group.topic().effect();
      if (!last.equals(Optional.of(effect))) {
        out.append('\n');
        line("effect." + effect.code());
        last = Optional.of(effect);
      }
      write(group);
    }
  }

  private void write(Group group) {
    out.append("  %s (%d): ".formatted(group.topic().code(), group.places().size()))
        .append(group.topic().message(language))
        .append('\n');
    var examples = examples(group.places());
    examples.forEach(this::write);
    var more = group.places().size() - examples.size();
    if (more > 0) {
      out.append("    ");
      line("more", more);
    }
  }

  /** The first places, each of another dataset or page. */
  private static List<Place> examples(List<Place> places) {
    var bySubject = new LinkedHashMap<String, Place>();
    for (var place : places) {
      bySubject.putIfAbsent(place.subject(), place);
      if (bySubject.size() == EXAMPLES) {
        break;
      }
    }
    return List.copyOf(bySubject.values());
  }

  private void write(Place place) {
    out.append("    ").append(place.subject());
    var detail = place.detail().in(language);
    if (!detail.isBlank()) {
      out.append("  [").append(shortened(detail)).append(']');
    }
    out.append('\n');
  }

  private static String shortened(String detail) {
    var line = detail.replaceAll("\\s+", " ");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }

  private void line(String name, Object... values) {
    out.append(words.get(name, values)).append('\n');
  }
}
