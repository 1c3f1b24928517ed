package org.allmende.harvest.fetch;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * By what a document is known again: what a server says, {@code ETag} and {@code Last-Modified},
 * and the hash of its bytes, as the ledger keeps them between runs.
 *
 * @param location the document
 * @param etag of its last answer
 * @param lastModified of its last answer
 * @param sha256 of its bytes
 */
public record Validators(
    String location,
    Optional<String> etag,
    Optional<String> lastModified,
    Optional<String> sha256) {

  private static final String LOCATION = "validators.location";
  private static final String ETAG = "validators.etag";
  private static final String LAST_MODIFIED = "validators.last-modified";
  private static final String SHA256 = "validators.sha256";

  /** What a server says, of bytes that nobody has seen. */
  public Validators(String location, Optional<String> etag, Optional<String> lastModified) {
    this(location, etag, lastModified, Optional.empty());
  }

  /** Whether a document is the one that is known, byte by byte. */
  boolean isSame(String place, byte[] body) {
    return location.equals(place) && sha256.isPresent() && sha256.get().equals(hash(body));
  }

  /** The hash of a document. */
  static String hash(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java brings SHA-256", e);
    }
  }

  /** Nothing is known. */
  public static Validators none() {
    return new Validators("", Optional.empty(), Optional.empty());
  }

  /** From the notes about a source. */
  public static Validators fromNotes(Map<String, String> notes) {
    return new Validators(
        notes.getOrDefault(LOCATION, ""),
        Optional.ofNullable(notes.get(ETAG)),
        Optional.ofNullable(notes.get(LAST_MODIFIED)),
        Optional.ofNullable(notes.get(SHA256)));
  }

  /** As notes; an empty value forgets. */
  public Map<String, String> toNotes() {
    var notes = new LinkedHashMap<String, String>();
    notes.put(LOCATION, location);
    notes.put(ETAG, etag.orElse(""));
    notes.put(LAST_MODIFIED, lastModified.orElse(""));
    notes.put(SHA256, sha256.orElse(""));
    return notes;
  }
}
