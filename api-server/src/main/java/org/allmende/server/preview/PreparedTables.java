package org.allmende.server.preview;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.allmende.catalog.files.Folders;
import org.allmende.harvest.Reason;
import org.allmende.harvest.SourceException;
import org.allmende.harvest.guess.GuessedRows;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files of ours as tables, each prepared once by its content and kept in a folder that holds no
 * more than a bounded number of bytes: what was not looked at for longest goes first. One is
 * prepared at a time. All of it can be made again; deleting the folder costs nothing but time.
 *
 * <pre>{@code
 * switch (tables.of(content, Duration.ofSeconds(2))) {
 *   case PreparedTables.Ready(var table) -> show(table.rows(query, 0, 50));
 *   case PreparedTables.Underway() -> sayThatItTakesAMoment();
 *   case PreparedTables.Unreadable(var why) -> say(why.text("de"));
 * }
 * }</pre>
 */
public final class PreparedTables implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PreparedTables.class);

  /** Part of the folder's name: tables that another version wrote are prepared again. */
  private static final String VERSION = "2";

  private static final long MOST_BYTES = 8L << 30;
  private static final int MOST_WAITING = 100;
  private static final int REMEMBERED = 10_000;
  private static final Duration MARKED_EVERY = Duration.ofMinutes(1);
  private static final String INFO = "table.json";
  private static final String UNFINISHED = "new-";
  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final Path all;
  private final Path folder;
  private final Clock clock;
  private final ThreadPoolExecutor preparing =
      new ThreadPoolExecutor(
          1,
          1,
          10,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MOST_WAITING),
          Thread.ofPlatform().name("prepare-table-", 0).daemon().factory());
  private final ConcurrentHashMap<String, CountDownLatch> underway = new ConcurrentHashMap<>();
  private final Cache<String, PreparedTable> ready = Caffeine.newBuilder().maximumSize(200).build();
  private final Cache<String, Reason> unreadable =
      Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(Duration.ofHours(1)).build();
  private @Nullable TableDatabase database;

  private PreparedTables(Path all, Clock clock) {
    this.all = all.toAbsolutePath();
    this.folder = this.all.resolve(VERSION);
    this.clock = clock;
  }

  /** The tables of a data directory, in {@code previews} below it. */
  public static PreparedTables in(Path dataDirectory, Clock clock) {
    return new PreparedTables(dataDirectory.resolve("previews"), clock);
  }

  /** What there is to show of a file. */
  public sealed interface State {}

  /** The table is ready. */
  public record Ready(PreparedTable table) implements State {}

  /** It is being prepared; asked for again a little later, it will be there. */
  public record Underway() implements State {}

  /** It is no table, or one that is too much. */
  public record Unreadable(Reason why) implements State {}

  /**
   * The table that is made of these bytes.
   *
   * @param patience how long to wait for one that is not ready yet
   */
  public State of(Content content, Duration patience) {
    var hash = content.hash();
    var known = find(hash);
    if (known.isPresent()) {
      return known.get();
    }
    try {
      if (begin(content).await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return find(hash).orElseGet(Underway::new);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RejectedExecutionException e) {
      LOG.warn(
          "more than {} files wait for their preview; {} is not among them",
          MOST_WAITING,
          content.name());
    }
    return new Underway();
  }

  private Optional<State> find(String hash) {
    var why = unreadable.getIfPresent(hash);
    if (why != null) {
      return Optional.of(new Unreadable(why));
    }
    var place = folder.resolve(hash);
    if (!Files.isDirectory(place)) {
      ready.invalidate(hash);
      return Optional.empty();
    }
    try {
      var known = ready.getIfPresent(hash);
      var table = known == null ? open(place) : known;
      ready.put(hash, table);
      mark(place);
      return Optional.of(new Ready(table));
    } catch (IOException e) {
      LOG.warn("the prepared table {} cannot be read and is prepared again", place, e);
      drop(place);
      return Optional.empty();
    }
  }

  private PreparedTable open(Path place) throws IOException {
    var info = JSON.readValue(place.resolve(INFO).toFile(), TableInfo.class);
    return new PreparedTable(place, info, database());
  }

  /** Notes that somebody looked at it; once a minute is enough. */
  private void mark(Path place) throws IOException {
    var now = clock.instant();
    if (Files.getLastModifiedTime(place).toInstant().isBefore(now.minus(MARKED_EVERY))) {
      Files.setLastModifiedTime(place, FileTime.from(now));
    }
  }

  private synchronized TableDatabase database() throws IOException {
    var started = database;
    if (started == null) {
      Files.createDirectories(folder);
      started = TableDatabase.start(all);
      database = started;
    }
    return started;
  }

  private CountDownLatch begin(Content content) {
    return underway.computeIfAbsent(
        content.hash(),
        h -> {
          var done = new CountDownLatch(1);
          preparing.execute(
              () -> {
                try {
                  prepare(content);
                } finally {
                  underway.remove(h);
                  done.countDown();
                }
              });
          return done;
        });
  }

  private void prepare(Content content) {
    var hash = content.hash();
    var name = content.name();
    var place = folder.resolve(UNFINISHED + hash);
    try {
      Folders.delete(place);
      Files.createDirectories(place);
      // Documents are read as a whole; how large one may be follows from the memory there is.
      var bytes = content.bytes(SizeLimit.of(name, Runtime.getRuntime().maxMemory()));
      var info = TablePreparation.write(GuessedRows.open(name, bytes), place);
      if (info.columns().isEmpty()) {
        throw SourceException.of("guess-empty", name);
      }
      database()
          .write(place.resolve(TablePreparation.ROWS), place.resolve(PreparedTable.COLUMNS), info);
      JSON.writeValue(place.resolve(INFO).toFile(), info);
      Files.move(place, folder.resolve(hash), StandardCopyOption.ATOMIC_MOVE);
      makeRoom(hash);
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      unreadable.put(hash, reason(e, name));
      drop(place);
    }
  }

  /** In words for those who look at the file, not for those who run a source. */
  private static Reason reason(Throwable failure, String name) {
    var reason = Reason.of(failure);
    return switch (reason.name()) {
      case "unforeseen" -> {
        LOG.warn("no preview of {}", name, failure);
        var isMemory = failure instanceof OutOfMemoryError;
        yield Reason.of(isMemory ? "preview-memory" : "preview-failed", name);
      }
      case "content" -> new Reason("preview-content", reason.values());
      default -> reason;
    };
  }

  private void makeRoom(String newest) throws IOException {
    var all = folders();
    var total = 0L;
    for (var place : all) {
      total += size(place);
    }
    for (var place : all) {
      var isLeftOver = place.getFileName().toString().startsWith(UNFINISHED);
      if (isLeftOver || (total > MOST_BYTES && !place.endsWith(newest))) {
        total -= size(place);
        drop(place);
      }
    }
  }

  /** All tables, the one that was looked at longest ago first. */
  private List<Path> folders() throws IOException {
    try (var all = Files.list(folder)) {
      return all.filter(Files::isDirectory).sorted(Comparator.comparing(this::lastSeen)).toList();
    }
  }

  private FileTime lastSeen(Path place) {
    try {
      return Files.getLastModifiedTime(place);
    } catch (IOException e) {
      return FileTime.fromMillis(0); // gone meanwhile: no loss
    }
  }

  private static long size(Path place) throws IOException {
    try (var files = Files.list(place)) {
      var total = 0L;
      for (var file : files.toList()) {
        total += Files.size(file);
      }
      return total;
    }
  }

  private void drop(Path place) {
    try {
      var started = database;
      if (started != null) {
        started.forget(place.resolve(PreparedTable.COLUMNS));
      }
      Folders.delete(place);
    } catch (IOException e) {
      LOG.warn("a prepared table cannot be deleted: {}", place, e);
    }
  }

  /** Ends what is being prepared, and lets go of all tables. */
  @Override
  public synchronized void close() {
    preparing.shutdownNow();
    try {
      preparing.awaitTermination(5, TimeUnit.SECONDS);
      var started = database;
      if (started != null) {
        started.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      LOG.warn("DuckDB cannot be closed", e);
    }
  }
}
