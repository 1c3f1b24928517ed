package org.allmende.harvest.fetch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a server says by which it knows a document again, {@code ETag} and {@code Last-Modified}, as
 * the ledger keeps it between runs.
 *
 * @param location the document
 * @param etag of its last answer
 * @param lastModified of its last answer
 */
public record Validators(String location, Optional<String> etag, Optional<String> lastModified) {

  private static final String LOCATION = "validators.location";
  private static final String ETAG = "validators.etag";
  private static final String LAST_MODIFIED = "validators.last-modified";

  /** Nothing is known. */
  public static Validators none() {
    return new Validators("", Optional.empty(), Optional.empty());
  }

  /** From the notes about a source. */
  public static Validators fromNotes(Map<String, String> notes) {
    return new Validators(
        notes.getOrDefault(LOCATION, ""),
        Optional.ofNullable(notes.get(ETAG)),
        Optional.ofNullable(notes.get(LAST_MODIFIED)));
  }

  /** As notes; an empty value forgets. */
  public Map<String, String> toNotes() {
    var notes = new LinkedHashMap<String, String>();
    notes.put(LOCATION, location);
    notes.put(ETAG, etag.orElse(""));
    notes.put(LAST_MODIFIED, lastModified.orElse(""));
    return notes;
  }
}
