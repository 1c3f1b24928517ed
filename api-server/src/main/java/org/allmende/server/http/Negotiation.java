package org.allmende.server.http;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;

/**
 * Choice of format by the {@code Accept} header (RFC 9110, 12.5.1): the quality of a type is that
 * of the most specific range that matches it.
 */
public final class Negotiation {
  private static final String ANYTHING = "*/*";

  /** One range of the header, such as {@code text/*;q=0.5}. */
  private record Range(String type, double quality) {
    int specificityFor(String mediaType) {
      if (type.equals(mediaType)) {
        return 3;
      }
      if (type.endsWith("/*") && mediaType.startsWith(type.substring(0, type.length() - 1))) {
        return 2;
      }
      return type.equals(ANYTHING) ? 1 : 0;
    }
  }

  private final List<Range> ranges;

  private Negotiation(List<Range> ranges) {
    this.ranges = ranges;
  }

  /** What a request accepts. */
  public static Negotiation of(Context ctx) {
    var accept = ctx.header("Accept");
    return parse(accept == null ? "" : accept);
  }

  /** Reads the header; an empty one means that anything is welcome. Broken ranges are left out. */
  public static Negotiation parse(String accept) {
    var ranges = new ArrayList<Range>();
    for (var part : accept.split(",")) {
      if (!part.isBlank()) {
        ranges.add(range(part));
      }
    }
    return new Negotiation(ranges.isEmpty() ? List.of(new Range(ANYTHING, 1)) : ranges);
  }

  /**
   * The language of reports, {@code de} or {@code en}, that {@code Accept-Language} asks for (RFC
   * 9110, 12.5.4); a header that is missing, broken, or asks for other languages changes nothing.
   *
   * @param otherwise the language then
   */
  public static String language(Context ctx, String otherwise) {
    var accept = ctx.header("Accept-Language");
    if (accept == null || accept.isBlank()) {
      return otherwise;
    }
    try {
      var tag = Locale.lookupTag(LanguageRange.parse(accept), List.of("de", "en"));
      return tag == null ? otherwise : tag;
    } catch (IllegalArgumentException e) {
      return otherwise;
    }
  }

  private static Range range(String part) {
    var pieces = part.split(";");
    var quality = 1.0;
    for (var i = 1; i < pieces.length; i++) {
      var parameter = pieces[i].strip().toLowerCase(Locale.ROOT);
      if (parameter.startsWith("q=")) {
        quality = parseQuality(parameter.substring(2).strip());
      }
    }
    var type = pieces[0].strip().toLowerCase(Locale.ROOT);
    // Old Java clients send a bare star.
    return new Range(type.equals("*") ? ANYTHING : type, quality);
  }

  private static double parseQuality(String text) {
    try {
      return Math.clamp(Double.parseDouble(text), 0.0, 1.0);
    } catch (NumberFormatException e) {
      // A quality that is no number says nothing; the type beside it was named all the same.
      return 1;
    }
  }

  /** How welcome a type is, 0 (not at all) to 1. */
  public double quality(String mediaType) {
    var best = 0;
    var quality = 0.0;
    for (var range : ranges) {
      var specificity = range.specificityFor(mediaType);
      if (specificity > best) {
        best = specificity;
        quality = range.quality();
      }
    }
    return quality;
  }

  /** The most welcome of the types offered; of equals the first. Empty when none is. */
  public Optional<String> best(List<String> offered) {
    Optional<String> best = Optional.empty();
    var quality = 0.0;
    for (var type : offered) {
      var ofType = quality(type);
      if (ofType > quality) {
        quality = ofType;
        best = Optional.of(type);
      }
    }
    return best;
  }

  /**
   * The RDF type to answer with at an address that also has a page for people; empty: the page. The
   * page wins when its quality is not lower, and when nothing matches (ckan-api.md 11.6).
   */
  public Optional<String> rdfInsteadOfHtml(List<String> rdfTypes) {
    var html = Math.max(quality(MediaTypes.HTML), quality("application/xhtml+xml"));
    return best(rdfTypes).filter(type -> quality(type) > html);
  }
}
