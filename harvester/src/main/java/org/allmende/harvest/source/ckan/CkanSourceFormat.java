package org.allmende.harvest.source.ckan;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.allmende.catalog.Submission;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.catalog.model.Uuids;
import org.allmende.harvest.HarvestContext;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.Reason;
import org.allmende.harvest.SourceRecord;
import org.allmende.harvest.SourceRecord.JsonEntry;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.fetch.RunNotes;
import org.allmende.harvest.source.MappingException;
import org.allmende.harvest.source.SourceFormat;

/**
 * A CKAN portal, or files with packages in CKAN's JSON ({@code sources.md} 6.1). The location of a
 * portal may carry a query that narrows it: {@code https://ckan.example?fq=organization:stadt}.
 */
public final class CkanSourceFormat implements SourceFormat {

  @Override
  public String id() {
    return "ckan";
  }

  @Override
  public List<String> check(HarvestSource source) {
    var problems = new ArrayList<String>();
    if (source.mapping().isPresent()) {
      problems.add("a ckan source has no mapping: what CKAN's fields mean is known");
    }
    if (!source.tables().isEmpty()) {
      problems.add("a ckan source has no tables");
    }
    return problems;
  }

  @Override
  public Stream<SourceRecord> open(HarvestSource source, HarvestContext context, Fetcher fetcher)
      throws IOException {
    return source.isRemote()
        ? ofPortal(source, fetcher)
        : ofFiles(source, context.identity().base(), fetcher);
  }

  @Override
  public Submission map(SourceRecord record, HarvestContext context) throws MappingException {
    if (!(record instanceof JsonEntry entry)) {
      throw new MappingException(Reason.of("other-record", record.key(), id()));
    }
    var harvested = CatalogRecord.harvested(context.source().id(), entry.key(), context.now());
    var submission = CkanDescriptions.describe(entry.json(), entry.site(), harvested);
    return new Submission(
        submission.description(),
        submission.record(),
        submission.id().filter(Uuids::isUuid), // DESIGN 6: another portal's id only when a UUID
        submission.name());
  }

  private static Stream<SourceRecord> ofPortal(HarvestSource source, Fetcher fetcher)
      throws IOException {
    var search = CkanSearch.of(source.location());
    var walk = new CkanWalk(search, source, fetcher);
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(walk, Spliterator.ORDERED), false)
        .flatMap(json -> entry(json, search.site(), fetcher.notes()).stream());
  }

  private static Stream<SourceRecord> ofFiles(HarvestSource source, String base, Fetcher fetcher)
      throws IOException {
    var seen = new HashSet<String>();
    return packages(source, fetcher).stream()
        .flatMap(json -> entry(json, base, fetcher.notes()).stream())
        .filter(entry -> isFirst(entry, seen, fetcher.notes()));
  }

  private static boolean isFirst(SourceRecord entry, Set<String> seen, RunNotes notes) {
    var first = seen.add(entry.key());
    if (!first) {
      notes.unreadable(Reason.of("ckan-twice", entry.key()));
    }
    return first;
  }

  private static List<JsonNode> packages(HarvestSource source, Fetcher fetcher) throws IOException {
    var files = fetcher.files(source.location());
    if (files.size() == 1 && !Files.isDirectory(Path.of(source.location()))) {
      return read(files.getFirst(), fetcher);
    }
    var packages = new ArrayList<JsonNode>();
    for (var file : files) {
      if (isJson(file)) {
        packages.addAll(readOneOfMany(file, fetcher));
      }
    }
    return packages;
  }

  private static List<JsonNode> readOneOfMany(Path file, Fetcher fetcher) {
    try {
      return read(file, fetcher);
    } catch (IOException e) {
      fetcher.notes().unreadable(Reason.of(e));
      fetcher.notes().cutShort(Reason.of("file-unread", "" + file.getFileName()));
      return List.of();
    }
  }

  private static List<JsonNode> read(Path file, Fetcher fetcher) throws IOException {
    return CkanDocument.read(fetcher.fetch(file.toString()), fetcher.notes()).packages();
  }

  private static boolean isJson(Path file) {
    var name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".json") || name.endsWith(".jsonl") || name.endsWith(".ndjson");
  }

  /** A package as a record, unless the portal itself does not show it. */
  private static Optional<SourceRecord> entry(JsonNode json, String site, RunNotes notes) {
    var key = CkanDescriptions.key(json).orElseThrow();
    var hidden = hidden(json);
    hidden.ifPresent(why -> notes.warning(Reason.of("ckan-hidden", key, why)));
    return hidden.isPresent()
        ? Optional.empty()
        : Optional.of(new JsonEntry(key, json.toString(), site));
  }

  private static Optional<Reason> hidden(JsonNode json) {
    var state = json.path("state").asText();
    if (state.equals("deleted") || state.equals("draft")) {
      return Optional.of(Reason.of("ckan-state-" + state));
    }
    if (json.path("private").asBoolean()) {
      return Optional.of(Reason.of("ckan-private"));
    }
    var type = json.path("type").asText();
    return type.equals("harvest") || type.equals("showcase")
        ? Optional.of(Reason.of("ckan-other-type", type))
        : Optional.empty();
  }
}
