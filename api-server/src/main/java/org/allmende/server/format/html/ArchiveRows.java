package org.allmende.server.format.html;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.allmende.server.archive.Archive;
import org.allmende.server.format.html.FilePage.Preview.Archived.Row;

/** The files in an archive as lines of its page. */
final class ArchiveRows {

  private static final int LONGEST_SHOWN = 200;

  /** What would turn the letters around it, or cannot be seen. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  /** What holds files itself. */
  private static final Pattern NESTED =
      Pattern.compile("(?i).*\\.(zip|7z|rar|tar|gz|tgz|bz2|xz|kmz|gpkg)");

  private ArchiveRows() {}

  /**
   * @param path of the archive's page, without parameters
   */
  static List<Row> of(Archive archive, String path, Texts texts) {
    return archive.entries().stream().map(entry -> row(entry, path, texts)).toList();
  }

  private static Row row(Archive.Entry entry, String path, Texts texts) {
    var note = note(entry);
    var isLink = note.isEmpty() && isShown(entry);
    return new Row(
        shown(entry.name()),
        isLink ? path + TableChoice.ofEntry(entry.name()) : "",
        texts.size(entry.size()),
        note.map(texts::get).orElse(""));
  }

  private static String shown(String name) {
    var visible = UNSEEN.matcher(name).replaceAll("\ufffd");
    return visible.length() > LONGEST_SHOWN ? visible.substring(0, LONGEST_SHOWN) + "…" : visible;
  }

  /** Whether something of it can be shown by its name. */
  static boolean isShown(Archive.Entry entry) {
    var extension = entry.name().substring(entry.name().lastIndexOf('.') + 1);
    return FileContents.isShown(extension.toLowerCase(Locale.ROOT));
  }

  /** Why it has no page, as the name of a text. */
  private static Optional<String> note(Archive.Entry entry) {
    if (entry.isRepeated()) {
      return Optional.of("archive.repeated");
    }
    return entry.name().getBytes(StandardCharsets.UTF_8).length > TableChoice.LONGEST_ENTRY
        ? Optional.of("archive.long")
        : obstacle(entry);
  }

  /** Why it cannot be read, as the name of a text. */
  static Optional<String> obstacle(Archive.Entry entry) {
    return switch (entry.packing()) {
      case ENCRYPTED -> Optional.of("archive.encrypted");
      case UNKNOWN -> Optional.of("archive.packing");
      case READABLE ->
          NESTED.matcher(entry.name()).matches() ? Optional.of("archive.nested") : Optional.empty();
    };
  }
}
