package org.allmende.harvest.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.Submission;
import org.allmende.catalog.model.Identity;
import org.allmende.harvest.Defaults;
import org.allmende.harvest.HarvestContext;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.Harvests;
import org.allmende.harvest.SourceMemory;
import org.allmende.harvest.SourceRecord;
import org.allmende.harvest.fetch.FetchPolicy;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.fetch.HttpFetcher;
import org.allmende.harvest.fetch.RunNotes;
import org.allmende.harvest.fetch.Validators;

/** What the tests of catalog sources begin with: a source, its fetcher, the records that come. */
public final class Given {

  /** The base of the catalog in these tests. */
  public static final String BASE = "https://daten.musterstadt.example";

  /** The time of all runs in these tests. */
  public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private Given() {}

  /** A source without anything but its format and place. */
  public static HarvestSource source(String format, String location) {
    return source(format, location, List.of(), Defaults.none(), FetchPolicy.defaults());
  }

  /** A source with tables, defaults and limits. */
  public static HarvestSource source(
      String format, String location, List<String> tables, Defaults defaults, FetchPolicy policy) {
    return new HarvestSource(
        "quelle",
        format,
        location,
        Optional.empty(),
        Optional.empty(),
        tables,
        Optional.empty(),
        defaults,
        List.of(),
        policy);
  }

  /** What a format may know in these tests. */
  public static HarvestContext context(HarvestSource source) {
    return new HarvestContext(source, identity(), Harvests.settings(), NOW);
  }

  /** How the catalog in these tests names things. */
  public static Identity identity() {
    return new Identity(BASE, BASE);
  }

  /** All records of a source. */
  public static List<SourceRecord> records(
      SourceFormat format, HarvestSource source, Fetcher fetcher) throws IOException {
    return records(format, source, fetcher, SourceMemory.empty());
  }

  /** All records of a source of which something is remembered. */
  public static List<SourceRecord> records(
      SourceFormat format, HarvestSource source, Fetcher fetcher, SourceMemory memory)
      throws IOException {
    var context = new HarvestContext(source, identity(), Harvests.settings(), NOW, memory);
    try (var records = format.open(source, context, fetcher)) {
      return records.toList();
    }
  }

  /** What a record becomes. */
  public static Submission submission(
      SourceFormat format, HarvestSource source, SourceRecord record) {
    try {
      return format.map(record, context(source));
    } catch (MappingException e) {
      throw new AssertionError(e);
    }
  }

  /** What an error says. */
  public static String message(Throwable error) {
    return String.valueOf(error.getMessage());
  }

  /** The product's own fetcher, allowed to ask this machine and in no need of a pause. */
  public static Fetcher http(String location) throws IOException {
    return new HttpFetcher(location, quick(), Validators.none(), Clock.systemUTC(), pause -> {});
  }

  /** Limits for a server on this machine. */
  public static FetchPolicy quick() {
    return FetchPolicy.defaults()
        .withPatience(0, Duration.ZERO, Duration.ZERO)
        .allowingPrivate(List.of("127.0.0.1"));
  }

  /** A fetcher for files, and for pages laid out in the test itself. */
  public static final class Pages implements Fetcher {
    private final Map<String, Fetched> pages = new HashMap<>();
    private final RunNotes notes = new RunNotes();

    /** Lays out a page. */
    public Pages with(String address, String mediaType, String body) {
      return with(address, mediaType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Lays out a page. */
    public Pages with(String address, String mediaType, byte[] body) {
      pages.put(address, new Fetched(address, mediaType, "", body, List.of()));
      return this;
    }

    @Override
    public Fetched fetch(String location, String accept) throws IOException {
      var page = pages.get(location);
      if (page != null) {
        return page;
      }
      if (location.startsWith("http")) {
        throw new IOException("GET " + location + ": expected 200, got 404");
      }
      return new Fetched(location, "", "", Files.readAllBytes(Path.of(location)), List.of());
    }

    @Override
    public List<Path> files(String folder) throws IOException {
      try (var walk = Files.walk(Path.of(folder))) {
        return walk.filter(Files::isRegularFile).sorted().toList();
      }
    }

    @Override
    public RunNotes notes() {
      return notes;
    }
  }
}
