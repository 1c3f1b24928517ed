package org.allmende.vocab.profile;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The form in which a description leaves: as it came, or normalised for an application profile. */
public enum Profile {
  /** Every triple as the source said it. */
  RAW("raw"),
  /** DCAT-AP.de 3.0, what GovData harvests. */
  DCAT_AP_DE("dcatap_de");

  private static final Map<String, Profile> BY_ID =
      Arrays.stream(values()).collect(Collectors.toMap(Profile::id, profile -> profile));

  private final String id;

  Profile(String id) {
    this.id = id;
  }

  /**
   * The name in the parameter {@code profiles} and in {@code --profile}, such as {@code dcatap_de}.
   */
  public String id() {
    return id;
  }

  /** The profile of this name, or empty. {@code euro_dcat_ap_3} is CKAN's name for the 3.0 one. */
  public static Optional<Profile> find(String id) {
    return Optional.ofNullable(BY_ID.get(id.equals("euro_dcat_ap_3") ? DCAT_AP_DE.id : id));
  }

  /** The names there are, for messages: {@code "dcatap_de, raw"}. */
  public static String known() {
    return BY_ID.keySet().stream().sorted().collect(Collectors.joining(", "));
  }
}
