package org.allmende.server.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code multipart/form-data} body part by part (RFC 7578), as it comes: nothing of a part
 * waits in memory but what the caller keeps. For one thread.
 *
 * <pre>{@code
 * var parts = MultipartReader.of(contentType, in);
 * for (var part = parts.next(); part.isPresent(); part = parts.next()) {
 *   keep(part.get().name(), part.get().body());
 * }
 * }</pre>
 */
public final class MultipartReader {

  /** The body is no multipart one, or ends too early. */
  public static final class BrokenMultipartException extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenMultipartException(String message) {
      super(message);
    }
  }

  /**
   * One part.
   *
   * @param name of the field
   * @param fileName of a file; empty for a text field
   * @param body ends where the part ends; what is not read of it is skipped
   */
  public record Part(String name, Optional<String> fileName, InputStream body) {}

  private static final Pattern BOUNDARY =
      Pattern.compile("(?i);\\s*boundary=(?:\"([^\"]{1,200})\"|([^;\\s\"]{1,200}))");
  private static final Pattern NAME = Pattern.compile("(?i);\\s*name=(?:\"([^\"]*)\"|([^;\\s]*))");
  private static final Pattern FILE =
      Pattern.compile("(?i);\\s*filename=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s]*))");

  /** RFC 5987, as older clients in Python name files with letters beyond ASCII. */
  private static final Pattern CODED_FILE =
      Pattern.compile("(?i);\\s*filename\\*=utf-8'[^';]*'([^;\\s]*)");

  private static final int BUFFER = 64 * 1024;
  private static final int LONGEST_HEADERS = 16 * 1024;

  private final InputStream in;
  private final byte[] delimiter;
  private final byte[] buffer;
  private int start;
  private int end;
  private boolean isLast;
  private @Nullable InputStream open;

  private MultipartReader(InputStream in, String boundary) {
    this.in = in;
    this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    this.buffer = new byte[BUFFER + delimiter.length];
    // The first boundary may be the first line; before every other stands the end of a line.
    buffer[end++] = '\r';
    buffer[end++] = '\n';
    this.open = new Body();
  }

  /**
   * Reads a body.
   *
   * @param contentType the request's header
   * @throws BrokenMultipartException when it names no boundary
   */
  public static MultipartReader of(String contentType, InputStream in) throws IOException {
    var match = BOUNDARY.matcher(contentType);
    if (!match.find()) {
      throw new BrokenMultipartException("the content type names no boundary");
    }
    return new MultipartReader(in, match.group(1) == null ? match.group(2) : match.group(1));
  }

  /** The next part, what is left of the one before is skipped; empty at the end. */
  public Optional<Part> next() throws IOException {
    if (open != null) {
      var unused = open.transferTo(OutputStream.nullOutputStream());
      open = null;
    }
    if (isLast || isEndOfParts()) {
      isLast = true;
      return Optional.empty();
    }
    var headers = headers();
    var disposition = header(headers, "content-disposition");
    var name = group(NAME, disposition).orElse("");
    var fileName =
        group(CODED_FILE, disposition)
            .map(text -> ParamReader.unescape(text.replace("+", "%2B")))
            .or(() -> group(FILE, disposition).map(text -> text.replaceAll("\\\\(.)", "$1")));
    var body = new Body();
    open = body;
    return Optional.of(new Part(name, fileName, body));
  }

  private static Optional<String> group(Pattern pattern, String text) {
    var match = pattern.matcher(text);
    return match.find()
        ? Optional.of(match.group(1) == null ? match.group(2) : match.group(1))
        : Optional.empty();
  }

  private static String header(String headers, String name) {
    return headers
        .lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .findFirst()
        .map(line -> line.substring(name.length() + 1))
        .orElse("");
  }

  /** Behind the last boundary stand two dashes. */
  private boolean isEndOfParts() throws IOException {
    if (available(2) < 2) {
      throw new BrokenMultipartException("the body ends without its last boundary");
    }
    return buffer[start] == '-' && buffer[start + 1] == '-';
  }

  private String headers() throws IOException {
    var bytes = new ByteArrayOutputStream();
    while (true) {
      if (available(1) < 1) {
        throw new BrokenMultipartException("the body ends inside the headers of a part");
      }
      var next = buffer[start++];
      bytes.write(next);
      if (next == '\n') {
        var text = bytes.toString(StandardCharsets.UTF_8);
        if (text.endsWith("\r\n\r\n") || text.endsWith("\n\n")) {
          return text;
        }
      }
      if (bytes.size() > LONGEST_HEADERS) {
        throw new BrokenMultipartException("the headers of a part are too long");
      }
    }
  }

  /** How many bytes stand in the buffer, after an attempt to have so many. */
  private int available(int wanted) throws IOException {
    while (end - start < wanted && fill()) {
      // more came
    }
    return end - start;
  }

  private boolean fill() throws IOException {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    }
    if (end == buffer.length) {
      return false;
    }
    var read = in.read(buffer, end, buffer.length - end);
    if (read > 0) {
      end += read;
    }
    return read >= 0;
  }

  /** Where the delimiter begins in the buffer; -1 when it is not there. */
  private int delimiterAt() {
    for (var at = start; at <= end - delimiter.length; at++) {
      if (buffer[at] == '\r' && matches(at)) {
        return at;
      }
    }
    return -1;
  }

  private boolean matches(int at) {
    for (var i = 1; i < delimiter.length; i++) {
      if (buffer[at + i] != delimiter[i]) {
        return false;
      }
    }
    return true;
  }

  /** The bytes up to the next delimiter, which is consumed with them. */
  private final class Body extends InputStream {
    private boolean isDone;

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (isDone) {
        return -1;
      }
      if (length == 0) {
        return 0;
      }
      while (true) {
        var delimiterAt = delimiterAt();
        var free = delimiterAt < 0 ? end - start - delimiter.length + 1 : delimiterAt - start;
        if (free > 0) {
          var count = Math.min(free, length);
          System.arraycopy(buffer, start, target, offset, count);
          start += count;
          return count;
        }
        if (delimiterAt == start) {
          start += delimiter.length;
          isDone = true;
          return -1;
        }
        if (!fill()) {
          throw new BrokenMultipartException("the body ends inside a part");
        }
      }
    }
  }
}
