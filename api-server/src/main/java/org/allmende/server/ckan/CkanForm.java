package org.allmende.server.ckan;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.files.FileStore;
import org.allmende.server.http.MultipartReader;
import org.allmende.server.http.MultipartReader.BrokenMultipartException;
import org.allmende.server.http.MultipartReader.Part;

/**
 * The fields and files of a multipart body. A file goes to disk as it comes, and no further than is
 * allowed.
 *
 * @param fields the text fields
 * @param uploads the files by field
 */
record CkanForm(Map<String, List<String>> fields, Map<String, CkanUpload> uploads) {

  static final CkanForm EMPTY = new CkanForm(Map.of(), Map.of());

  private static final int MOST_TEXT = 10 * 1024 * 1024;

  /** The field that carries a file, alone or at the end of a path as {@code package_revise} has. */
  private static final String UPLOAD = "upload";

  /** A file is larger than is allowed. */
  private static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Reads a body.
   *
   * @param files where files go; empty: nowhere
   * @param most how many bytes a file may have
   * @throws CkanException when a file has more; the rest is not read
   * @throws BadCallException when the body is broken
   */
  static CkanForm read(String contentType, InputStream in, Optional<FileStore> files, long most)
      throws IOException {
    var fields = new LinkedHashMap<String, List<String>>();
    var uploads = new LinkedHashMap<String, CkanUpload>();
    try {
      var parts = MultipartReader.of(contentType, in);
      var text = 0L;
      for (var part = parts.next(); part.isPresent(); part = parts.next()) {
        var name = part.get().name();
        if (isUpload(part.get())) {
          if (files.isPresent()) {
            uploads.put(name, stored(part.get(), files.get(), most));
          }
        } else if (part.get().fileName().isEmpty()) {
          var bytes = part.get().body().readNBytes(MOST_TEXT);
          text += bytes.length;
          if (text >= MOST_TEXT) {
            throw CkanException.invalid(name, "The texts of this form are too long");
          }
          fields
              .computeIfAbsent(name, key -> new ArrayList<>())
              .add(new String(bytes, StandardCharsets.UTF_8));
        }
      }
    } catch (TooLargeException e) {
      throw CkanException.invalid(UPLOAD, "File upload too large");
    } catch (BrokenMultipartException e) {
      throw BadCallException.noForm();
    }
    return new CkanForm(fields, uploads);
  }

  /** A form without a chosen file sends one without a name. */
  private static boolean isUpload(Part part) {
    var name = part.name();
    return (name.equals(UPLOAD) || name.equals(Pictures.UPLOAD) || name.endsWith("__" + UPLOAD))
        && part.fileName().filter(file -> !file.isBlank()).isPresent();
  }

  private static CkanUpload stored(Part part, FileStore files, long most) throws IOException {
    var stored = files.store(out -> copy(part.body(), out, most));
    return new CkanUpload(part.fileName().orElseThrow(), stored);
  }

  private static void copy(InputStream in, OutputStream out, long most) throws IOException {
    var buffer = new byte[64 * 1024];
    var left = most;
    for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      left -= read;
      if (left < 0) {
        throw new TooLargeException();
      }
      out.write(buffer, 0, read);
    }
  }
}
