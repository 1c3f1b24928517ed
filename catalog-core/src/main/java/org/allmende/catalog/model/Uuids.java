package org.allmende.catalog.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** Name-based UUIDs of version 5 (RFC 9562 section 5.5): SHA-1 of a namespace and a name. */
public final class Uuids {

  /** The namespace of URLs, RFC 9562 section 6.6. */
  public static final UUID URL = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

  private static final Pattern FORM =
      Pattern.compile(
          "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

  private Uuids() {}

  /** The UUID of {@code name} in {@code namespace}. */
  public static UUID v5(UUID namespace, String name) {
    var sha1 = sha1();
    sha1.update(
        ByteBuffer.allocate(16)
            .putLong(namespace.getMostSignificantBits())
            .putLong(namespace.getLeastSignificantBits())
            .array());
    var hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
    var high = (hash.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x5000L;
    var low = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  /** True for the usual form with dashes, in either case. */
  public static boolean isUuid(String text) {
    return FORM.matcher(text).matches();
  }

  /**
   * The UUID of {@code name} below an id that need not be a UUID: such an id stands for v5(URL,
   * iri).
   */
  public static UUID v5Below(String id, String iri, String name) {
    return v5(isUuid(id) ? UUID.fromString(id.toLowerCase(Locale.ROOT)) : v5(URL, iri), name);
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java brings SHA-1", e);
    }
  }
}
