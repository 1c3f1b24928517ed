package org.allmende.server.format.html;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.allmende.catalog.Catalog;
import org.allmende.server.archive.Archive;
import org.allmende.server.http.Problem;
import org.allmende.server.http.ProblemException;
import org.allmende.server.preview.Content;
import org.allmende.server.preview.EntryContent;
import org.allmende.server.preview.RdfHead;

/** The bytes that the page of a file shows: those of the file, or of a file in it. */
final class FileContents {

  /** What is read as rows. */
  private static final Set<String> TABLES =
      Set.of(
          "csv", "tsv", "xlsx", "json", "jsonl", "ndjson", "geojson", "kml", "gpx", "ics", "ical");

  /** What can be read as it is. */
  private static final Set<String> TEXTS =
      Set.of(
          "json", "jsonl", "ndjson", "geojson", "xml", "kml", "gpx", "gml", "rdf", "ttl", "nt",
          "nq", "n3", "jsonld", "txt", "md", "ics", "wkt");

  private final Catalog catalog;

  FileContents(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The bytes of a file; empty when they are not ours. */
  Optional<Content> of(ShownFile file) {
    return file.hash(catalog)
        .flatMap(
            hash ->
                catalog
                    .files()
                    .find(hash)
                    .map(path -> new Content.OfFile(hash, path, file.fileName())));
  }

  /**
   * The same of a file in it, when that was chosen and the file is an archive.
   *
   * @param entry its path in the archive; {@code ""} for the file as a whole
   */
  Optional<Content> of(ShownFile file, String entry) {
    var whole = of(file);
    if (entry.isEmpty()
        || !isArchive(file.extension())
        || !(whole.orElse(null) instanceof Content.OfFile(var hash, var path, var name))) {
      return whole;
    }
    return Optional.of(new EntryContent(hash, path, entry(path, name, entry)));
  }

  private static Archive.Entry entry(Path path, String name, String entry) {
    var none = Problem.notFound("The archive " + name + " has no file \"" + entry + "\".");
    try {
      return Archive.find(path, entry).orElseThrow(none::asException);
    } catch (IOException e) {
      throw new ProblemException(none, e);
    }
  }

  /** Whether they are an archive whose files are named. */
  static boolean isArchive(String extension) {
    return extension.equals("zip");
  }

  /** Whether bytes with names like this are read as rows. */
  static boolean isTable(String extension) {
    return TABLES.contains(extension);
  }

  /** Whether they are shown as they are. */
  static boolean isText(String extension) {
    return TEXTS.contains(extension);
  }

  /** Whether anything of them can be shown without the program that they are made for. */
  static boolean isShown(String extension) {
    return isTable(extension) || isText(extension) || RdfHead.isKnown(extension);
  }
}
