package org.allmende.harvest.source.table;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Mends a text whose UTF-8 was taken for Windows-1252 and encoded once more: {@code Ã¤} is {@code
 * ä} again. A run of characters that was not UTF-8 before stays as it is.
 */
final class TwiceDecodedReader extends FilterReader {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int LONGEST_RUN = 4096;

  private final StringBuilder ready = new StringBuilder();
  private int next;

  TwiceDecodedReader(Reader in) {
    super(new BufferedReader(in));
  }

  @Override
  public int read() throws IOException {
    if (next == ready.length() && !fill()) {
      return -1;
    }
    return ready.charAt(next++);
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (next == ready.length() && !fill()) {
      return -1;
    }
    var count = Math.min(length, ready.length() - next);
    ready.getChars(next, next + count, buffer, offset);
    next += count;
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** Takes characters up to the end of the next run that may be mended. */
  private boolean fill() throws IOException {
    ready.setLength(0);
    next = 0;
    var runStart = -1;
    while (ready.length() < LONGEST_RUN) {
      in.mark(1);
      var c = in.read();
      if (c < 0) {
        break;
      }
      if (runStart >= 0 && c < 0x80) {
        in.reset();
        break;
      }
      if (runStart < 0 && c >= 0x80) {
        runStart = ready.length();
      }
      ready.append((char) c);
    }
    if (runStart >= 0) {
      ready.replace(runStart, ready.length(), mended(ready.substring(runStart)));
    }
    return !ready.isEmpty();
  }

  private static String mended(String run) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes(run)).toString();
    } catch (CharacterCodingException e) {
      return run;
    }
  }

  private static ByteBuffer bytes(String run) throws CharacterCodingException {
    var bytes = ByteBuffer.allocate(run.length());
    var encoder = WINDOWS_1252.newEncoder();
    for (int i = 0; i < run.length(); i++) {
      var c = run.charAt(i);
      if (c <= 0x9f) {
        bytes.put((byte) c); // bytes that Windows-1252 leaves open come as control characters
      } else {
        bytes.put(encoder.encode(java.nio.CharBuffer.wrap(run, i, i + 1)));
      }
    }
    return bytes.flip();
  }
}
