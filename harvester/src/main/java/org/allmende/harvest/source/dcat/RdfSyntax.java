package org.allmende.harvest.source.dcat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.allmende.harvest.fetch.ContentKind;
import org.allmende.harvest.fetch.Fetcher.Fetched;

/**
 * In which syntax a document is written: the media type decides, then the suffix of the address,
 * then the first characters ({@code sources.md} 6.2).
 */
enum RdfSyntax {
  RDF_XML,
  TURTLE,
  TRIG,
  N_TRIPLES,
  N_QUADS,
  JSON_LD;

  private static final Map<String, RdfSyntax> BY_MEDIA_TYPE =
      Map.ofEntries(
          Map.entry("application/rdf+xml", RDF_XML),
          Map.entry("text/turtle", TURTLE),
          Map.entry("application/turtle", TURTLE),
          Map.entry("application/x-turtle", TURTLE),
          Map.entry("text/n3", TURTLE),
          Map.entry("text/rdf+n3", TURTLE),
          Map.entry("application/ld+json", JSON_LD),
          Map.entry("application/n-triples", N_TRIPLES),
          Map.entry("application/trig", TRIG),
          Map.entry("application/x-trig", TRIG),
          Map.entry("application/n-quads", N_QUADS),
          Map.entry("text/x-nquads", N_QUADS));

  private static final Map<String, RdfSyntax> BY_SUFFIX =
      Map.ofEntries(
          Map.entry("rdf", RDF_XML),
          Map.entry("owl", RDF_XML),
          Map.entry("ttl", TURTLE),
          Map.entry("n3", TURTLE),
          Map.entry("jsonld", JSON_LD),
          Map.entry("nt", N_TRIPLES),
          Map.entry("trig", TRIG),
          Map.entry("nq", N_QUADS));

  private static final int HEAD = 4_000;
  private static final Pattern XML_ELEMENT =
      Pattern.compile(
          "<[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?(?:\\s+[\\w:.-]+\\s*=|\\s*/>|\\s*>\\s*<).*",
          Pattern.DOTALL);
  private static final Pattern QUAD =
      Pattern.compile(
          "(?:<[^>]*>|_:\\S+)\\s+<[^>]*>\\s+(?:<[^>]*>|_:\\S+|\"(?:[^\"\\\\]|\\\\.)*\"\\S*)\\s+"
              + "(?:<[^>]*>|_:\\S+)\\s*\\.\\s*(?:#.*)?");

  /** The syntax of a document; an error says what came instead of RDF. */
  static RdfSyntax of(Fetched document) throws IOException {
    ContentKind.RDF.require(document);
    var head = head(document.body());
    var declared = Optional.ofNullable(BY_MEDIA_TYPE.get(document.mediaType()));
    var told = declared.isPresent() ? declared : bySuffix(document);
    return told.isPresent() ? told.get() : sniff(head);
  }

  /** The media types that name a syntax. */
  static Set<String> mediaTypes() {
    return BY_MEDIA_TYPE.keySet();
  }

  /** True for files that could be RDF; others in a folder, such as pictures, are passed over. */
  static boolean isSuffixOfRdf(String path) {
    var suffix = suffix(path);
    return BY_SUFFIX.containsKey(suffix)
        || suffix.equals("xml")
        || suffix.equals("json")
        || suffix.isEmpty();
  }

  private static Optional<RdfSyntax> bySuffix(Fetched document) {
    return document.mediaType().equals("text/html") || document.mediaType().endsWith("json")
        ? Optional.empty()
        : Optional.ofNullable(BY_SUFFIX.get(suffix(document.location())));
  }

  private static String suffix(String location) {
    var path = location.replaceFirst("[?#].*$", "");
    var name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    var dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  private static RdfSyntax sniff(String head) {
    if (head.startsWith("{") || looksLikeJsonArray(head)) {
      return JSON_LD;
    }
    if (head.startsWith("<?") || head.startsWith("<!") || XML_ELEMENT.matcher(head).matches()) {
      return RDF_XML;
    }
    return firstStatement(head).filter(line -> QUAD.matcher(line).matches()).isPresent()
        ? N_QUADS
        : TRIG; // reads Turtle and N-Triples too
  }

  private static boolean looksLikeJsonArray(String head) {
    return head.matches("(?s)\\[\\s*(?:[{\\[\"].*)?");
  }

  private static Optional<String> firstStatement(String head) {
    return head.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .findFirst();
  }

  private static String head(byte[] body) {
    var length = Math.min(body.length, HEAD);
    var utf16 =
        length > 1
            && ((body[0] == (byte) 0xFE && body[1] == (byte) 0xFF)
                || (body[0] == (byte) 0xFF && body[1] == (byte) 0xFE));
    var text =
        new String(body, 0, length, utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    return text.replaceFirst("^\uFEFF", "").stripLeading();
  }
}
