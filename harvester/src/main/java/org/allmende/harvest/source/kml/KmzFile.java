package org.allmende.harvest.source.kml;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.ZipInputStream;
import org.allmende.harvest.SourceException;

/** A KML document with its pictures, packed as a ZIP. */
final class KmzFile {

  private static final int MOST_BYTES = 100 * 1024 * 1024;

  private KmzFile() {}

  /** The document in it; bytes that are not packed stay as they are. */
  static byte[] unpacked(byte[] bytes, String place) throws IOException {
    if (bytes.length < 2 || bytes[0] != 'P' || bytes[1] != 'K') {
      return bytes;
    }
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().toLowerCase(Locale.ROOT).endsWith(".kml")) {
          return document(zip, place);
        }
      }
    }
    throw SourceException.of("kmz-empty", place);
  }

  private static byte[] document(ZipInputStream zip, String place) throws IOException {
    var document = new ByteArrayOutputStream();
    var buffer = new byte[64 * 1024];
    for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
      document.write(buffer, 0, read);
      if (document.size() > MOST_BYTES) {
        throw SourceException.of("too-large", place, Integer.toString(MOST_BYTES));
      }
    }
    return document.toByteArray();
  }
}
