package org.allmende.harvest.source.oparl;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.Reason;
import org.allmende.harvest.SourceException;
import org.allmende.harvest.fetch.Fetcher;

/**
 * Reads a folder: every JSON file is an object, a list page or an array of objects; {@code type}
 * says what each is, {@code id} joins them, and nothing outside is fetched.
 */
final class OparlFolder {

  private final OparlArchive archive;
  private final Fetcher fetcher;

  OparlFolder(OparlArchive archive, Fetcher fetcher) {
    this.archive = archive;
    this.fetcher = fetcher;
  }

  void read(HarvestSource source) throws IOException {
    var files = 0;
    for (var file : fetcher.files(source.location())) {
      if (file.toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
        files++;
        readFile(file);
      }
    }
    if (files == 0) {
      throw SourceException.of("oparl-no-files", source.location());
    }
  }

  private void readFile(Path file) {
    try {
      addAll(OparlJson.read(fetcher.fetch(file.toString()), archive.repairs()), file);
    } catch (IOException e) {
      fetcher.notes().unreadable(Reason.of(e));
      fetcher.notes().cutShort(Reason.of("file-unread", "" + file.getFileName()));
    }
  }

  private void addAll(JsonNode json, Path file) {
    var list = json.path("data").isArray() ? json.path("data") : json;
    for (var node : OparlJson.elements(list)) {
      if (!archive.add(node, "", file.getFileName().toString())) {
        fetcher.notes().unreadable(OparlArchive.noObject(String.valueOf(file.getFileName()), node));
      }
    }
  }
}
