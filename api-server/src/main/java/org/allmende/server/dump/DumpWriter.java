package org.allmende.server.dump;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.ledger.LedgerSnapshot;
import org.allmende.vocab.profile.Profile;

/** Writes one dump: every format in one pass over the catalog, packed and hashed on the way. */
final class DumpWriter {
  private final Catalog catalog;
  private final Exporter.Watcher watcher;

  DumpWriter(Catalog catalog, Exporter.Watcher watcher) {
    this.catalog = catalog;
    this.watcher = watcher;
  }

  /** Writes into an empty folder. */
  Dump write(Path folder) throws IOException {
    var sequence = catalog.ledger().read(LedgerSnapshot::lastSequence);
    var rules = catalog.rules();
    Map<DumpFormat, OutputStream> documents = new EnumMap<>(DumpFormat.class);
    var packed = new ArrayList<PackedFile>();
    try {
      for (var format : DumpFormat.kept()) {
        var file = new PackedFile(folder, format);
        packed.add(file);
        documents.put(format, file.text());
      }
      var datasets = new Exporter(catalog, Profile.DCAT_AP_DE, watcher).write(documents);
      var files = new ArrayList<Dump.DumpFile>();
      for (var file : packed) {
        files.add(file.finish());
      }
      var dump = new Dump(folder, sequence, rules, catalog.clock().instant(), datasets, files);
      dump.writeIndex();
      return dump;
    } finally {
      close(packed);
    }
  }

  private static void close(List<PackedFile> files) throws IOException {
    for (var file : files) {
      file.text().close();
    }
  }

  /** A file that packs what is written into it, and knows its hash and size in the end. */
  private static final class PackedFile {
    private final String name;
    private final String mediaType;
    private final MessageDigest digest = sha256();
    private final Counter counter;
    private final GZIPOutputStream gzip;
    private final OutputStream text;

    PackedFile(Path folder, DumpFormat format) throws IOException {
      this.name = "catalog." + format.extension() + ".gz";
      this.mediaType = format.mediaType();
      this.counter = new Counter(Files.newOutputStream(folder.resolve(name)));
      this.gzip = new GZIPOutputStream(new DigestOutputStream(counter, digest), 1 << 16);
      this.text = new BufferedOutputStream(gzip, 1 << 16);
    }

    OutputStream text() {
      return text;
    }

    Dump.DumpFile finish() throws IOException {
      text.close();
      var hash = HexFormat.of().formatHex(digest.digest());
      return new Dump.DumpFile(name, mediaType, counter.bytes, hash);
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }
  }

  /** Counts what goes through. */
  private static final class Counter extends FilterOutputStream {
    private long bytes;

    Counter(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int octet) throws IOException {
      out.write(octet);
      bytes++;
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
      out.write(octets, offset, length);
      bytes += length;
    }
  }
}
