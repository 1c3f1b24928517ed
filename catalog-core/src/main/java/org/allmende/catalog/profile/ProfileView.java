package org.allmende.catalog.profile;

import java.util.List;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.vocab.profile.Profile;

/**
 * The forms in which a description leaves. {@link Profile#RAW} is what came, untouched; {@link
 * Profile#DCAT_AP_DE} is computed from it for DCAT-AP.de 3.0 and for what GovData's harvester does
 * with a page ({@code dcat-ap-de.md} 2 to 5). Nothing is lost: the ledger keeps what came.
 */
public final class ProfileView {

  /**
   * Raised when the rules compute something else than before: whatever they computed is made anew.
   */
  public static final int RULES_VERSION = 1;

  /** In this order: names first, then values, then what is added, addresses last. */
  private static final List<ViewRule> DCAT_AP_DE =
      List.of(
          new OldNamespaces(),
          new StableNames(),
          new KeepsToItself(),
          new ExpectedTypes(),
          new KnownCodes(),
          new IrisForAddresses(),
          new TypedValues(),
          new ProvenanceStatements(),
          new TaggedTexts(),
          new CleanKeywords(),
          new GeocodingKeys(),
          new PortalFacts(),
          new TodaysAddresses());

  private ProfileView() {}

  /** The description in the form of a profile. */
  public static DatasetDescription of(
      Profile profile, DatasetDescription description, ViewContext context) {
    return switch (profile) {
      case RAW -> description;
      case DCAT_AP_DE -> dcatApDe(description, context);
    };
  }

  private static DatasetDescription dcatApDe(DatasetDescription description, ViewContext context) {
    var graph = description.copyOfGraph();
    DCAT_AP_DE.forEach(rule -> rule.apply(graph, description.uri(), context));
    return DatasetDescription.owning(description.uri(), graph);
  }
}
