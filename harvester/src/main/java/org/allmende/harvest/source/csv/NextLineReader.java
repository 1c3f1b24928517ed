package org.allmende.harvest.source.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** U+0085 ends a line outside quotes; inside it is content ({@code sources.md} 2.2). */
final class NextLineReader extends FilterReader {

  private boolean isQuoted;

  NextLineReader(Reader in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    var c = in.read();
    return c < 0 ? c : replaced((char) c);
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    var count = in.read(buffer, offset, length);
    for (int i = offset; i < offset + count; i++) {
      buffer[i] = replaced(buffer[i]);
    }
    return count;
  }

  private char replaced(char c) {
    if (c == '"') {
      isQuoted = !isQuoted;
    }
    return c == '\u0085' && !isQuoted ? '\n' : c;
  }
}
