package org.allmende.server.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Strong entity tags and conditional requests (RFC 9110, 8.8.3 and 13.1.2). */
public final class ETags {
  /** The codings in which a form may be packed; its tag ends with the name. */
  private static final List<String> CODINGS = List.of("gzip", "br");

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
   * Tells the tag of a text, and answers 304 when the client has it already, packed or not.
   *
   * @return true when the request is answered
   */
  public static boolean isAnswered(Context ctx, String tag) {
    Answers.vary(ctx, "Accept-Encoding");
    return isAnsweredAsItIs(ctx, tag);
  }

  /** The same of bytes that are never packed. */
  public static boolean isAnsweredAsItIs(Context ctx, String tag) {
    var known = matching(ctx.header("If-None-Match"), tag);
    ctx.header("ETag", known.orElse(tag));
    known.ifPresent(match -> ctx.status(304));
    return known.isPresent();
  }

  /**
   * Gives the answer's tag to its packed form. Forms with different bytes must not share a strong
   * tag (RFC 9110, 8.8.3.3).
   */
  static void markPacked(Context ctx, String coding) {
    var tag = ctx.res().getHeader("ETag");
    if (tag != null) {
      ctx.header("ETag", packed(tag, coding));
    }
  }

  private static String packed(String tag, String coding) {
    return tag.substring(0, tag.length() - 1) + '-' + coding + '"';
  }

  /**
   * What of a list of tags means this one: itself, that of one of its packed forms, or this one for
   * {@code *}; weak tags count like strong ones here.
   */
  static Optional<String> matching(@Nullable String list, String tag) {
    if (list == null) {
      return Optional.empty();
    }
    for (var candidate : list.split(",")) {
      var bare = candidate.strip();
      var strong = bare.startsWith("W/") ? bare.substring(2) : bare;
      if (strong.equals("*")) {
        return Optional.of(tag);
      }
      if (strong.equals(tag)
          || CODINGS.stream().anyMatch(coding -> strong.equals(packed(tag, coding)))) {
        return Optional.of(strong);
      }
    }
    return Optional.empty();
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
