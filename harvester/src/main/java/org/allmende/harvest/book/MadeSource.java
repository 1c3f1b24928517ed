package org.allmende.harvest.book;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.allmende.catalog.ledger.SourceEntry;
import org.allmende.harvest.Defaults;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.fetch.FetchPolicy;

/**
 * A source that was made over the API: another catalog, read as it is. Texts that nobody gave are
 * empty.
 *
 * @param id a UUID; with it the source is a {@link HarvestSource}
 * @param name its name in addresses
 * @param title what people read
 * @param notes a description of it
 * @param url http(s) address of the catalog
 * @param type one of {@link SourceType}
 * @param frequency how often it is harvested
 * @param config options as JSON; see {@link CatalogOptions}
 * @param organization CKAN name of the organization that answers for it
 * @param isActive false: it is kept, and not harvested
 * @param creator id of the user who made it
 * @param created when it was made
 * @param modified when it was last changed
 */
public record MadeSource(
    String id,
    String name,
    String title,
    String notes,
    String url,
    SourceType type,
    Frequency frequency,
    String config,
    String organization,
    boolean isActive,
    String creator,
    Instant created,
    Instant modified) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  static MadeSource from(SourceEntry entry) {
    var json = read(entry.definition());
    return new MadeSource(
        entry.id(),
        entry.name(),
        json.path("title").asText(),
        json.path("notes").asText(),
        json.path("url").asText(),
        SourceType.find(json.path("type").asText()).orElse(SourceType.CKAN),
        Frequency.find(json.path("frequency").asText()).orElse(Frequency.MANUAL),
        json.path("config").asText(),
        json.path("organization").asText(),
        json.path("active").asBoolean(),
        json.path("creator").asText(),
        entry.created(),
        Instant.parse(json.path("modified").asText(entry.created().toString())));
  }

  private static JsonNode read(String definition) {
    try {
      return MAPPER.readTree(definition);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the ledger holds a source that is no JSON", e);
    }
  }

  SourceEntry entry() {
    var json =
        MAPPER
            .createObjectNode()
            .put("title", title)
            .put("notes", notes)
            .put("url", url)
            .put("type", type.id())
            .put("frequency", frequency.name())
            .put("config", config)
            .put("organization", organization)
            .put("active", isActive)
            .put("creator", creator)
            .put("modified", modified.toString());
    return new SourceEntry(id, name, created, json.toString());
  }

  /** The same, harvested or not. */
  public MadeSource withActive(boolean active, Instant now) {
    return new MadeSource(
        id,
        name,
        title,
        notes,
        url,
        type,
        frequency,
        config,
        organization,
        active,
        creator,
        created,
        now);
  }

  /** As the harvester wants it. */
  HarvestSource source(FetchPolicy policy, Optional<String> publisher) {
    return new HarvestSource(
        id,
        type.format(),
        type == SourceType.CKAN ? CatalogOptions.parse(config).narrowed(url) : url,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        frequency.schedule(),
        Defaults.none().with(publisher, Optional.empty()),
        List.of(),
        policy);
  }
}
