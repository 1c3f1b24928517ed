package org.allmende.harvest.source.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.allmende.harvest.SourceException;

/**
 * Bytes to text, never leniently ({@code sources.md} 2.2): byte order mark, else the configured
 * charset, else UTF-8 if all of it is, else Windows-1252.
 */
public final class TextDecoder {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** What UTF-8 umlauts, the sharp s and typographic quotes look like when decoded twice. */
  private static final Pattern DECODED_TWICE =
      Pattern.compile(
          "Ã[\u00a4\u00b6\u00bc\u009f\u0178\u201e\u2013\u0153]|â€[\u201c\u201d\u2122\u0153\u017e]");

  private static final int SEVERAL = 3;
  private static final int CHUNK = 64 * 1024;

  /** The longest text that is told by {@link #DECODED_TWICE}. */
  private static final int OVERLAP = 2;

  private TextDecoder() {}

  /**
   * A decoded text.
   *
   * @param text without its byte order mark
   * @param encoding which charset was used, such as {@code UTF-8 (BOM)}
   * @param isDecodedTwice true when several places look like UTF-8 that was taken for Latin-1
   */
  public record Decoded(String text, String encoding, boolean isDecodedTwice) {}

  /**
   * Bytes that are known to be text in a charset, to be read once or several times without holding
   * the text as a whole.
   */
  public static final class CheckedText {
    private final byte[] bytes;
    private final int from;
    private final Charset charset;
    private final String encoding;
    private final boolean isDecodedTwice;
    private final boolean isRepaired;

    private CheckedText(
        byte[] bytes, int from, Charset charset, String encoding, boolean isRepaired)
        throws CharacterCodingException {
      this.bytes = bytes;
      this.from = from;
      this.charset = charset;
      this.encoding = encoding;
      this.isRepaired = isRepaired;
      this.isDecodedTwice = check(ByteBuffer.wrap(bytes, from, bytes.length - from), charset);
    }

    /** The text from its beginning, without its byte order mark. */
    public Reader reader() {
      var in = new ByteArrayInputStream(bytes, from, bytes.length - from);
      var reader = new InputStreamReader(in, strict(charset));
      return isRepaired && isDecodedTwice ? new TwiceDecodedReader(reader) : reader;
    }

    /** Which charset was used, such as {@code UTF-8 (BOM)}. */
    public String encoding() {
      return encoding;
    }

    /** True when several places look like UTF-8 that was taken for Latin-1, and stay so. */
    public boolean isDecodedTwice() {
      return isDecodedTwice && !isRepaired;
    }
  }

  /**
   * Finds out the charset of a text, all of which is looked at.
   *
   * @param place its name in messages
   * @param mapping may name the charset, and ask for the mending of text that was decoded twice
   * @throws IOException when the bytes are no text in any charset that is allowed
   */
  public static CheckedText open(byte[] bytes, String place, Mapping mapping) throws IOException {
    return open(bytes, place, mapping.charset(), mapping.repairsEncoding());
  }

  /** The same for a text whose charset is known otherwise. */
  public static CheckedText open(byte[] bytes, String place, Optional<String> charset)
      throws IOException {
    return open(bytes, place, charset, false);
  }

  /** Whether Java knows a charset of this name. */
  public static boolean isCharset(String name) {
    try {
      return Charset.isSupported(name);
    } catch (IllegalCharsetNameException e) {
      return false;
    }
  }

  private static CheckedText open(
      byte[] bytes, String place, Optional<String> charset, boolean isRepaired) throws IOException {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return readable(bytes, 3, StandardCharsets.UTF_8, "UTF-8 (BOM)", place, isRepaired);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return readable(bytes, 2, StandardCharsets.UTF_16LE, "UTF-16LE (BOM)", place, isRepaired);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return readable(bytes, 2, StandardCharsets.UTF_16BE, "UTF-16BE (BOM)", place, isRepaired);
    }
    if (charset.isPresent()) {
      var configured = Charset.forName(charset.get());
      return readable(bytes, 0, configured, configured.name(), place, isRepaired);
    }
    requireText(bytes, place);
    try {
      return new CheckedText(bytes, 0, StandardCharsets.UTF_8, "UTF-8", isRepaired);
    } catch (CharacterCodingException e) {
      return readable(bytes, 0, WINDOWS_1252, "windows-1252", place, isRepaired);
    }
  }

  /** A zero byte is a letter in no charset that is guessed; UTF-16 is full of them. */
  private static void requireText(byte[] bytes, String place) throws IOException {
    for (int i = 0; i < Math.min(bytes.length, CHUNK); i++) {
      if (bytes[i] == 0) {
        throw SourceException.of("zero-bytes", place);
      }
    }
  }

  private static CheckedText readable(
      byte[] bytes, int from, Charset charset, String encoding, String place, boolean isRepaired)
      throws IOException {
    try {
      return new CheckedText(bytes, from, charset, encoding, isRepaired);
    } catch (CharacterCodingException e) {
      throw SourceException.causedBy(e, "undecodable", place, charset.name());
    }
  }

  /**
   * Decodes as a whole.
   *
   * @param place its name in messages
   * @param charset the configured one
   * @throws IOException when the bytes are no text in any charset that is allowed
   */
  public static Decoded decode(byte[] bytes, String place, Optional<String> charset)
      throws IOException {
    var readable = open(bytes, place, charset, false);
    var text = new StringWriter(bytes.length);
    try (var reader = readable.reader()) {
      reader.transferTo(text);
    }
    return new Decoded(text.toString(), readable.encoding(), readable.isDecodedTwice());
  }

  /** Decodes piece by piece and keeps nothing; tells whether the text was decoded twice. */
  private static boolean check(ByteBuffer bytes, Charset charset) throws CharacterCodingException {
    var decoder = strict(charset);
    var chunk = CharBuffer.allocate(CHUNK);
    var found = 0;
    for (var isDone = false; !isDone; ) {
      var result = decoder.decode(bytes, chunk, true);
      if (result.isError()) {
        result.throwException();
      }
      isDone = result.isUnderflow();
      chunk.flip();
      found += found < SEVERAL ? decodedTwice(chunk) : 0;
      // A mark that the end of the piece cuts in two is found with the next one.
      chunk.position(Math.max(0, chunk.limit() - OVERLAP)).compact();
    }
    return found >= SEVERAL;
  }

  private static int decodedTwice(CharBuffer chunk) {
    var text = chunk.toString();
    return text.indexOf('Ã') < 0 && text.indexOf('â') < 0
        ? 0
        : (int) DECODED_TWICE.matcher(text).results().limit(SEVERAL).count();
  }

  private static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
