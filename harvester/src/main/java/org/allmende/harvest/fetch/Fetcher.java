package org.allmende.harvest.fetch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;

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
   * @param accept the media types that will do, as the {@code Accept} header says it; see {@link
   *     ContentKind#accept}
   * @throws NotModifiedException when the source says that nothing changed since the last complete
   *     run
   * @throws StatusException when a server answers with another status than 200
   * @throws IOException when it cannot be had; the message says what was asked, what came, what to
   *     do
   */
  Fetched fetch(String location, String accept) throws IOException;

  /** Gets one document of whatever type. */
  default Fetched fetch(String location) throws IOException {
    return fetch(location, "*/*");
  }

  /** The absolute address of a link in a document; as written where it makes no address. */
  static String resolve(String document, String link) {
    var mended = link.strip().replace(" ", "%20"); // spaces are common in data and mended alike
    try {
      return IRIx.create(document).resolve(mended).str();
    } catch (IRIException e) {
      return mended; // whoever fetches it says what is wrong with it
    }
  }

  /** All regular files below a folder, in the order of their paths; a file: itself alone. */
  List<Path> files(String folder) throws IOException;

  /** By what the document is known again; nothing when the run was more than one document. */
  default Validators validators() {
    return Validators.none();
  }

  /** Takes a document for one of this run that was at hand already, and need not be fetched. */
  default void takeOver(String location, Fetched document) {}

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
