package org.allmende.harvest.schedule;

import java.util.List;
import org.allmende.harvest.Wording;
import org.allmende.harvest.schedule.SourceStatus.Health;

/** All sources in one sentence. */
public record Overview(List<SourceStatus> statuses) {

  public Overview {
    statuses = List.copyOf(statuses);
  }

  /** The sentence, in German or English ({@code "en"}). */
  public String sentence(String language) {
    var texts = Wording.of("harvest.status", language);
    var all = statuses.size();
    if (all == 0) {
      return texts.get("none");
    }
    if (count(Health.FAILING) > 0) {
      return texts.get("some-failing", count(Health.FAILING), all);
    }
    var others = count(Health.TROUBLED) + count(Health.NEVER);
    return others > 0 ? texts.get("some-troubled", others, all) : texts.get("all-well", all);
  }

  private long count(Health health) {
    return statuses.stream().filter(status -> status.health() == health).count();
  }
}
