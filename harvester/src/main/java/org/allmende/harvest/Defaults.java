package org.allmende.harvest;

import java.util.List;
import java.util.Optional;
import org.allmende.catalog.model.LocalizedText;

/**
 * What the operator says about the datasets of a source where the source is silent (DESIGN 7).
 * Codes were checked against their lists when the settings were read: IRIs stand here.
 *
 * @param title title of the dataset
 * @param description its description
 * @param publisher CKAN name of a configured organization
 * @param contact whom to ask
 * @param themes IRIs of EU data themes
 * @param keywords free words
 * @param frequency IRI of an EU frequency
 * @param availability IRI of an EU planned availability
 * @param accessRights IRI of an EU access right
 * @param language BCP 47 tag of the source's untagged texts, such as {@code de}
 * @param spatial IRIs of administrative keys
 * @param references IRIs, such as a pattern dataset of the Musterdatenkatalog
 * @param hvd IRIs of HVD categories; not empty marks the dataset as high-value
 * @param license IRI of the license of the data
 * @param attribution text by which the licensor wants to be named
 */
public record Defaults(
    LocalizedText title,
    LocalizedText description,
    Optional<String> publisher,
    Optional<Contact> contact,
    List<String> themes,
    List<String> keywords,
    Optional<String> frequency,
    Optional<String> availability,
    Optional<String> accessRights,
    Optional<String> language,
    List<String> spatial,
    List<String> references,
    List<String> hvd,
    Optional<String> license,
    Optional<String> attribution) {

  public Defaults {
    themes = List.copyOf(themes);
    keywords = List.copyOf(keywords);
    spatial = List.copyOf(spatial);
    references = List.copyOf(references);
    hvd = List.copyOf(hvd);
  }

  /** Nothing said. */
  public static Defaults none() {
    var silent = new LocalizedText(java.util.Map.of());
    return new Defaults(
        silent,
        silent,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same with this publisher and this contact. */
  public Defaults with(Optional<String> newPublisher, Optional<Contact> newContact) {
    return new Defaults(
        title,
        description,
        newPublisher,
        newContact,
        themes,
        keywords,
        frequency,
        availability,
        accessRights,
        language,
        spatial,
        references,
        hvd,
        license,
        attribution);
  }

  /** Whom to ask about a dataset. */
  public record Contact(
      String name, Optional<String> email, Optional<String> url, Optional<String> telephone) {}
}
