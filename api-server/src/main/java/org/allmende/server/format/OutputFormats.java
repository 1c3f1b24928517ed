package org.allmende.server.format;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.allmende.server.format.rdf.RdfFormat;

/**
 * The output formats at hand, the preferred first.
 *
 * @param formats all of them
 */
public record OutputFormats(List<OutputFormat> formats) {

  public OutputFormats {
    formats = List.copyOf(formats);
  }

  /** All formats that we have. */
  public static OutputFormats all() {
    return new OutputFormats(RdfFormat.all());
  }

  /** The format of a suffix without dot, such as {@code ttl}. */
  public Optional<OutputFormat> findBySuffix(String suffix) {
    return formats.stream().filter(format -> format.suffixes().contains(suffix)).findFirst();
  }

  /** The format of a media type. */
  public Optional<OutputFormat> findByMediaType(String mediaType) {
    return formats.stream().filter(format -> format.mediaType().equals(mediaType)).findFirst();
  }

  /** The media types of all formats, the preferred first. */
  public List<String> mediaTypes() {
    return formats.stream().map(OutputFormat::mediaType).toList();
  }

  /** The suffixes there are, for messages: {@code "rdf, xml, ttl"}. */
  public String known() {
    return formats.stream()
        .flatMap(format -> format.suffixes().stream())
        .collect(Collectors.joining(", "));
  }
}
