package org.allmende.harvest.fetch;

import java.io.IOException;
import java.util.Arrays;
import org.allmende.harvest.Reason;

/** A server answered, but not with 200. What it said beside the status may tell more. */
public final class StatusException extends IOException implements Reason.Reasoned {
  private static final long serialVersionUID = 1L;

  /** How much of an answer is kept. */
  public static final int MAX_BODY = 64 * 1024;

  private final transient Reason reason;
  private final int status;
  private final byte[] body;

  /** The answer of an address; of its body at most {@value #MAX_BODY} bytes are kept. */
  public StatusException(String address, int status, byte[] body) {
    this(Reason.of(textOf(status), address, Integer.toString(status)), status, body);
  }

  private StatusException(Reason reason, int status, byte[] body) {
    super(reason.text("en"));
    this.reason = reason;
    this.status = status;
    this.body = Arrays.copyOf(body, Math.min(body.length, MAX_BODY));
  }

  private static String textOf(int status) {
    return switch (status) {
      case 401, 403 -> "status-denied";
      case 404, 410 -> "status-gone";
      default -> status >= 500 ? "status-failed" : "status";
    };
  }

  @Override
  public Reason reason() {
    return reason;
  }

  /** The status of HTTP. */
  public int status() {
    return status;
  }

  /** True when the server says that nothing is there. */
  public boolean isAbsent() {
    return status == 404 || status == 410;
  }

  /** How the answer begins, decompressed. */
  public byte[] body() {
    return body.clone();
  }
}
