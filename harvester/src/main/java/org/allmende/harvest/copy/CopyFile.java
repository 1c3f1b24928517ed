package org.allmende.harvest.copy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.allmende.harvest.fetch.Fetcher.Fetched;

/** A copy while it is written: a file beside the one that it will replace. */
final class CopyFile implements AutoCloseable {

  /** All documents of a copy together have at most so many bytes; a run with more leaves none. */
  static final long MOST_BYTES = 512L * 1024 * 1024;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String source;
  private final Path target;
  private final Path part;
  private final ArrayNode index = JSON.createArrayNode();
  private final Set<String> names = new HashSet<>();
  private Optional<ZipOutputStream> zip = Optional.empty();
  private long bytes;

  CopyFile(String source, Path target) {
    this.source = source;
    this.target = target;
    this.part = target.resolveSibling(target.getFileName() + ".part");
  }

  /** Whether a document has room beside those that are there. */
  boolean hasRoomFor(Fetched document) {
    return bytes + document.body().length <= MOST_BYTES;
  }

  /**
   * Adds a document.
   *
   * @param asked the address by which it was asked for
   */
  void add(String asked, Fetched document) throws IOException {
    var name = name(document.location());
    var out = opened();
    // What is packed already does not get smaller, and only costs time.
    out.setLevel(isPacked(document.body()) ? Deflater.NO_COMPRESSION : Deflater.BEST_SPEED);
    out.putNextEntry(new ZipEntry(name));
    out.write(document.body());
    out.closeEntry();
    bytes += document.body().length;
    var entry = index.addObject().put("file", name).put("asked", RawCopy.withoutLogin(asked));
    entry.put("location", RawCopy.withoutLogin(document.location()));
    entry.put("media_type", document.mediaType()).put("charset", document.charset());
    var links = entry.putArray("links");
    document.links().forEach(links::add);
  }

  private ZipOutputStream opened() throws IOException {
    if (zip.isEmpty()) {
      zip = Optional.of(new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(part))));
    }
    return zip.get();
  }

  private static boolean isPacked(byte[] body) {
    return body.length > 1 && body[0] == 'P' && body[1] == 'K';
  }

  /** A name that a person recognizes and that no other document has. */
  private String name(String location) {
    var path = location.replaceFirst("[?#].*$", "").replaceFirst("[/\\\\]+$", "");
    var last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    var plain = last.replaceAll("[^A-Za-z0-9._-]", "_");
    var number = String.format(Locale.ROOT, "%04d-", names.size() + 1);
    var name = number + plain.substring(0, Math.min(plain.length(), 80));
    names.add(name);
    return name;
  }

  /** Puts the copy in the place of the last one; without documents the last one stays. */
  void replace(Instant taken) throws IOException {
    if (zip.isEmpty()) {
      return;
    }
    var out = zip.get();
    var about = JSON.createObjectNode().put("source", source).put("taken", taken.toString());
    about.set("documents", index);
    out.setLevel(Deflater.BEST_SPEED);
    out.putNextEntry(new ZipEntry(RawCopy.INDEX));
    out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(about));
    out.closeEntry();
    out.setComment(taken + " " + index.size() + " " + bytes);
    out.close();
    zip = Optional.empty();
    Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Throws away what was not kept. */
  @Override
  public void close() throws IOException {
    if (zip.isPresent()) {
      zip.get().close();
      zip = Optional.empty();
    }
    Files.deleteIfExists(part);
  }
}
