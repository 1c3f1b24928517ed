package org.allmende.catalog.quality;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.allmende.catalog.model.DatasetView;
import org.allmende.catalog.model.DatasetView.DistributionView;
import org.allmende.vocab.DCATDE;
import org.allmende.vocab.codelist.CodeLists;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;

/**
 * Assesses the {@code dcatap_de} view of a dataset, which is what the portals see.
 *
 * <p>Of the interoperability of distributions the best one counts; of all else, the share of the
 * distributions. Two kinds of indicator are never judged here: whether an address answers, for
 * nothing is asked over the network; and whether data.europa.eu knows a license of DCAT-AP.de,
 * which its list decides and convention 32 demands all the same.
 */
public final class Assessor {

  /** Raised when an assessment of the same description changes. */
  public static final int RULES_VERSION = 1;

  private static final String EU_LICENSES =
      "http://publications.europa.eu/resource/authority/licence/";
  private static final String GERMAN_LICENSES = "http://dcat-ap.de/def/licenses/";
  private static final String IANA = "https?://www\\.iana\\.org/assignments/media-types/.+";

  private final DatasetView view;
  private final List<DistributionView> distributions;
  private final Map<Indicator, Share> shares = new EnumMap<>(Indicator.class);

  private Assessor(DatasetView view) {
    this.view = view;
    this.distributions = view.distributions();
  }

  /**
   * Assesses a dataset.
   *
   * @param view the reading of its {@code dcatap_de} view
   * @param conforms whether the shapes find no violation
   */
  public static Assessment assess(DatasetView view, boolean conforms) {
    var assessor = new Assessor(view);
    assessor.assessDataset(conforms);
    assessor.assessDistributions();
    assessor.assessBestDistribution();
    assessor.assessForPortal();
    return new Assessment(assessor.shares);
  }

  private void assessDataset(boolean conforms) {
    judge(Indicator.KEYWORDS, !view.keywords().isEmpty());
    judge(Indicator.THEMES, !view.themes().isEmpty());
    judge(Indicator.PLACE, !view.places().isEmpty());
    judge(Indicator.PERIOD, !view.periods().isEmpty());
    judge(Indicator.CONFORMS, conforms);
    judge(Indicator.ACCESS_RIGHTS, !view.values(DCTerms.accessRights.asNode()).isEmpty());
    judge(Indicator.KNOWN_ACCESS_RIGHTS, view.accessRights().isPresent());
    judge(Indicator.CONTACT, !view.contacts().isEmpty());
    judge(Indicator.PUBLISHER, view.publisher().isPresent());
    judge(Indicator.ISSUED, view.issued().isPresent());
    judge(Indicator.MODIFIED, view.modified().isPresent());
  }

  private void assessDistributions() {
    count(Indicator.DOWNLOAD_URL, d -> d.downloadUrl().isPresent());
    count(Indicator.LICENSE, d -> d.license().isPresent());
    count(Indicator.RIGHTS, d -> !d.values(DCTerms.rights.asNode()).isEmpty());
    count(Indicator.BYTE_SIZE, d -> d.byteSize().isPresent());
    assessKnownLicenses();
  }

  private void assessKnownLicenses() {
    var judged =
        distributions.stream()
            .filter(d -> d.license().filter(l -> l.startsWith(GERMAN_LICENSES)).isEmpty())
            .toList();
    var passed =
        judged.stream()
            .filter(d -> d.license().filter(l -> l.startsWith(EU_LICENSES)).isPresent())
            .count();
    shares.put(Indicator.KNOWN_LICENSE, new Share(passed, judged.size()));
  }

  private void assessBestDistribution() {
    var best =
        distributions.stream()
            .map(Assessor::interoperability)
            .max(Comparator.comparingInt(Assessor::points))
            .orElse(Map.of());
    for (var indicator : Indicator.of(Dimension.INTEROPERABILITY)) {
      if (indicator != Indicator.CONFORMS) {
        judge(indicator, best.getOrDefault(indicator, false));
      }
    }
  }

  private static Map<Indicator, Boolean> interoperability(DistributionView distribution) {
    var passes = new EnumMap<Indicator, Boolean>(Indicator.class);
    var format = distribution.format();
    var isIana =
        distribution.values(DCAT.mediaType.asNode()).stream().anyMatch(t -> t.matches(IANA));
    passes.put(Indicator.FORMAT, distribution.formatText().isPresent());
    passes.put(Indicator.MEDIA_TYPE, distribution.mediaType().isPresent());
    passes.put(Indicator.KNOWN_FORMAT, format.isPresent() && isIana);
    passes.put(Indicator.OPEN_FORMAT, format.filter(f -> f.is("open")).isPresent());
    passes.put(Indicator.MACHINE_READABLE, format.filter(f -> f.is("machine")).isPresent());
    return passes;
  }

  private static int points(Map<Indicator, Boolean> passes) {
    return passes.entrySet().stream()
        .filter(Map.Entry::getValue)
        .mapToInt(entry -> entry.getKey().points())
        .sum();
  }

  /** dcat-ap-de.md 7: the indicators of GovData's dashboard. */
  private void assessForPortal() {
    judge(Indicator.PORTAL_KEYWORD, !view.keywords().isEmpty());
    judge(Indicator.PORTAL_CONTRIBUTOR, contributors() == 1);
    var publishers = view.agents(DCTerms.publisher.asNode());
    judge(
        Indicator.PORTAL_PUBLISHER,
        publishers.size() == 1 && !publishers.getFirst().name().byLanguage().isEmpty());
    count(Indicator.PORTAL_LICENSE, d -> licenses(d).size() == 1);
    count(
        Indicator.PORTAL_KNOWN_LICENSE,
        d -> licenses(d).stream().anyMatch(l -> l.startsWith(GERMAN_LICENSES) && isKnown(l)));
    count(Indicator.PORTAL_OPEN_LICENSE, d -> licenses(d).stream().anyMatch(Assessor::isOpen));
  }

  private long contributors() {
    return view.values(DCATDE.contributorID).stream()
        .filter(id -> CodeLists.contributors().find(id).filter(c -> c.iri().equals(id)).isPresent())
        .count();
  }

  private static List<String> licenses(DistributionView distribution) {
    return distribution.values(DCTerms.license.asNode());
  }

  private static boolean isKnown(String license) {
    return CodeLists.licenses().find(license).filter(l -> l.iri().equals(license)).isPresent();
  }

  private static boolean isOpen(String license) {
    return CodeLists.licenses().find(license).filter(l -> l.is("open")).isPresent();
  }

  private void judge(Indicator indicator, boolean passes) {
    shares.put(indicator, Share.of(passes));
  }

  private void count(Indicator indicator, Predicate<DistributionView> passes) {
    shares.put(
        indicator, new Share(distributions.stream().filter(passes).count(), distributions.size()));
  }
}
