package org.allmende.server.ckan;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
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

  private static final Set<String> RESOURCES =
      Set.of("resource_create", "resource_update", "resource_patch");

  private static final Pattern PICTURES =
      Pattern.compile("(?:organization|group|user)_(?:create|update|patch)");

  /** A file is larger than is allowed. */
  private static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Reads a body.
   *
   * @param files where files go, held until {@link #release}
   * @param isTaken the fields whose files are kept; those of others are read, and dropped
   * @param most how many bytes a file may have
   * @throws CkanException when a file has more; the rest is not read
   * @throws BadCallException when the body is broken
   */
  static CkanForm read(
      String contentType, InputStream in, FileStore files, Predicate<String> isTaken, long most)
      throws IOException {
    var form = new CkanForm(new LinkedHashMap<>(), new LinkedHashMap<>());
    try {
      form.fill(contentType, in, files, isTaken, most);
      return form;
    } catch (IOException | RuntimeException e) {
      form.release(files, false);
      throw told(e);
    }
  }

  private static RuntimeException told(Exception e) throws IOException {
    return switch (e) {
      case TooLargeException large -> CkanException.invalid(UPLOAD, "File upload too large");
      case BrokenMultipartException broken -> BadCallException.noForm();
      case IOException failed -> throw failed;
      case RuntimeException wrong -> wrong;
      default -> throw new IllegalStateException(e);
    };
  }

  /** Lets its files go: they stay where they are named now, else they go. */
  void release(FileStore files, boolean areNamed) throws IOException {
    for (var upload : uploads.values()) {
      files.release(upload.file(), areNamed);
    }
  }

  private void fill(
      String contentType, InputStream in, FileStore files, Predicate<String> isTaken, long most)
      throws IOException {
    var parts = MultipartReader.of(contentType, in);
    var text = 0L;
    for (var part = parts.next(); part.isPresent(); part = parts.next()) {
      var name = part.get().name();
      if (isUpload(part.get())) {
        if (isTaken.test(name) && !uploads.containsKey(name)) {
          uploads.put(name, held(part.get(), files, most));
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
  }

  /** Whether an action makes something of the file in this field. */
  static boolean isTaken(String action, String field) {
    return switch (field) {
      case UPLOAD -> RESOURCES.contains(action);
      case Pictures.UPLOAD -> PICTURES.matcher(action).matches();
      default -> action.equals("package_revise");
    };
  }

  /** A form without a chosen file sends one without a name. */
  private static boolean isUpload(Part part) {
    var name = part.name();
    return (name.equals(UPLOAD) || name.equals(Pictures.UPLOAD) || name.endsWith("__" + UPLOAD))
        && part.fileName().filter(file -> !file.isBlank()).isPresent();
  }

  private static CkanUpload held(Part part, FileStore files, long most) throws IOException {
    var stored = files.hold(out -> copy(part.body(), out, most));
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
