package org.allmende.harvest.fetch;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.allmende.harvest.Reason;

/** The first bytes by which files that are no text tell what they are. */
enum Signature {
  PDF("content-pdf", "%PDF"),
  ZIP("content-zip", "PK\u0003\u0004"),
  GZIP("content-gzip", "\u001f\u008b"),
  OFFICE("content-office", "\u00d0\u00cf\u0011\u00e0"),
  SQLITE("content-sqlite", "SQLite format 3"),
  PNG("content-picture", "\u0089PNG"),
  JPEG("content-picture", "\u00ff\u00d8\u00ff"),
  GIF("content-picture", "GIF8"),
  SEVEN_ZIP("content-archive", "7z\u00bc\u00af"),
  RAR("content-archive", "Rar!");

  private static final Map<ContentKind, Set<Signature>> READ =
      Map.of(
          ContentKind.XLSX, Set.of(ZIP, OFFICE),
          ContentKind.KML, Set.of(ZIP));

  private final String reason;
  private final String begin;

  Signature(String reason, String begin) {
    this.reason = reason;
    this.begin = begin;
  }

  /** What a document is that cannot be of the kind that is expected; empty for all others. */
  static Optional<Reason> against(byte[] body, ContentKind kind) {
    for (var signature : values()) {
      if (signature.isOf(body)) {
        var isRead = READ.getOrDefault(kind, Set.of()).contains(signature);
        return isRead ? Optional.empty() : Optional.of(Reason.of(signature.reason));
      }
    }
    return Optional.empty();
  }

  private boolean isOf(byte[] body) {
    if (body.length < begin.length()) {
      return false;
    }
    for (int i = 0; i < begin.length(); i++) {
      if ((body[i] & 0xFF) != begin.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
