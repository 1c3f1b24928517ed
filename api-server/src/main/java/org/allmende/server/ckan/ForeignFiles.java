package org.allmende.server.ckan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.allmende.catalog.files.FileStore;
import org.allmende.catalog.model.Identity;

/**
 * Resources that name the file of somebody else: an address of ours with the hash of a file that
 * the dataset neither has nor has just been sent. It would open that file to whoever may see the
 * dataset, also when it is that of a private one.
 */
final class ForeignFiles {
  private final FileStore files;
  private final Identity identity;
  private final Set<String> own;

  /**
   * @param shown the dataset as it is: its files stay its own
   */
  ForeignFiles(FileStore files, Identity identity, PackageForm shown) {
    this.files = files;
    this.identity = identity;
    this.own =
        shown.resources().stream()
            .filter(resource -> isOurs(resource.text("url").orElse("")))
            .flatMap(resource -> resource.text("hash").stream())
            .collect(Collectors.toSet());
  }

  private boolean isOurs(String url) {
    return identity.today(url.strip()).startsWith(identity.url() + "/dataset/");
  }

  /** Whether a resource names one. */
  boolean isNamedBy(JsonNode resource) {
    // As it will be kept: in small letters.
    var hash =
        PackageForm.written(resource.path("hash")).orElse("").strip().toLowerCase(Locale.ROOT);
    return (isOurs(address(resource, "url")) || isOurs(address(resource, "download_url")))
        && !own.contains(hash)
        && !files.isHeld(hash)
        && files.find(hash).isPresent();
  }

  private static String address(JsonNode resource, String key) {
    return PackageForm.written(resource.path(key)).orElse("");
  }
}
