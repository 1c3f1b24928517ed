package org.allmende.catalog;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.catalog.model.Identity;
import org.allmende.catalog.profile.ProfileView;
import org.allmende.catalog.profile.ViewContext;
import org.allmende.catalog.validate.ValidationReport;
import org.allmende.catalog.validate.Validator;
import org.allmende.catalog.validate.Violation;
import org.allmende.vocab.codelist.CodeLists;
import org.allmende.vocab.codelist.Concept;
import org.allmende.vocab.profile.Profile;
import org.allmende.vocab.profile.Rule;
import org.allmende.vocab.profile.Shapes;
import org.apache.jena.graph.Node;

/** What follows from a description by today's rules: the DCAT-AP.de view, the verdict on it. */
final class ComputedView {

  /**
   * What was computed.
   *
   * @param description the {@code dcatap_de} view
   * @param verdict whether it may stand on harvest pages
   * @param identifier its {@code dct:identifier}
   * @param turtle the view as packed Turtle
   */
  record Result(
      DatasetDescription description,
      Verdict verdict,
      Optional<String> identifier,
      byte[] turtle) {}

  /** What the portal cannot import, or what ends its whole run (dcat-ap-de.md 2.3, 2.7). */
  private static final Set<String> NOT_IMPORTABLE =
      Set.of(
          "dataset-title-missing",
          "dataset-title-value",
          "dataset-title-empty",
          "dataset-distribution-missing",
          "distribution-byte-size-value",
          "location-bbox-value",
          "location-centroid-value",
          "location-geometry-present");

  private final CatalogSettings settings;
  private final Identity identity;
  private final Validator validator = new Validator(Profile.DCAT_AP_DE);
  private final String rules;

  ComputedView(CatalogSettings settings, Identity identity) {
    this.settings = settings;
    this.identity = identity;
    this.rules = rulesOf(settings, identity);
  }

  /** Version of the rules: whatever changes a result changes it. */
  String rules() {
    return rules;
  }

  private static String rulesOf(CatalogSettings settings, Identity identity) {
    var shapes =
        Shapes.rules(Profile.DCAT_AP_DE).stream().map(Rule::toString).collect(Collectors.joining());
    var all =
        String.join(
            "|",
            identity.base(),
            identity.url(),
            settings.language(),
            settings.contributorId().orElse(""),
            String.valueOf(settings.legacyGeocoding()),
            settings.harvestPages().name(),
            shapes,
            String.valueOf(Shapes.of(Profile.DCAT_AP_DE).size()));
    var digest = org.allmende.catalog.model.Uuids.v5(org.allmende.catalog.model.Uuids.URL, all);
    return ProfileView.RULES_VERSION + "-" + digest;
  }

  Result of(
      DatasetDescription raw,
      String datasetId,
      Map<Node, String> distributionIris,
      CatalogRecord record) {
    var view = view(raw, datasetId, distributionIris, record);
    var report = validator.validate(view.graph());
    var identifier = view.view().identifier();
    return new Result(view, verdict(report), identifier, TurtleText.pack(view.graph()));
  }

  DatasetDescription view(
      DatasetDescription raw,
      String datasetId,
      Map<Node, String> distributionIris,
      CatalogRecord record) {
    var context =
        new ViewContext(
            identity,
            datasetId,
            distributionIris,
            record.modified(),
            settings.language(),
            contributorIds(settings),
            settings.legacyGeocoding());
    return DepartureStatus.of(ProfileView.of(Profile.DCAT_AP_DE, raw, context), record);
  }

  private Verdict verdict(ValidationReport report) {
    var blocking =
        report.findings().stream()
            .filter(Violation::isViolation)
            .anyMatch(
                finding ->
                    settings.harvestPages() == CatalogSettings.HarvestPages.VALID
                        || NOT_IMPORTABLE.contains(finding.rule()));
    return new Verdict(!blocking, report.findings());
  }

  private static java.util.List<String> contributorIds(CatalogSettings settings) {
    return settings.contributorId().stream()
        .map(
            id ->
                CodeLists.contributors()
                    .find(id)
                    .map(Concept::iri)
                    .orElse(id.contains("://") ? id : "http://dcat-ap.de/def/contributors/" + id))
        .toList();
  }
}
