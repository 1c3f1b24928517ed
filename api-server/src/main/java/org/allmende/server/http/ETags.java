package org.allmende.server.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Strong entity tags and conditional requests (RFC 9110, 8.8.3 and 13.1.2). */
public final class ETags {
  private ETags() {}

  /** The tag of something that already has a name of its own, such as a hash or sequence number. */
  public static String of(String name) {
    return '"' + name.replaceAll("[^!#-~]", "") + '"';
  }

  /** The tag of a content that is named by what it is made of. */
  public static String ofParts(Object... parts) {
    var digest = sha256();
    for (var part : parts) {
      digest.update(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return tag(digest);
  }

  /** The tag of a whole body. */
  public static String ofBytes(byte[] body) {
    var digest = sha256();
    digest.update(body);
    return tag(digest);
  }

  /**
   * Tells the tag, and answers 304 when the client has it already.
   *
   * @return true when the request is answered
   */
  public static boolean isAnswered(Context ctx, String tag) {
    ctx.header("ETag", tag);
    if (!matches(ctx.header("If-None-Match"), tag)) {
      return false;
    }
    ctx.status(304);
    return true;
  }

  /** Whether a list of tags, or {@code *}, has this one; weak tags count like strong ones here. */
  static boolean matches(@Nullable String list, String tag) {
    if (list == null) {
      return false;
    }
    for (var candidate : list.split(",")) {
      var bare = candidate.strip();
      if (bare.equals("*") || bare.equals(tag) || bare.equals("W/" + tag)) {
        return true;
      }
    }
    return false;
  }

  private static String tag(MessageDigest digest) {
    return '"' + HexFormat.of().formatHex(digest.digest(), 0, 16) + '"';
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
