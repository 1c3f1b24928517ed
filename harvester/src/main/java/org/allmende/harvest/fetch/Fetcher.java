package org.allmende.harvest.fetch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Gets what a source is made of. One fetcher serves one run of one source, on one thread.
 *
 * <p>Addresses outside the source's own host (or folder) are refused, unless its policy lists them.
 */
public interface Fetcher {

  /**
   * Gets one document.
   *
   * @param location http(s) address, or an absolute path
   * @throws NotModifiedException when the source says that nothing changed since the last complete
   *     run
   * @throws IOException when it cannot be had; the message says what was asked, what came, what to
   *     do
   */
  Fetched fetch(String location) throws IOException;

  /** All regular files below a folder, in the order of their paths; a file: itself alone. */
  List<Path> files(String folder) throws IOException;

  /** What the run's report should say about the fetching and reading. */
  RunNotes notes();

  /**
   * A document.
   *
   * @param location where it came from in the end, after redirects
   * @param mediaType of the header without parameters, lower case; {@code ""} for a file
   * @param charset of the header; {@code ""} when it named none
   * @param body all bytes, decompressed
   * @param links the values of the {@code Link} headers
   */
  record Fetched(
      String location, String mediaType, String charset, byte[] body, List<String> links) {}
}
