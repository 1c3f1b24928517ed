package org.allmende.server.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.profile.Change;
import org.allmende.catalog.quality.Assessment;
import org.allmende.catalog.quality.CatalogQuality;
import org.allmende.catalog.quality.CatalogQuality.PublisherQuality;
import org.allmende.catalog.quality.Dimension;
import org.allmende.catalog.quality.Indicator;
import org.allmende.catalog.validate.Violation;
import org.allmende.server.validate.FindingJson;

/** Assessments as JSON; texts in one language. */
final class QualityJson {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** "Which three edits gain most". */
  private static final int EDITS = 3;

  private final String language;

  QualityJson(String language) {
    this.language = language;
  }

  /**
   * A dataset.
   *
   * @param findings what the shapes found, violations first
   * @param changes what the view says otherwise than the source
   */
  byte[] dataset(
      CatalogEntry entry, Assessment assessment, List<Violation> findings, List<Change> changes) {
    var root = JSON.createObjectNode();
    root.put("dataset", entry.uri().value());
    root.put("onHarvestPages", entry.verdict().onHarvestPages());
    addAssessment(root, assessment);
    addFindings(root.putArray("findings"), findings);
    addChanges(root.putArray("changes"), changes);
    return bytes(root);
  }

  private void addFindings(ArrayNode list, List<Violation> findings) {
    findings.forEach(finding -> FindingJson.write(finding, language, list.addObject()));
  }

  private void addChanges(ArrayNode list, List<Change> changes) {
    for (var change : changes) {
      var node = list.addObject();
      node.put("rule", change.reason().rule());
      node.put("node", change.node());
      node.put("property", change.property());
      change.before().forEach(node.withArray("before")::add);
      change.after().forEach(node.withArray("after")::add);
      node.put("text", change.sentence(language));
    }
  }

  byte[] catalog(CatalogQuality quality) {
    var root = JSON.createObjectNode();
    root.put("sequence", quality.sequence());
    root.put("datasets", quality.datasets());
    addAssessment(root, quality.assessment());
    var publishers = root.putArray("publishers");
    for (var publisher : quality.publishers()) {
      addHead(publishers.addObject(), publisher);
    }
    return bytes(root);
  }

  byte[] publisher(PublisherQuality publisher) {
    var root = JSON.createObjectNode();
    addHead(root, publisher);
    addDetails(root, publisher.assessment());
    return bytes(root);
  }

  private void addHead(ObjectNode node, PublisherQuality publisher) {
    node.put("publisher", publisher.organization().name().value());
    node.put("title", publisher.organization().title());
    node.put("datasets", publisher.datasets());
    addPoints(node, publisher.assessment());
  }

  private void addAssessment(ObjectNode node, Assessment assessment) {
    addPoints(node, assessment);
    addDetails(node, assessment);
  }

  private void addPoints(ObjectNode node, Assessment assessment) {
    node.put("points", rounded(assessment.points()));
    node.put("judged", assessment.judged());
    node.put("maximum", Assessment.MAXIMUM);
    node.put("rating", assessment.rating().name().toLowerCase(Locale.ROOT));
    node.put("ratingLabel", assessment.rating().label(language));
  }

  private void addDetails(ObjectNode node, Assessment assessment) {
    var dimensions = node.putArray("dimensions");
    for (var dimension : Dimension.values()) {
      addDimension(dimensions.addObject(), dimension, assessment);
    }
    var edits = node.putArray("edits");
    for (var gain : assessment.bestEdits(EDITS)) {
      edits
          .addObject()
          .put("indicator", gain.indicator().code())
          .put("gain", rounded(gain.points()))
          .put("advice", gain.indicator().advice(language));
    }
  }

  private void addDimension(ObjectNode node, Dimension dimension, Assessment assessment) {
    node.put("code", dimension.name().toLowerCase(Locale.ROOT));
    node.put("label", dimension.label(language));
    node.put("points", rounded(assessment.points(dimension)));
    addIndicators(node.putArray("indicators"), dimension, assessment);
  }

  private void addIndicators(ArrayNode list, Dimension dimension, Assessment assessment) {
    for (var indicator : Indicator.of(dimension)) {
      var share = assessment.share(indicator);
      list.addObject()
          .put("code", indicator.code())
          .put("label", indicator.label(language))
          .put("passed", share.passed())
          .put("of", share.of())
          .put("points", rounded(assessment.points(indicator)))
          .put("maximum", indicator.points());
    }
  }

  private static double rounded(double points) {
    return Math.round(points * 10) / 10.0;
  }

  private static byte[] bytes(ObjectNode root) {
    try {
      return JSON.writeValueAsBytes(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of numbers and texts can be written", e);
    }
  }
}
