package org.allmende.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of this repository, whatever directory the tests run in. */
final class Repository {
  private static final List<String> MODULES =
      List.of("vocab", "catalog-core", "harvester", "sample-data", "api-server", "bench");

  private Repository() {}

  /** The top of the repository. */
  static Path root() {
    var here = Path.of("").toAbsolutePath();
    while (here != null && !Files.isDirectory(here.resolve("catalog-core"))) {
      here = here.getParent();
    }
    if (here == null) {
      throw new IllegalStateException("the tests run outside the repository");
    }
    return here;
  }

  /** All Java sources of all modules, generated ones left out. */
  static List<Path> javaSources() throws IOException {
    var sources = new ArrayList<Path>();
    for (var module : MODULES) {
      var folder = root().resolve(module).resolve("src");
      if (Files.isDirectory(folder)) {
        try (var files = Files.walk(folder)) {
          files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
        }
      }
    }
    return sources;
  }

  /** A text file by its path from the top. */
  static String read(String path) throws IOException {
    return Files.readString(root().resolve(path));
  }
}
