package org.allmende.vocab.profile;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * An application profile: a form in which a description leaves, a set of shapes to hold it against,
 * or both.
 */
public enum Profile {
  /** Every triple as the source said it; no shapes. */
  RAW("raw", true),
  /** DCAT-AP.de 3.0, what GovData harvests. */
  DCAT_AP_DE("dcatap_de", true),
  /** DCAT-AP.de 2.0 with its conventions, the form that GovData's importer was made for. */
  DCAT_AP_DE_2("dcatap_de_2", true),
  /** DCAT-AP 3.0, the European profile; shapes alone. */
  DCAT_AP("dcatap", false),
  /** DCAT-AP HVD 3.0, for the high-value datasets of a document; shapes alone. */
  HVD("hvd", false);

  /** CKAN's names for some of them. */
  private static final Map<String, Profile> OTHER_NAMES =
      Map.of(
          "euro_dcat_ap_3", DCAT_AP_DE,
          "euro_dcat_ap", DCAT_AP_DE_2,
          "euro_dcat_ap_2", DCAT_AP_DE_2);

  private static final Map<String, Profile> BY_ID =
      Arrays.stream(values()).collect(Collectors.toMap(Profile::id, profile -> profile));

  private final String id;
  private final boolean isView;

  Profile(String id, boolean isView) {
    this.id = id;
    this.isView = isView;
  }

  /**
   * The name in the parameter {@code profiles} and in {@code --profile}, such as {@code dcatap_de}.
   */
  public String id() {
    return id;
  }

  /** True when descriptions leave in this form; others only validate. */
  public boolean isView() {
    return isView;
  }

  /** The profile of this name, or one of CKAN's names; or empty. */
  public static Optional<Profile> find(String id) {
    return Optional.ofNullable(BY_ID.get(id)).or(() -> Optional.ofNullable(OTHER_NAMES.get(id)));
  }

  /** The same among the profiles in which descriptions leave. */
  public static Optional<Profile> findView(String id) {
    return find(id).filter(Profile::isView);
  }

  /** All names there are, for messages: {@code "dcatap, dcatap_de, …"}. */
  public static String known() {
    return names(profile -> true);
  }

  /** The names of those in which descriptions leave, for messages. */
  public static String knownViews() {
    return names(Profile::isView);
  }

  private static String names(Predicate<Profile> wanted) {
    return Arrays.stream(values())
        .filter(wanted)
        .map(Profile::id)
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
