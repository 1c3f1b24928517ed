package org.allmende.server.format.html;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/**
 * A library inside the program, as its own jar states it.
 *
 * @param license its license; {@code ""} when the jar says nothing that we can read
 */
record Library(String name, String version, String license) {
  private static final Pattern FILE = Pattern.compile("(.+?)-(\\d[^/]*)\\.jar");
  private static final Pattern IN_PROJECT = Pattern.compile("<license>\\s*<name>([^<]+)</name>");
  private static final int HEAD = 4_000;

  /** How the texts of licenses begin, the more special first. */
  private enum Known {
    APACHE("Apache-2.0", "Apache License\\W+Version 2"),
    EPL2("EPL-2.0", "Eclipse Public License[ -]*v? ?2"),
    EPL1("EPL-1.0", "Eclipse Public License"),
    LGPL("LGPL", "LESSER GENERAL PUBLIC"),
    EDL("EDL-1.0", "Eclipse Distribution License"),
    BSD("BSD", "Redistribution and use in source and binary"),
    MIT("MIT", "Permission is hereby granted, free of charge|MIT License"),
    UNICODE("Unicode", "UNICODE");

    private final String id;
    private final Pattern beginning;

    Known(String id, String beginning) {
      this.id = id;
      this.beginning = Pattern.compile(beginning, Pattern.CASE_INSENSITIVE);
    }
  }

  /** All that this program runs with, by name. */
  static List<Library> all() {
    return Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
        .map(File::new)
        .filter(file -> file.isFile() && FILE.matcher(file.getName()).matches())
        .map(Library::of)
        .filter(
            library ->
                !library.name().matches("(vocab|catalog-core|harvester|api-server|sample-data)"))
        .sorted(Comparator.comparing(Library::name))
        .distinct()
        .toList();
  }

  private static Library of(File file) {
    var name = FILE.matcher(file.getName());
    if (!name.matches()) {
      throw new IllegalArgumentException("no version in the name of " + file.getName());
    }
    try (var jar = new JarFile(file)) {
      return new Library(name.group(1), name.group(2), license(jar).orElse(""));
    } catch (IOException e) {
      throw new UncheckedIOException("the library " + file.getName() + " cannot be read", e);
    }
  }

  private static Optional<String> license(JarFile jar) throws IOException {
    for (var entry : jar.stream().filter(Library::isLicense).toList()) {
      var found = recognized(head(jar, entry));
      if (found.isPresent()) {
        return found;
      }
    }
    return inManifest(jar).or(() -> inProjectFile(jar));
  }

  private static Optional<String> inManifest(JarFile jar) throws IOException {
    return Optional.ofNullable(jar.getManifest())
        .map(m -> m.getMainAttributes().getValue("Bundle-License"))
        .map(text -> text.replaceAll("[\";,].*", "").strip())
        .map(
            text ->
                text.matches(".*apache.*[Ll][Ii][Cc][Ee][Nn][Ss][Ee].*2.*")
                    ? Known.APACHE.id
                    : text);
  }

  /** What the project file says that Maven puts into a jar: as its license, or in its head. */
  private static Optional<String> inProjectFile(JarFile jar) {
    return jar.stream()
        .filter(entry -> entry.getName().matches("META-INF/maven/.+/pom\\.xml"))
        .map(entry -> whole(jar, entry))
        .flatMap(project -> inProject(project).stream())
        .findFirst();
  }

  private static Optional<String> inProject(String text) {
    var named = IN_PROJECT.matcher(text);
    if (named.find()) {
      var name = named.group(1).strip();
      return recognized(name).or(() -> Optional.of(name));
    }
    return recognized(text.substring(0, Math.max(0, text.indexOf("<project"))));
  }

  private static String whole(JarFile jar, ZipEntry entry) {
    try (var in = jar.getInputStream(entry)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the library " + jar.getName() + " cannot be read", e);
    }
  }

  private static boolean isLicense(ZipEntry entry) {
    return entry.getName().matches("(?i)(META-INF/)?LICEN[SC]E[^/]*");
  }

  private static String head(JarFile jar, ZipEntry entry) throws IOException {
    try (var in = jar.getInputStream(entry)) {
      return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
    }
  }

  private static Optional<String> recognized(String text) {
    return Arrays.stream(Known.values())
        .filter(known -> find(known, text).find())
        .map(known -> known.id)
        .findFirst();
  }

  private static Matcher find(Known known, String text) {
    return known.beginning.matcher(text);
  }
}
