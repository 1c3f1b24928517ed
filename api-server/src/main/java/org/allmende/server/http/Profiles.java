package org.allmende.server.http;

import org.allmende.vocab.profile.Profile;

/** The parameter {@code profiles} (ckan-api.md 11.2). */
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
        profile = name.isBlank() ? profile : profile(in, name.strip());
      }
    }
    return profile;
  }

  private static Profile profile(ParamReader in, String name) {
    var profile = Profile.findView(name);
    if (profile.isEmpty()) {
      in.complain(
          "profiles", "Unknown profile \"" + name + "\". Known: " + Profile.knownViews() + ".");
    }
    return profile.orElse(Profile.DCAT_AP_DE);
  }
}
