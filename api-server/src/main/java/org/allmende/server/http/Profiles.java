package org.allmende.server.http;

import java.util.Optional;
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
        profile = name.isBlank() ? profile : view(in, name.strip());
      }
    }
    return profile;
  }

  /** The one profile that {@code profile} names, for validation; without it the default. */
  public static Profile one(ParamReader in) {
    return in.find("profile").map(name -> shapes(in, name)).orElse(Profile.DCAT_AP_DE);
  }

  private static Profile shapes(ParamReader in, String name) {
    return known(in, "profile", name, Profile.find(name), Profile.known());
  }

  private static Profile view(ParamReader in, String name) {
    return known(in, "profiles", name, Profile.findView(name), Profile.knownViews());
  }

  private static Profile known(
      ParamReader in, String parameter, String name, Optional<Profile> profile, String known) {
    if (profile.isEmpty()) {
      in.complain(parameter, "Unknown profile \"" + name + "\". Known: " + known + ".");
    }
    return profile.orElse(Profile.DCAT_AP_DE);
  }
}
