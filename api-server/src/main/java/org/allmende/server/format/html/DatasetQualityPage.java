package org.allmende.server.format.html;

import java.util.List;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.quality.Assessment;

/**
 * How well one dataset is described.
 *
 * @param frame what is around it
 * @param title the dataset's title
 * @param address its page
 * @param points the points reached, and out of how many, as a sentence
 * @param isOnHarvestPages whether GovData gets to see it
 * @param edits what would gain most
 * @param findings what the check of DCAT-AP.de found
 * @param dimensions the points in each dimension, with its indicators
 */
record DatasetQualityPage(
    Frame frame,
    Localized title,
    String address,
    String points,
    boolean isOnHarvestPages,
    List<String> edits,
    List<String> findings,
    List<QualityPage.Group> dimensions) {

  DatasetQualityPage {
    edits = List.copyOf(edits);
    findings = List.copyOf(findings);
    dimensions = List.copyOf(dimensions);
  }

  static DatasetQualityPage of(
      Frame frame, Localized title, CatalogEntry entry, Assessment assessment) {
    var texts = frame.texts();
    return new DatasetQualityPage(
        frame,
        title,
        frame.address().dataset(entry.addresses().name().value()),
        QualityPage.points(assessment, texts),
        entry.verdict().onHarvestPages(),
        QualityPage.edits(assessment, texts),
        entry.verdict().findings().stream().map(f -> f.message(texts.language())).toList(),
        QualityPage.groups(assessment, texts));
  }
}
