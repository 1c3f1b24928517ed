package org.allmende.server;

import org.allmende.vocab.profile.Profile;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the value of {@code --profile}. */
final class ProfileOption implements ITypeConverter<Profile> {
  @Override
  public Profile convert(String name) {
    return Profile.find(name)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "unknown profile \"" + name + "\". Known: " + Profile.known() + "."));
  }
}
