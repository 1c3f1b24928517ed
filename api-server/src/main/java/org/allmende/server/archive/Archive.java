package org.allmende.server.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import org.allmende.harvest.SourceException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * What lies in a ZIP file, by its table of contents: nothing is unpacked to make the list, so no
 * bomb goes off. An archive inside the archive is an entry like any other.
 *
 * @param entries the first {@value #MOST} files in it
 * @param count how many entries there are, folders included
 * @param isCut whether it has more files than these
 */
public record Archive(List<Entry> entries, long count, boolean isCut) {

  private static final int MOST = 500;

  public Archive {
    entries = List.copyOf(entries);
  }

  /**
   * A file in the archive.
   *
   * @param name its path there
   * @param size bytes unpacked as the archive says, which may be wrong
   * @param packing how it can be had
   * @param isRepeated whether an entry before it has the same name; only the first can be opened
   */
  public record Entry(String name, long size, Packing packing, boolean isRepeated) {}

  /** How the bytes of an entry are written. */
  public enum Packing {
    /** As they are, or deflated: they can be read. */
    READABLE,
    /** With a password. */
    ENCRYPTED,
    /** In a way that hardly any program uses. */
    UNKNOWN
  }

  /**
   * Reads the table of contents.
   *
   * @throws SourceException when the file is no ZIP file, or one with too many entries
   */
  public static Archive of(Path file) throws IOException {
    try (var zip = zip(file)) {
      var entries = new ArrayList<Entry>();
      var names = new HashSet<String>();
      var count = 0L;
      var files = 0L;
      for (var entry : Collections.list(zip.getEntries())) {
        count++;
        var name = EntryNames.of(entry);
        if (!isFolder(name) && files++ < MOST) {
          entries.add(entry(entry, name, !names.add(name)));
        }
      }
      return new Archive(entries, count, files > MOST);
    }
  }

  /** The first entry with this name; empty when there is none. */
  public static Optional<Entry> find(Path file, String name) throws IOException {
    try (var zip = zip(file)) {
      return find(zip, name).map(entry -> entry(entry, name, false));
    }
  }

  /**
   * Unpacks the first entry with this name while it is read; the caller closes the stream and
   * counts what comes, for nothing that the archive says of its size need be true.
   *
   * @throws IOException when there is no such entry, or none that can be read
   */
  public static InputStream open(Path file, String name) throws IOException {
    var zip = zip(file);
    try {
      var entry = find(zip, name).filter(found -> packing(found) == Packing.READABLE);
      if (entry.isEmpty()) {
        throw new IOException("the archive has no entry \"" + name + "\" that can be read");
      }
      return new Unpacking(zip.getInputStream(entry.get()), zip);
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /** What was unpacked, and the archive that is closed with it. */
  private static final class Unpacking extends FilterInputStream {
    private final ZipFile zip;

    Unpacking(InputStream in, ZipFile zip) {
      super(in);
      this.zip = zip;
    }

    @Override
    public void close() throws IOException {
      try (zip) {
        super.close();
      }
    }
  }

  private static ZipFile zip(Path file) throws IOException {
    var count = TableOfContents.count(file);
    var zip = opened(file);
    if (Collections.list(zip.getEntries()).size() < count) {
      zip.close();
      throw SourceException.of("archive-broken");
    }
    return zip;
  }

  private static ZipFile opened(Path file) throws SourceException {
    try {
      // The table of contents says all that we tell; names are read by EntryNames.
      return ZipFile.builder().setPath(file).setIgnoreLocalFileHeader(true).get();
    } catch (IOException | RuntimeException e) {
      throw SourceException.causedBy(e, "archive-broken");
    }
  }

  private static Optional<ZipArchiveEntry> find(ZipFile zip, String name) {
    return Collections.list(zip.getEntries()).stream()
        .filter(entry -> EntryNames.of(entry).equals(name))
        .findFirst();
  }

  private static boolean isFolder(String name) {
    return name.endsWith("/") || name.endsWith("\\");
  }

  private static Entry entry(ZipArchiveEntry entry, String name, boolean isRepeated) {
    return new Entry(name, Math.max(0, entry.getSize()), packing(entry), isRepeated);
  }

  private static Packing packing(ZipArchiveEntry entry) {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      return Packing.ENCRYPTED;
    }
    var isUsual = entry.getMethod() == ZipEntry.STORED || entry.getMethod() == ZipEntry.DEFLATED;
    return isUsual ? Packing.READABLE : Packing.UNKNOWN;
  }
}
