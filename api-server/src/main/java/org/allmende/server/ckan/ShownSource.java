package org.allmende.server.ckan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.allmende.catalog.model.Organization;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.book.Frequency;
import org.allmende.harvest.book.MadeSource;
import org.allmende.harvest.book.SourceBook;
import org.allmende.harvest.book.SourceType;

/**
 * A source of harvests as CKAN shows it: a dataset of type {@code harvest} ({@code ckan-api.md}
 * 12).
 *
 * @param id the id that is shown
 * @param source the id by which the harvester knows it
 * @param organization the one that answers for it
 * @param made what it was made of over the API; empty: it stands in the settings file
 */
record ShownSource(
    String id,
    String source,
    String name,
    String title,
    String notes,
    String url,
    String type,
    Frequency frequency,
    String config,
    Optional<Organization> organization,
    boolean isActive,
    String creator,
    Instant created,
    Instant modified,
    Optional<MadeSource> made) {

  private static final List<String> ABSENT =
      List.of(
          "version",
          "author",
          "author_email",
          "maintainer",
          "maintainer_email",
          "license_id",
          "license_title");
  private static final List<String> LISTS =
      List.of(
          "resources",
          "tags",
          "groups",
          "extras",
          "relationships_as_subject",
          "relationships_as_object");

  static ShownSource of(MadeSource made, Optional<Organization> organization) {
    return new ShownSource(
        made.id(),
        made.id(),
        made.name(),
        made.title(),
        made.notes(),
        made.url(),
        made.type().id(),
        made.frequency(),
        made.config(),
        organization,
        made.isActive(),
        made.creator(),
        made.created(),
        made.modified(),
        Optional.of(made));
  }

  /**
   * @param since when the settings were read
   */
  static ShownSource of(
      HarvestSource source, String language, Optional<Organization> organization, Instant since) {
    return new ShownSource(
        SourceBook.shownId(source.id()),
        source.id(),
        source.id().toLowerCase(Locale.ROOT),
        source.defaults().title().in(language).orElse(source.id()),
        source.defaults().description().in(language).orElse(""),
        address(source),
        SourceType.nameOf(source.format()),
        Frequency.of(source.schedule()),
        "",
        organization,
        true,
        "",
        since,
        since,
        Optional.empty());
  }

  /** Folders of this machine, user names and keys in an address are nobody's business. */
  private static String address(HarvestSource source) {
    if (!source.isRemote()) {
      var parts = source.location().split("[/\\\\]");
      return "file:" + parts[parts.length - 1];
    }
    var end = source.location().indexOf('?');
    var bare = end < 0 ? source.location() : source.location().substring(0, end);
    return Optional.ofNullable(URI.create(bare).getRawUserInfo())
        .map(user -> bare.replace(user + "@", ""))
        .orElse(bare);
  }

  /** Whether this is the source that an id, a name or an address means. */
  boolean isMeantBy(String idOrName) {
    return id.equals(idOrName) || source.equals(idOrName) || name.equals(idOrName);
  }

  /** As an entry of {@code harvest_source_list}, without its status. */
  ObjectNode listed() {
    return CkanJson.MAPPER
        .createObjectNode()
        .put("id", id)
        .put("url", url)
        .put("title", title)
        .put("description", notes)
        .put("config", config)
        .put("created", CkanJson.time(created))
        .put("type", type)
        .put("active", isActive)
        .put("user_id", creator)
        .put("publisher_id", organization.map(Organization::id).orElse(""))
        .put("frequency", frequency.name())
        .put("publisher_title", organization.map(Organization::title).orElse(""));
  }

  /** As the dataset that it is for CKAN, without its status. */
  ObjectNode asPackage() {
    var json =
        CkanJson.MAPPER
            .createObjectNode()
            .put("id", id)
            .put("name", name)
            .put("title", title.isBlank() ? name : title)
            .put("notes", notes)
            .put("url", url)
            .put("source_type", type)
            .put("frequency", frequency.name())
            .put("config", config)
            .put("active", isActive)
            .put("type", "harvest")
            .put("state", "active")
            .put("private", false)
            .put("isopen", false)
            .put("creator_user_id", creator.isEmpty() ? null : creator)
            .put("owner_org", organization.map(Organization::id).orElse(null))
            .put("metadata_created", CkanJson.time(created))
            .put("metadata_modified", CkanJson.time(modified));
    organization.ifPresentOrElse(
        known -> json.set("organization", CkanGroup.of(known).tree()),
        () -> json.putNull("organization"));
    ABSENT.forEach(json::putNull);
    json.put("num_resources", 0).put("num_tags", 0);
    LISTS.forEach(json::putArray);
    return json;
  }
}
