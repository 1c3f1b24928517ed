package org.allmende.server.dump;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * One complete dump: a folder with a file per format, and {@code index.json} that names them.
 *
 * @param folder where the files lie
 * @param sequence the position of the ledger when writing began; nothing in it is older
 * @param rules version of the rules that computed the descriptions
 * @param written when it was complete
 * @param datasets how many datasets are in it
 * @param files its files
 */
record Dump(
    Path folder,
    long sequence,
    String rules,
    Instant written,
    long datasets,
    List<DumpFile> files) {
  static final String INDEX = "index.json";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * A file of a dump.
   *
   * @param name such as {@code catalog.nq.gz}
   * @param mediaType of the text that is packed in it
   * @param bytes its size
   * @param sha256 of its bytes, in hexadecimal digits
   */
  record DumpFile(String name, String mediaType, long bytes, String sha256) {}

  Dump {
    files = List.copyOf(files);
  }

  /** The file of this name. */
  Optional<DumpFile> find(String name) {
    return files.stream().filter(file -> file.name().equals(name)).findFirst();
  }

  /** The index as it is sent. */
  byte[] index() throws IOException {
    var root = JSON.createObjectNode();
    root.put("sequence", sequence);
    root.put("rules", rules);
    root.put("written", written.toString());
    root.put("datasets", datasets);
    var list = root.putArray("files");
    for (var file : files) {
      list.addObject()
          .put("name", file.name())
          .put("mediaType", file.mediaType())
          .put("bytes", file.bytes())
          .put("sha256", file.sha256());
    }
    return JSON.writeValueAsBytes(root);
  }

  /** Writes the index beside the files: only then is the dump complete. */
  void writeIndex() throws IOException {
    Files.write(folder.resolve(INDEX), index());
  }

  /** The dump in a folder; empty when it is not complete. */
  static Optional<Dump> read(Path folder) {
    try {
      var index = folder.resolve(INDEX);
      return Files.isRegularFile(index)
          ? Optional.of(of(folder, JSON.readTree(index.toFile()))).filter(Dump::isComplete)
          : Optional.empty();
    } catch (IOException | IllegalArgumentException | java.time.format.DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Dump of(Path folder, JsonNode index) {
    var files =
        StreamSupport.stream(index.path("files").spliterator(), false)
            .map(
                file ->
                    new DumpFile(
                        file.path("name").asText(),
                        file.path("mediaType").asText(),
                        file.path("bytes").asLong(),
                        file.path("sha256").asText()))
            .toList();
    return new Dump(
        folder,
        index.path("sequence").asLong(),
        index.path("rules").asText(),
        Instant.parse(index.path("written").asText()),
        index.path("datasets").asLong(),
        files);
  }

  private boolean isComplete() {
    return !files.isEmpty() && files.stream().allMatch(this::isThere);
  }

  private boolean isThere(DumpFile file) {
    try {
      return Files.size(folder.resolve(file.name())) == file.bytes();
    } catch (IOException e) {
      return false;
    }
  }
}
