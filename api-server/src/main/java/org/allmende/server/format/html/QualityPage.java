package org.allmende.server.format.html;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.allmende.catalog.quality.Assessment;
import org.allmende.catalog.quality.CatalogQuality;
import org.allmende.catalog.quality.Dimension;
import org.allmende.catalog.quality.Indicator;

/**
 * How well the datasets of the catalog are described ({@code web-ui.md} 7.7).
 *
 * @param frame what is around it
 * @param points the points reached, and out of how many, as a sentence
 * @param datasets how many datasets were judged
 * @param conformity how many keep the rules, as a sentence; {@code ""} without datasets
 * @param trend the points day by day; empty while there is no second day
 * @param edits what would gain most
 * @param dimensions the points in each dimension, with its indicators
 * @param publishers the points of each publisher, worst first
 */
record QualityPage(
    Frame frame,
    String points,
    long datasets,
    String conformity,
    Optional<Trend> trend,
    List<String> edits,
    List<Group> dimensions,
    List<Publisher> publishers) {

  /** What would gain most: so many are named. */
  private static final int EDITS = 3;

  QualityPage {
    edits = List.copyOf(edits);
    dimensions = List.copyOf(dimensions);
    publishers = List.copyOf(publishers);
  }

  /** A dimension with its indicators. */
  record Group(String label, String points, List<Line> lines) {
    Group {
      lines = List.copyOf(lines);
    }
  }

  /**
   * An indicator.
   *
   * @param code its code, also its anchor
   * @param share the share of those that pass, such as 93 %
   * @param points reached, of those that can be
   */
  record Line(String code, String label, String share, String points) {}

  /** A publisher with its page. */
  record Publisher(String title, String address, String datasets, String points) {}

  static QualityPage of(
      Frame frame, CatalogQuality quality, String conformity, Optional<Trend> trend) {
    var texts = frame.texts();
    var all = quality.assessment();
    return new QualityPage(
        frame,
        points(all, texts),
        quality.datasets(),
        conformity,
        trend,
        edits(all, texts),
        groups(all, texts),
        quality.publishers().stream()
            .sorted(Comparator.comparingDouble(publisher -> publisher.assessment().points()))
            .map(publisher -> publisher(publisher, frame))
            .toList());
  }

  /** The points reached, and out of how many. */
  static String points(Assessment all, Texts texts) {
    return texts.get(
        "quality.points",
        "points",
        texts.number(Math.round(all.points())),
        "judged",
        texts.number(all.judged()),
        "rating",
        all.rating().label(texts.language()));
  }

  /** What would gain most. */
  static List<String> edits(Assessment all, Texts texts) {
    return all.bestEdits(EDITS).stream()
        .map(gain -> gain.indicator().advice(texts.language()))
        .toList();
  }

  /** The points in each dimension. */
  static List<Group> groups(Assessment all, Texts texts) {
    return Arrays.stream(Dimension.values()).map(d -> group(d, all, texts)).toList();
  }

  private static Group group(Dimension dimension, Assessment all, Texts texts) {
    return new Group(
        dimension.label(texts.language()),
        texts.number(Math.round(all.points(dimension))),
        Indicator.of(dimension).stream().map(i -> line(i, all, texts)).toList());
  }

  private static Line line(Indicator indicator, Assessment all, Texts texts) {
    var share = all.share(indicator);
    return new Line(
        indicator.code(),
        indicator.label(texts.language()),
        share.isJudged()
            ? texts.number(Math.round(100 * share.ratio())) + "\u00a0%"
            : texts.get("quality.notJudged"),
        texts.get(
            "quality.of",
            "points",
            texts.number(Math.round(all.points(indicator))),
            "maximum",
            texts.number(indicator.points())));
  }

  private static Publisher publisher(CatalogQuality.PublisherQuality publisher, Frame frame) {
    var organization = publisher.organization();
    return new Publisher(
        organization.title(),
        frame.address().publisher(organization.name().value()),
        frame.texts().count("count.datasets", publisher.datasets()),
        frame.texts().number(Math.round(publisher.assessment().points())));
  }
}
