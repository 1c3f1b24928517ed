package org.allmende.catalog.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.vocab.profile.Profile;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * The forms in which a description leaves. {@link Profile#RAW} is what came, untouched; {@link
 * Profile#DCAT_AP_DE} is computed from it for DCAT-AP.de 3.0 and for what GovData's harvester does
 * with a page ({@code dcat-ap-de.md} 2 to 5), {@link Profile#DCAT_AP_DE_2} from that for 2.0.
 * Nothing is lost: the ledger keeps what came.
 */
public final class ProfileView {

  /**
   * Raised when the rules compute something else than before: whatever they computed is made anew.
   */
  public static final int RULES_VERSION = 2;

  private static final List<ViewRule> DCAT_AP_DE =
      Stream.of(names(), CodeRules.all(), values(), TextRules.all(), places(), facts(), whatStays())
          .flatMap(List::stream)
          .toList();

  private static final List<ViewRule> DCAT_AP_DE_2 =
      List.of(
          new StatusesOf2(),
          new AlgorithmsOf2(),
          new ByteSizesOf2(),
          new PropertiesOf2(),
          new KeysOf2(),
          new NotIn2(),
          new ReachableOnly());

  private ProfileView() {}

  /** What things and properties are called. */
  private static List<ViewRule> names() {
    return List.of(
        new OldNamespaces(),
        new OutdatedProperties(),
        new SchemaOrgPeriods(),
        new CleanIris(),
        new EmptyTexts(),
        new AgentTexts(),
        new AgentNames(),
        new StableDistributions(),
        new StableAgents());
  }

  private static List<ViewRule> values() {
    return List.of(
        new NestedContacts(),
        new MailAddresses(),
        new Telephones(),
        new WebAddresses(),
        new SameAddressTwice(),
        new MediaTypes(),
        new TypedDates(),
        new ByteSizes(),
        new Resolutions(),
        new ChecksumValues(),
        new PeriodTexts(),
        new GeocodingKeys());
  }

  private static List<ViewRule> places() {
    return List.of(
        new Geometries(), new KeysStandAlone(), new LegacyGeocoding(), new GeocodingLevels());
  }

  /** What follows from the description, or what the catalog alone knows. */
  private static List<ViewRule> facts() {
    return List.of(
        new AccessForDownloads(),
        new LicensePassedOn(),
        new ServicePublisher(),
        new HighValue(),
        new PatternDatasets(),
        new TaggedTexts(),
        new CleanKeywords(),
        new Identifiers(),
        new ModifiedTime(),
        new ContributorIds());
  }

  private static List<ViewRule> whatStays() {
    return List.of(
        new VersionReferences(),
        new NoWayOut(),
        new NoStubs(),
        new NoNamesOfCodes(),
        new UnusableTexts(),
        new UnusableNumbers(),
        new IncompleteParts(),
        new SingleValues(),
        new OwnNodes(),
        new ExpectedTypes(),
        new KnownPublisherTypes(),
        new UnusableCodes(),
        new ReachableOnly(),
        new TodaysAddresses());
  }

  /** The rules of a profile in the order in which they are applied; none for {@code raw}. */
  static List<ViewRule> rules(Profile profile) {
    return switch (profile) {
      case RAW -> List.of();
      case DCAT_AP_DE -> DCAT_AP_DE;
      case DCAT_AP_DE_2 -> Stream.concat(DCAT_AP_DE.stream(), DCAT_AP_DE_2.stream()).toList();
      case DCAT_AP, HVD ->
          throw new IllegalArgumentException(
              "the profile "
                  + profile.id()
                  + " has shapes, but no view. Known: "
                  + Profile.knownViews()
                  + ".");
    };
  }

  /**
   * The description in the form of a profile.
   *
   * @throws IllegalArgumentException for a profile that only validates
   */
  public static DatasetDescription of(
      Profile profile, DatasetDescription description, ViewContext context) {
    if (profile == Profile.RAW) {
      return description;
    }
    var graph = description.copyOfGraph();
    rules(profile).forEach(rule -> rule.apply(graph, description.uri(), context));
    return DatasetDescription.owning(description.uri(), graph);
  }

  /**
   * What the rules of a profile change in a description, in the order of the rules; computed anew
   * at each call, at about three times the cost of the view.
   */
  public static List<Change> changes(
      Profile profile, DatasetDescription description, ViewContext context) {
    var graph = description.copyOfGraph();
    var changes = new ArrayList<Change>();
    for (var rule : rules(profile)) {
      var before = graph.find().toSet();
      rule.apply(graph, description.uri(), context);
      changes.addAll(Differences.of(rule.reason(), before, graph));
    }
    return List.copyOf(changes);
  }

  /**
   * What a value would become, where a rule of DCAT-AP.de 3.0 knows that for certain: {@code
   * mailto:a@b.example} for {@code "a@b.example"}.
   */
  public static Optional<Node> repair(Graph graph, Node property, Node value) {
    return DCAT_AP_DE.stream()
        .filter(ValueRule.class::isInstance)
        .map(ValueRule.class::cast)
        .filter(rule -> rule.properties().contains(property))
        .map(rule -> rule.mended(graph, value))
        .filter(mended -> !mended.equals(value))
        .findFirst();
  }
}
