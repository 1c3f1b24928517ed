package org.allmende.server.files;

import java.util.Optional;
import org.allmende.catalog.model.DatasetView.DistributionView;
import org.allmende.catalog.model.Identity;

/** Which distributions are files of ours: those whose download address leads to this server. */
public final class OwnFiles {
  private OwnFiles() {}

  /** The hash of a file of ours; empty when the bytes are elsewhere. */
  public static Optional<String> hash(DistributionView distribution, Identity identity) {
    return distribution
        .downloadUrl()
        .map(identity::today)
        .filter(address -> address.startsWith(identity.url() + "/dataset/"))
        .flatMap(address -> distribution.checksum());
  }

  /** The name at the end of a distribution's address; {@code download} when there is none. */
  public static String name(DistributionView distribution) {
    var address = distribution.downloadUrl().orElse("").replaceFirst("[?#].*", "");
    var name = address.substring(address.lastIndexOf('/') + 1);
    return name.isEmpty() ? "download" : name;
  }
}
