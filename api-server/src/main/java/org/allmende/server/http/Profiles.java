package org.allmende.server.http;

import org.allmende.vocab.profile.Profile;

/** The parameters {@code profiles} (ckan-api.md 11.2) and {@code profile}. */
public final class Profiles {
  private Profiles() {}

  /**
   * The last of the names, separated by commas; without any the default. An unknown one is noted as
   * wrong.
   */
  public static Profile last(ParamReader in) {
    var profile = Profile.DCAT_AP_DE;
    for (var value : in.each("profiles")) {
      for (var name : value.split(",")) {
        profile = name.isBlank() ? profile : profile(in, "profiles", name.strip());
      }
    }
    return profile;
  }

  /** The one profile that {@code profile} names; without it the default. */
  public static Profile one(ParamReader in) {
    return in.find("profile").map(name -> profile(in, "profile", name)).orElse(Profile.DCAT_AP_DE);
  }

  private static Profile profile(ParamReader in, String parameter, String name) {
    var profile = Profile.find(name);
    if (profile.isEmpty()) {
      in.complain(parameter, "Unknown profile \"" + name + "\". Known: " + Profile.known() + ".");
    }
    return profile.orElse(Profile.DCAT_AP_DE);
  }
}
