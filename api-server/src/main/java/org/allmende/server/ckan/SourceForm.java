package org.allmende.server.ckan;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.allmende.catalog.model.DatasetSlug;
import org.allmende.harvest.book.Frequency;
import org.allmende.harvest.book.MadeSource;
import org.allmende.harvest.book.SourceBook;
import org.allmende.harvest.book.SourceType;

/**
 * What somebody says about a source that is to be made or changed; all that is wrong with it is
 * told in one answer.
 *
 * @param in the parameters
 * @param before what counts where they are silent; empty where silence means nothing
 */
record SourceForm(CkanParams in, Optional<MadeSource> before) {

  private static final int LONGEST_URL = 2_000;

  private Optional<String> text(String key, Function<MadeSource, String> old) {
    return in.text(key).or(() -> before.map(old)).map(String::strip).filter(t -> !t.isEmpty());
  }

  String title() {
    return text("title", MadeSource::title).orElse("");
  }

  String notes() {
    return text("notes", MadeSource::notes).orElse("");
  }

  boolean isActive() {
    return in.flag("active", before.map(MadeSource::isActive).orElse(true));
  }

  /**
   * The name.
   *
   * @param kept what it is when nothing is said; {@code ""} for a new source
   * @param isTaken whether another source or a dataset has it
   */
  String name(String kept, Function<String, Boolean> isTaken) {
    var name = in.text("name").filter(text -> !text.isBlank()).orElse(kept);
    if (name.isEmpty()) {
      in.problem("name", "Missing value");
    } else if (!DatasetSlug.isSlug(name)) {
      in.problem(
          "name", "Must be purely lowercase alphanumeric (ascii) characters and these symbols: -_");
    } else if (!name.equals(kept) && isTaken.apply(name)) {
      in.problem("name", "That URL is already in use.");
    }
    return name;
  }

  /** An address on the web: files of this machine are for the settings file alone. */
  String url() {
    var url = text("url", MadeSource::url).orElse("");
    if (url.isEmpty()) {
      in.problem("url", "Missing value");
    } else if (!isWebAddress(url)) {
      in.problem("url", "Must be an address that begins with http:// or https://");
    }
    return url;
  }

  private static boolean isWebAddress(String url) {
    try {
      var address = new URI(url);
      return url.length() <= LONGEST_URL
          && url.matches("https?://.*")
          && address.getHost() != null
          && address.getRawUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  SourceType type() {
    var name = text("source_type", source -> source.type().id()).orElse("");
    var type = SourceType.find(name);
    if (name.isEmpty()) {
      in.problem("source_type", "Missing value");
    } else if (type.isEmpty()) {
      in.problem(
          "source_type",
          "Unknown harvester type: "
              + name
              + ". Sources of other kinds than ckan and dcat_rdf stand in the settings file.");
    }
    return type.orElse(SourceType.CKAN);
  }

  Frequency frequency() {
    var name = text("frequency", source -> source.frequency().name()).orElse("MANUAL");
    var frequency = Frequency.find(name);
    if (frequency.isEmpty()) {
      in.problem("frequency", "Frequency " + name + " not recognised");
    }
    return frequency.orElse(Frequency.MANUAL);
  }

  String config(SourceType type) {
    var config = text("config", MadeSource::config).orElse("");
    SourceBook.complaint(type, config).ifPresent(complaint -> in.problem("config", complaint));
    return config;
  }

  /** The same catalog read in the same way is the same source. */
  void requireOther(MadeSource made, List<ShownSource> others) {
    var isThere =
        others.stream()
            .filter(other -> !other.id().equals(made.id()))
            .anyMatch(
                other ->
                    other.url().equals(made.url())
                        && Objects.equals(other.config(), made.config()));
    if (isThere) {
      in.problem(
          "url", "There already is a Harvest Source for this URL (& config): url=" + made.url());
    }
  }
}
