package org.allmende.server.format.rdf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.allmende.vocab.Prefixes;

/**
 * Puts Turtle documents of ours one behind the other, as text: to read and write them again takes
 * several times as long. The first says all prefixes; those of the others are left out, and their
 * blank nodes get labels that no other document has. For one document, on one thread.
 */
final class TurtleJoin {
  private final ByteArrayOutputStream joined = new ByteArrayOutputStream(1 << 16);
  private int documents;

  /** Begins with a document that declares {@link Prefixes}; its blank nodes keep their labels. */
  TurtleJoin(byte[] first) {
    joined.writeBytes(first);
  }

  /**
   * Adds a document, or leaves everything as it is.
   *
   * @return false when it has other prefixes, an IRI that is none, or a form that we do not write:
   *     it must then be written anew
   */
  boolean add(byte[] turtle) {
    var scan = new Scan(turtle, "d" + documents);
    if (!scan.isWhole()) {
      return false;
    }
    documents++;
    scan.copied.writeTo(joined);
    return true;
  }

  byte[] toBytes() {
    return joined.toByteArray();
  }

  /** Bytes in memory that other memory takes over without an exception to catch. */
  private static final class Copy extends ByteArrayOutputStream {
    Copy(int size) {
      super(size);
    }

    void writeTo(ByteArrayOutputStream target) {
      target.write(buf, 0, count);
    }
  }

  /** One way through a document from its first byte to its last. */
  private static final class Scan {
    private static final int BROKEN = -1;

    private final byte[] text;
    private final byte[] label;
    private final Copy copied;
    private int uncopied;

    Scan(byte[] text, String label) {
      this.text = text;
      this.label = label.getBytes(StandardCharsets.US_ASCII);
      this.copied = new Copy(text.length + 256);
    }

    boolean isWhole() {
      var at = afterPrefixes();
      uncopied = Math.max(at, 0);
      while (at >= 0 && at < text.length) {
        at = after(at);
      }
      copied.write(text, uncopied, text.length - uncopied);
      return at == text.length;
    }

    /** The end of what begins here; {@link #BROKEN} when it is not as it should be. */
    private int after(int at) {
      return switch (text[at]) {
        case '<' -> afterIri(at);
        case '"' -> afterText(at);
        case '_' -> afterLabel(at);
        case '\\' -> at + 2;
        case '#', '\'' -> BROKEN;
        default -> at + 1;
      };
    }

    private int afterIri(int begin) {
      for (var i = begin + 1; i < text.length; i++) {
        if (text[i] == '>') {
          var iri = new String(text, begin + 1, i - begin - 1, StandardCharsets.UTF_8);
          return WritableTriples.isWritable(iri) ? i + 1 : BROKEN;
        }
      }
      return BROKEN;
    }

    /** A text between one quotation mark and the next, or between three and the next three. */
    private int afterText(int begin) {
      var marks = isMark(begin + 1) && isMark(begin + 2) ? 3 : 1;
      var i = begin + marks;
      while (i < text.length) {
        if (text[i] == '\\') {
          i += 2;
        } else if (isMark(i) && (marks == 1 || (isMark(i + 1) && isMark(i + 2)))) {
          return i + marks;
        } else {
          i++;
        }
      }
      return BROKEN;
    }

    private boolean isMark(int at) {
      return at < text.length && text[at] == '"';
    }

    /** A label begins with {@code _:}, and not in the middle of a name. */
    private int afterLabel(int at) {
      var begins = at == 0 || text[at - 1] <= ' ' || "[(,;.".indexOf(text[at - 1]) >= 0;
      if (!begins || at + 1 == text.length || text[at + 1] != ':') {
        return at + 1;
      }
      copied.write(text, uncopied, at + 2 - uncopied);
      copied.writeBytes(label);
      uncopied = at + 2;
      return at + 2;
    }

    /** Where the first line begins that declares no prefix. */
    private int afterPrefixes() {
      var at = 0;
      while (begins(at, "PREFIX ") || begins(at, "@prefix ")) {
        var end = endOfLine(at);
        if (!isKnown(new String(text, at, end - at, StandardCharsets.UTF_8))) {
          return BROKEN;
        }
        at = end;
      }
      return begins(at, "BASE") || begins(at, "@base") ? BROKEN : at;
    }

    private boolean begins(int at, String word) {
      if (at + word.length() > text.length) {
        return false;
      }
      for (var i = 0; i < word.length(); i++) {
        if (text[at + i] != word.charAt(i)) {
          return false;
        }
      }
      return true;
    }

    private int endOfLine(int at) {
      var i = at;
      while (i < text.length && text[i] != '\n') {
        i++;
      }
      return Math.min(i + 1, text.length);
    }

    /** A line such as {@code PREFIX dct: <http://purl.org/dc/terms/>}. */
    private static boolean isKnown(String line) {
      var colon = line.indexOf(':');
      var open = line.indexOf('<');
      var close = line.indexOf('>');
      if (colon < 0 || open < colon || close < open) {
        return false;
      }
      var prefix = line.substring(line.indexOf(' ') + 1, colon).strip();
      return line.substring(open + 1, close).equals(Prefixes.map().get(prefix));
    }
  }
}
