package org.allmende.server.rehearsal;

import java.util.Optional;
import org.allmende.server.rehearsal.Findings.Group;
import org.allmende.server.rehearsal.Findings.Place;

/** One page for people: the counts, then what happens, the worst first, with some examples. */
final class ReportText {
  private static final int EXAMPLES = 3;
  private static final int LONGEST = 160;

  private final Outcome outcome;
  private final String language;
  private final Words words;
  private final StringBuilder out = new StringBuilder();

  ReportText(Outcome outcome, String language) {
    this.outcome = outcome;
    this.language = language;
    this.words = Words.in(language);
  }

  String write() {
    line("head", outcome.plan().address());
    line("read", outcome.portal().size(), outcome.pages(), type());
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

  private String type() {
    return outcome.mediaType().isEmpty() ? "-" : outcome.mediaType();
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
    group.places().stream().limit(EXAMPLES).forEach(this::write);
    var more = group.places().size() - EXAMPLES;
    if (more > 0) {
      out.append("    ");
      line("more", more);
    }
  }

  private void write(Place place) {
    out.append("    ").append(place.subject());
    if (!place.detail().isBlank()) {
      out.append("  [").append(shortened(place.detail())).append(']');
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
