package org.allmende.harvest.copy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.allmende.harvest.SourceException;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.fetch.Fetcher.Fetched;

/**
 * The documents of a source as a good run got them.
 *
 * @param file the ZIP that holds them
 * @param taken when the run began
 * @param documents how many there are
 * @param bytes how large they are together, unpacked
 */
public record RawCopy(Path file, Instant taken, int documents, long bytes) {

  static final String INDEX = "index.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The copy in a file; empty when it is none. */
  static Optional<RawCopy> find(Path file) {
    try (var zip = new ZipFile(file.toFile())) {
      var parts = ("" + zip.getComment()).split(" ");
      return parts.length == 3
          ? Optional.of(
              new RawCopy(
                  file,
                  Instant.parse(parts[0]),
                  Integer.parseInt(parts[1]),
                  Long.parseLong(parts[2])))
          : Optional.empty();
    } catch (IOException | DateTimeException | NumberFormatException e) {
      return Optional.empty(); // damaged, or nothing of ours; the next good run writes it anew
    }
  }

  /** A fetcher that gives out these documents and nothing else, without asking anybody. */
  public Fetcher replay() throws IOException {
    return new ReplayingFetcher(this, entries());
  }

  /**
   * The documents by the address for which they were asked; the last one where it was asked twice.
   */
  private Map<String, JsonNode> entries() throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      var entries = new LinkedHashMap<String, JsonNode>();
      for (var entry : JSON.readTree(bytes(zip, INDEX)).path("documents")) {
        entries.put(entry.path("asked").asText(), entry);
      }
      return entries;
    }
  }

  /** One of the documents. */
  Fetched document(JsonNode entry) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      var links = new ArrayList<String>();
      entry.path("links").forEach(link -> links.add(link.asText()));
      return new Fetched(
          entry.path("location").asText(),
          entry.path("media_type").asText(),
          entry.path("charset").asText(),
          bytes(zip, entry.path("file").asText()),
          List.copyOf(links));
    }
  }

  private byte[] bytes(ZipFile zip, String name) throws IOException {
    var entry = zip.getEntry(name);
    if (entry == null) {
      throw SourceException.of("copy-missing", name, taken.toString());
    }
    try (var in = zip.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  /** Name and password that stand in an address belong into no copy. */
  static String withoutLogin(String location) {
    return location.replaceFirst("(?i)^(https?://)[^/@\\s]+@", "$1");
  }
}
