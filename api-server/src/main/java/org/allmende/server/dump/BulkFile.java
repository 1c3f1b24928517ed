package org.allmende.server.dump;

/**
 * A file with the whole catalog, as its page names it.
 *
 * @param path its address below the catalog's
 * @param bytes its size
 * @param sha256 of its bytes, in hexadecimal digits
 */
public record BulkFile(String path, long bytes, String sha256) {

  /** Its name. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
