package org.allmende.server.ckan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.allmende.catalog.files.FileStore.StoredFile;
import org.allmende.server.http.MediaTypes;

/**
 * A file that came with a call ({@code ckan-api.md} 9).
 *
 * @param fileName as the client calls it
 * @param file where it lies
 */
record CkanUpload(String fileName, StoredFile file) {

  private static final int LONGEST = 100;
  private static final int LONGEST_EXTENSION = 21;
  private static final Map<String, String> LETTERS =
      Map.of("ß", "ss", "æ", "ae", "þ", "th", "ð", "d", "ø", "o");

  /**
   * Makes a resource speak of this file.
   *
   * @param resources address of the package's resources, such as {@code
   *     https://daten.example/dataset/ID/resource/}
   */
  ObjectNode describe(ObjectNode resource, String resources, Instant now) {
    var name = mungedName();
    var mediaType = MediaTypes.ofFileName(name);
    resource.put("url", resources + resource.path("id").asText() + "/download/" + name);
    resource.put("url_type", "upload");
    resource.put("size", file.size());
    resource.put("hash", file.sha256());
    resource.put("mimetype", mediaType);
    resource.put("last_modified", CkanJson.time(now));
    resource.remove("hash_algorithm");
    resource.remove("access_url");
    resource.remove("download_url");
    resource.remove("modified");
    return resource;
  }

  /** Takes away what a resource says of its file. */
  static void forget(ObjectNode resource) {
    for (var key : new String[] {"url_type", "size", "hash", "hash_algorithm", "mimetype"}) {
      resource.remove(key);
    }
  }

  /** The name in the address: small, plain, and never a path. */
  String mungedName() {
    var last =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    var plain =
        plain(last.toLowerCase(Locale.ROOT))
            .replaceAll("[^a-z0-9_. -]", "")
            .replaceAll("[ -]+", "-");
    var dot = plain.lastIndexOf('.');
    var extension = dot < 0 ? "" : plain.substring(dot);
    var ending =
        extension.length() > LONGEST_EXTENSION
            ? extension.substring(0, LONGEST_EXTENSION)
            : extension;
    var stem = dot < 0 ? plain : plain.substring(0, dot);
    var room = LONGEST - ending.length();
    var cut = (stem.length() > room ? stem.substring(0, room) : stem) + ending;
    return cut.length() < 3 || cut.matches("[.-]+") ? (cut + "___").substring(0, 3) : cut;
  }

  private static String plain(String text) {
    var letters = Normalizer.normalize(text, Normalizer.Form.NFC);
    for (var letter : LETTERS.entrySet()) {
      letters = letters.replace(letter.getKey(), letter.getValue());
    }
    return Normalizer.normalize(letters, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }
}
