package org.allmende.server.format.html;

import java.util.Optional;
import org.allmende.server.preview.Content;
import org.allmende.server.preview.EntryContent;
import org.allmende.server.preview.PreparedTables.State;

/**
 * One look at a file: what was asked for, and what there is.
 *
 * @param file the file
 * @param choice what somebody chose of it
 * @param view the file in words
 * @param reader what is said of its dataset
 * @param path of its page, without parameters
 * @param content the bytes that are looked at; empty when they are not ours
 * @param state the table they make; empty when they are not read as rows
 * @param texts in the language of the page
 */
record FileLook(
    ShownFile file,
    TableChoice choice,
    FileView view,
    DatasetPage.Reader reader,
    String path,
    Optional<Content> content,
    Optional<State> state,
    Texts texts) {

  /** The file in the archive that is looked at; empty when it is the file itself. */
  Optional<EntryContent> entry() {
    return content.filter(EntryContent.class::isInstance).map(EntryContent.class::cast);
  }

  /** The ending that says how the bytes are read. */
  String extension() {
    return content.map(Content::extension).orElseGet(file::extension);
  }

  /** What people call what is looked at. */
  String title() {
    return entry().map(EntryContent::name).orElseGet(() -> view.title().text());
  }

  /** What it is, in a word or two. */
  String kind() {
    return entry().isPresent() ? extension().toUpperCase(texts.locale()) : view.kind(texts);
  }
}
