package org.allmende.server;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** In what {@code export} writes. */
enum ExportFormat {
  /** N-Quads, one graph per dataset. */
  NQ("nq"),
  /** Turtle. */
  TTL("ttl"),
  /** CKAN's packages, one a line. */
  CKAN_JSONL("ckan-jsonl");

  private final String id;

  ExportFormat(String id) {
    this.id = id;
  }

  /** Its name on the command line. */
  String id() {
    return id;
  }

  /** Reads the value of {@code --format}. */
  static final class Converter implements ITypeConverter<ExportFormat> {
    @Override
    public ExportFormat convert(String name) {
      return Arrays.stream(values())
          .filter(format -> format.id().equals(name))
          .findFirst()
          .orElseThrow(() -> new TypeConversionException(unknown(name)));
    }

    private static String unknown(String name) {
      var known = Arrays.stream(values()).map(ExportFormat::id).collect(Collectors.joining(", "));
      return "unknown format \"" + name + "\". Known: " + known + ".";
    }
  }
}
