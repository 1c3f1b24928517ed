package org.allmende.server.http;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.allmende.vocab.codelist.CodeLists;
import org.allmende.vocab.codelist.Concept;

/** The media types of our answers, and those of the files we hand out. */
public final class MediaTypes {
  public static final String HTML = "text/html";
  public static final String JSON = "application/json";
  public static final String TEXT = "text/plain";
  public static final String PROBLEM = "application/problem+json";
  public static final String BYTES = "application/octet-stream";
  public static final String RDF_XML = "application/rdf+xml";
  public static final String TURTLE = "text/turtle";
  public static final String JSON_LD = "application/ld+json";
  public static final String N3 = "text/n3";
  public static final String N_TRIPLES = "application/n-triples";

  /** Kinds that EU's table of file types does not name, or names otherwise than browsers do. */
  private static final Map<String, String> BY_EXTENSION =
      Map.of(
          "csv",
          "text/csv",
          "geojson",
          "application/geo+json",
          "json",
          JSON,
          "txt",
          TEXT,
          "html",
          HTML,
          "htm",
          HTML,
          "svg",
          "image/svg+xml",
          "xml",
          "application/xml");

  private MediaTypes() {}

  /** The type with {@code ;charset=utf-8}, as all our texts are. */
  public static String utf8(String mediaType) {
    return mediaType + ";charset=utf-8";
  }

  /** The type before any parameter, in lower case. */
  public static String bare(String contentType) {
    var end = contentType.indexOf(';');
    return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  /** True when gzip makes such a body smaller. */
  public static boolean isText(String contentType) {
    var type = bare(contentType);
    return type.startsWith("text/")
        || type.endsWith("+json")
        || type.endsWith("+xml")
        || type.equals("image/svg+xml")
        || type.equals(JSON)
        || type.equals("application/xml")
        || type.equals("application/javascript")
        || type.equals(N_TRIPLES);
  }

  /** The type of a file by its extension; {@link #BYTES} when it says nothing. */
  public static String ofFileName(String name) {
    var dot = name.lastIndexOf('.');
    return dot < 0
        ? BYTES
        : ofExtension(name.substring(dot + 1).toLowerCase(Locale.ROOT)).orElse(BYTES);
  }

  private static Optional<String> ofExtension(String extension) {
    return Optional.ofNullable(BY_EXTENSION.get(extension))
        .or(() -> Optional.ofNullable(FileTypes.BY_EXTENSION.get(extension)));
  }

  /** Read at the first file, since the code list is large. */
  private static final class FileTypes {
    static final Map<String, String> BY_EXTENSION = read();

    private static Map<String, String> read() {
      var types = new LinkedHashMap<String, String>();
      for (Concept type : CodeLists.fileTypes().concepts()) {
        type.attribute("mediaType")
            .ifPresent(
                mediaType ->
                    type.attribute("extension").ifPresent(e -> types.putIfAbsent(e, mediaType)));
      }
      return types;
    }
  }
}
