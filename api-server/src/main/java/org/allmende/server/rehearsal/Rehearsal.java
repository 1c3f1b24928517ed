package org.allmende.server.rehearsal;

import java.util.Optional;
import org.allmende.catalog.validate.Validator;
import org.allmende.harvest.ProgressListener;
import org.allmende.harvest.Wording;
import org.allmende.vocab.profile.Profile;

/**
 * GovData's harvest of a catalog, played against a running server, ours or another one: what would
 * be imported, changed, dropped and deleted, and why (dcat-ap-de.md 2). Nothing is kept.
 *
 * <pre>{@code
 * var plan = Rehearsal.plan("https://daten.example/catalog.rdf", Profile.DCAT_AP_DE, "me");
 * var rehearsal = Rehearsal.play(plan, (done, total) -> {});
 * System.out.print(rehearsal.text("de"));
 * }</pre>
 *
 * It cannot see what only the portal knows: duplicates of other sources, settings of the source
 * there, and whether links answer.
 */
public final class Rehearsal {
  private final Plan plan;
  private final Findings findings;
  private final Portal portal;
  private final PageWalk walk;

  /**
   * What is played.
   *
   * @param address of the first page, http(s)
   * @param profile whose shapes every dataset is held against
   * @param userAgent how the requests name themselves
   * @param earlier the JSON of an earlier rehearsal: what the portal has by then
   */
  public record Plan(String address, Profile profile, String userAgent, Optional<String> earlier) {

    public Plan {
      if (!address.matches("(?i)https?://[^/\\s]+\\S*")) {
        throw new IllegalArgumentException(
            "expected an http(s) address such as https://daten.example/catalog.rdf, got \""
                + address
                + "\"");
      }
    }
  }

  private Rehearsal(Plan plan, ProgressListener progress) {
    this.plan = plan;
    this.findings = new Findings();
    this.portal = new Portal(EarlierReport.portal(plan.earlier()), findings);
    var reading =
        new CatalogReading(plan.address(), new Validator(plan.profile()), portal, findings);
    this.walk = new PageWalk(new PageFetcher(plan.userAgent()), reading, findings, progress);
  }

  /**
   * Walks through the catalog.
   *
   * @param progress told after each page
   * @throws IllegalArgumentException when the earlier report cannot be used
   */
  public static Rehearsal play(Plan plan, ProgressListener progress) {
    var rehearsal = new Rehearsal(plan, progress);
    rehearsal.walk.from(plan.address());
    if (!rehearsal.findings.has(Effect.ENDS_RUN)) {
      rehearsal.portal.deleteVanished();
    }
    return rehearsal;
  }

  /** True when the run comes to its end, and no dataset is dropped or deleted. */
  public boolean isLossless() {
    return !findings.hasLoss();
  }

  /** One page for people, in English for {@code en}, in German for any other language. */
  public String text(String language) {
    return new ReportText(outcome(), language).write();
  }

  /** The same, complete, as JSON; a later rehearsal reads it as its earlier report. */
  public String json(String language) {
    return ReportJson.write(outcome(), language);
  }

  /** The words of the reports. */
  static Wording words(String language) {
    return Wording.of("server.rehearsal.words", language);
  }

  private Outcome outcome() {
    return new Outcome(plan, walk.pages(), walk.mediaType(), findings, portal);
  }
}
