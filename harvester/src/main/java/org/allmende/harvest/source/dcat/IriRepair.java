package org.allmende.harvest.source.dcat;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;

/**
 * Makes an IRI of what a publisher typed, so that one bad character does not cost a whole document
 * ({@code sources.md} 6.2): what may not stand in an IRI is percent-encoded. Umlauts and other
 * letters may stand there (RFC 3987) and are left alone, for the IRI of a dataset is its identity.
 */
public final class IriRepair {

  private static final String FORBIDDEN = "<>\"{}|\\^`";
  private static final int FIRST_PRIVATE = 0xE000;
  private static final int LAST_PRIVATE = 0xF8FF;
  private static final int FIRST_SPECIAL = 0xFFF0;

  private IriRepair() {}

  /** The IRI or IRI reference without forbidden characters; the same text when it had none. */
  public static String repaired(String iri) {
    var stripped = iri.strip();
    var encoded = encode(stripped);
    if (isReference(encoded)) {
      return encoded.equals(iri) ? iri : encoded;
    }
    var withoutColons = encodeColons(encoded);
    return isReference(withoutColons) ? withoutColons : encodeAll(encoded);
  }

  /** True when the text is an absolute IRI, such as may stand behind {@code rdf:resource}. */
  public static boolean isAbsolute(String text) {
    try {
      return new URI(text).isAbsolute() && isReference(text);
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static String encode(String iri) {
    var hostEnd = endOfAuthority(iri);
    var fragment = iri.indexOf('#');
    var out = new StringBuilder(iri.length());
    for (var i = 0; i < iri.length(); ) {
      var c = iri.codePointAt(i);
      var bracket = (c == '[' || c == ']') && i >= hostEnd;
      var secondHash = c == '#' && i != fragment;
      if (isForbidden(c) || bracket || secondHash || isLonePercent(iri, i)) {
        percentEncode(c, out);
      } else {
        out.appendCodePoint(c);
      }
      i += Character.charCount(c);
    }
    return out.toString();
  }

  private static boolean isForbidden(int c) {
    return c <= ' '
        || FORBIDDEN.indexOf(c) >= 0
        || (c >= 0x7F && c <= 0xA0)
        || (c >= Character.MIN_SURROGATE && c <= LAST_PRIVATE)
        || (c >= FIRST_SPECIAL && c <= 0xFFFF)
        || (c >= FIRST_PRIVATE && Character.getType(c) == Character.PRIVATE_USE)
        || Character.isSpaceChar(c);
  }

  private static boolean isLonePercent(String iri, int at) {
    return iri.charAt(at) == '%'
        && !(at + 2 < iri.length() && isHex(iri.charAt(at + 1)) && isHex(iri.charAt(at + 2)));
  }

  private static boolean isHex(char c) {
    return Character.digit(c, 16) >= 0 && c < 0x80;
  }

  private static int endOfAuthority(String iri) {
    var start = iri.indexOf("://");
    if (start < 0) {
      return 0;
    }
    for (var i = start + 3; i < iri.length(); i++) {
      if ("/?#".indexOf(iri.charAt(i)) >= 0) {
        return i;
      }
    }
    return iri.length();
  }

  /** For what has no scheme, or a host with an impossible port or IPv6 address. */
  private static String encodeColons(String iri) {
    var scheme = iri.matches("^[A-Za-z][A-Za-z0-9+.-]*://.*") ? iri.indexOf("://") + 3 : 0;
    var end = scheme == 0 ? firstSlash(iri) : endOfAuthority(iri);
    var middle =
        iri.substring(scheme, end).replace(":", "%3A").replace("[", "%5B").replace("]", "%5D");
    return iri.substring(0, scheme) + middle + iri.substring(end);
  }

  private static int firstSlash(String iri) {
    var slash = iri.indexOf('/');
    return slash < 0 ? iri.length() : slash;
  }

  private static String encodeAll(String iri) {
    var out = new StringBuilder();
    iri.codePoints()
        .forEach(
            c -> {
              if (c < 0x80 && (Character.isLetterOrDigit(c) || "-._~/%".indexOf(c) >= 0)) {
                out.appendCodePoint(c);
              } else {
                percentEncode(c, out);
              }
            });
    return out.toString();
  }

  private static void percentEncode(int codePoint, StringBuilder out) {
    var lone = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    var text = Character.toString(lone ? 0xFFFD : codePoint);
    for (var b : text.getBytes(StandardCharsets.UTF_8)) {
      out.append(String.format(Locale.ROOT, "%%%02X", b & 0xFF));
    }
  }

  private static boolean isReference(String text) {
    try {
      IRIx.create(text);
      return true;
    } catch (IRIException e) {
      return false;
    }
  }
}
