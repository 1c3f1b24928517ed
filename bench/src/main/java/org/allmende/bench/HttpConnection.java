package org.allmende.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One HTTP/1.1 connection that stays open, for one thread. It reads no more of an answer than is
 * needed to find its end, since client and server share the cores; it speaks to this machine alone.
 */
final class HttpConnection implements AutoCloseable {

  private static final int TIMEOUT_MILLIS = 60_000;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] buffer = new byte[64 * 1024];
  private int position;
  private int limit;

  /**
   * What came back.
   *
   * @param bytes length of the body as it was sent
   * @param isClosing true when the server ends the connection with this answer
   */
  record Answer(int status, long bytes, boolean isClosing) {}

  /** Lines of a head that tell how long the body is. */
  private record Head(int status, long length, boolean isChunked, boolean isClosing) {}

  private HttpConnection(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
  }

  /**
   * Connects.
   *
   * @throws IllegalArgumentException when the address is not one of this machine alone
   */
  static HttpConnection open(InetSocketAddress address) throws IOException {
    if (address.getAddress() == null || !address.getAddress().isLoopbackAddress()) {
      throw new IllegalArgumentException(
          "load goes to a loopback address such as 127.0.0.1 alone, got " + address);
    }
    var socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.connect(address, TIMEOUT_MILLIS);
      return new HttpConnection(socket);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** The bytes of a GET; {@code headers} are whole lines, each ending in {@code \r\n}. */
  static byte[] get(String target, String headers) {
    return ("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Sends a request and reads the whole answer; the body goes to {@code sink}. */
  Answer exchange(byte[] request, OutputStream sink) throws IOException {
    out.write(request);
    out.flush();
    var head = readHead();
    var bytes = head.isChunked() ? readChunks(sink) : copy(head.length(), sink);
    return new Answer(head.status(), bytes, head.isClosing());
  }

  private Head readHead() throws IOException {
    var status = Integer.parseInt(readLine().split(" ", 3)[1]);
    var length = 0L;
    var isChunked = false;
    var isClosing = false;
    for (var line = readLine(); !line.isEmpty(); line = readLine()) {
      switch (line.charAt(0)) {
        case 'c', 'C', 't', 'T' -> {
          var header = line.toLowerCase(Locale.ROOT);
          if (header.startsWith("content-length:")) {
            length = Long.parseLong(header.substring("content-length:".length()).strip());
          }
          isChunked |= header.startsWith("transfer-encoding:") && header.contains("chunked");
          isClosing |= header.startsWith("connection:") && header.contains("close");
        }
        default -> {
          // Not about the length.
        }
      }
    }
    return new Head(status, length, isChunked, isClosing);
  }

  private long readChunks(OutputStream sink) throws IOException {
    var sum = 0L;
    while (true) {
      var line = readLine();
      var end = line.indexOf(';');
      var size = Long.parseLong((end < 0 ? line : line.substring(0, end)).strip(), 16);
      if (size == 0) {
        skipTrailers();
        return sum;
      }
      sum += copy(size, sink);
      readLine();
    }
  }

  private void skipTrailers() throws IOException {
    var line = readLine();
    while (!line.isEmpty()) {
      line = readLine();
    }
  }

  private long copy(long length, OutputStream sink) throws IOException {
    var left = length;
    while (left > 0) {
      if (position == limit) {
        fill();
      }
      var step = (int) Math.min(left, limit - position);
      sink.write(buffer, position, step);
      position += step;
      left -= step;
    }
    return length;
  }

  /** The next line without its end; heads are ASCII. */
  private String readLine() throws IOException {
    var line = new StringBuilder(64);
    while (true) {
      if (position == limit) {
        fill();
      }
      var end = position;
      while (end < limit && buffer[end] != '\n') {
        end++;
      }
      line.append(new String(buffer, position, end - position, StandardCharsets.ISO_8859_1));
      position = Math.min(end + 1, limit);
      if (end < limit) {
        var last = line.length() - 1;
        if (last >= 0 && line.charAt(last) == '\r') {
          line.setLength(last);
        }
        return line.toString();
      }
    }
  }

  private void fill() throws IOException {
    var read = in.read(buffer);
    if (read < 0) {
      throw new EOFException("the server ended the connection in the middle of an answer");
    }
    position = 0;
    limit = read;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
