package org.allmende.server.format.html;

import java.util.List;
import org.allmende.catalog.search.LicenseUse;
import org.jspecify.annotations.Nullable;

/**
 * The page of one file ({@code web-ui.md} 7.4).
 *
 * @param frame what is around it
 * @param dataset the title of its dataset
 * @param datasetAddress the page of its dataset
 * @param file the file
 * @param use what its license allows
 * @param facts what it is: format, size, rows and the like
 * @param credit what to write beside the data
 * @param preview what can be shown of it
 */
record FilePage(
    Frame frame,
    Localized dataset,
    String datasetAddress,
    FileView file,
    LicenseUse use,
    List<DatasetPage.Fact> facts,
    String credit,
    Preview preview) {

  FilePage {
    facts = List.copyOf(facts);
  }

  /** What can be shown of a file. */
  sealed interface Preview {
    /** Rows and columns. */
    record Sheet(TableView table) implements Preview {}

    /**
     * Nothing yet.
     *
     * @param again the same page, where it will be a moment later
     */
    record Underway(String again) implements Preview {}

    /**
     * Nothing.
     *
     * @param why in a sentence
     * @param reason what went wrong, in the words of those who read the file; null when nothing did
     */
    record Nothing(String why, @Nullable String reason) implements Preview {}
  }
}
