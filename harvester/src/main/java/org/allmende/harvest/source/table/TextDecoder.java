package org.allmende.harvest.source.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
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
   * Decodes.
   *
   * @param place its name in messages
   * @param charset the configured one
   * @throws IOException when the bytes are no text in any charset that is allowed
   */
  public static Decoded decode(byte[] bytes, String place, Optional<String> charset)
      throws IOException {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return decoded(strict(bytes, 3, StandardCharsets.UTF_8, place), "UTF-8 (BOM)");
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return decoded(strict(bytes, 2, StandardCharsets.UTF_16LE, place), "UTF-16LE (BOM)");
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return decoded(strict(bytes, 2, StandardCharsets.UTF_16BE, place), "UTF-16BE (BOM)");
    }
    if (charset.isPresent()) {
      var configured = Charset.forName(charset.get());
      return decoded(strict(bytes, 0, configured, place), configured.name());
    }
    return guessed(bytes, place);
  }

  private static Decoded guessed(byte[] bytes, String place) throws IOException {
    try {
      return decoded(decode(bytes, 0, StandardCharsets.UTF_8), "UTF-8");
    } catch (CharacterCodingException e) {
      return decoded(strict(bytes, 0, WINDOWS_1252, place), "windows-1252");
    }
  }

  private static Decoded decoded(String text, String encoding) {
    return new Decoded(
        text, encoding, DECODED_TWICE.matcher(text).results().limit(SEVERAL).count() == SEVERAL);
  }

  private static String strict(byte[] bytes, int from, Charset charset, String place)
      throws IOException {
    try {
      return decode(bytes, from, charset);
    } catch (CharacterCodingException e) {
      throw SourceException.causedBy(e, "undecodable", place, charset.name());
    }
  }

  private static String decode(byte[] bytes, int from, Charset charset)
      throws CharacterCodingException {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
        .toString();
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
