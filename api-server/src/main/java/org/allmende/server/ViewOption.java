package org.allmende.server;

import org.allmende.vocab.profile.Profile;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the value of {@code --profile} where descriptions leave in that form. */
final class ViewOption implements ITypeConverter<Profile> {
  @Override
  public Profile convert(String name) {
    return Profile.findView(name)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "unknown profile \"" + name + "\". Known: " + Profile.knownViews() + "."));
  }
}
