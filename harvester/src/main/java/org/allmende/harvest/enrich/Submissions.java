package org.allmende.harvest.enrich;

import org.allmende.catalog.Submission;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.catalog.model.DatasetDescription;

/** Changed copies of submissions. */
final class Submissions {

  private Submissions() {}

  static Submission with(Submission submission, DatasetDescription description) {
    return with(submission, description, submission.record());
  }

  static Submission with(
      Submission submission, DatasetDescription description, CatalogRecord record) {
    return new Submission(
        description, record, submission.id(), submission.name(), submission.isOwnData());
  }
}
