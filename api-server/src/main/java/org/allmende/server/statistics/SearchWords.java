package org.allmende.server.statistics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.allmende.server.http.ParamReader;
import org.jspecify.annotations.Nullable;

/**
 * What people search for ({@code web-ui.md} 15): words alone, never with a day, a filter or
 * anything else. Until the tenth use a word is in memory only, and forgotten when the process ends;
 * from then on it is kept, if it finds something: what finds nothing may be anything.
 */
final class SearchWords {
  /** So often a word must have been searched for before it is kept. */
  static final int LEAST = 10;

  private static final int MOST_NEW = 10_000;
  private static final int MOST_KEPT = 10_000;
  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(30);

  /** Words and names of things; no numbers, addresses, mails or whole texts. */
  private static final Pattern WORDS = Pattern.compile("\\p{L}[\\p{L}\\p{M} '’-]{1,39}");

  /** Keys that a form sends even when nothing was chosen. */
  private static final List<String> HARMLESS = List.of("q", "umkreis", "sort");

  private final TabFile file;
  private final Predicate<String> isFound;
  private final Cache<String, LongAdder> rare =
      Caffeine.newBuilder().maximumSize(MOST_NEW).expireAfterAccess(FORGOTTEN_AFTER).build();
  private final Map<String, LongAdder> kept = new ConcurrentHashMap<>();
  private volatile boolean isChanged;

  /**
   * @param isFound whether a search for these words finds something
   */
  private SearchWords(TabFile file, Predicate<String> isFound) {
    this.file = file;
    this.isFound = isFound;
  }

  static SearchWords open(Path folder, Predicate<String> isFound) throws IOException {
    var words = new SearchWords(new TabFile(folder.resolve("words.tsv"), 2), isFound);
    words.file.read(parts -> words.kept(parts[0]).add(Long.parseLong(parts[1])));
    return words;
  }

  private LongAdder kept(String word) {
    return kept.computeIfAbsent(word, w -> new LongAdder());
  }

  /** Counts what was searched for, if it was words and nothing else. */
  void note(@Nullable String query) {
    wordsAlone(query)
        .ifPresent(
            words -> {
              var known = kept.get(words);
              if (known == null) {
                rare.get(words, w -> new LongAdder()).increment();
              } else {
                known.increment();
                isChanged = true;
              }
            });
  }

  private static Optional<String> wordsAlone(@Nullable String query) {
    var in = ParamReader.ofQuery(query);
    var isAlone =
        in.names().stream()
            .allMatch(
                name ->
                    HARMLESS.contains(name) || in.each(name).stream().allMatch(String::isBlank));
    return in.find("q")
        .filter(q -> isAlone)
        .map(q -> q.strip().replaceAll("\\s+", " ").toLowerCase(Locale.GERMAN))
        .filter(q -> WORDS.matcher(q).matches());
  }

  /** Keeps what has been searched for often enough. */
  void keep() throws IOException {
    rare.asMap()
        .forEach(
            (word, number) -> {
              if (number.sum() >= LEAST) {
                rare.invalidate(word);
                if (kept.size() < MOST_KEPT && isFound.test(word)) {
                  kept(word).add(number.sum());
                  isChanged = true;
                }
              }
            });
    if (isChanged) {
      isChanged = false;
      write();
    }
  }

  private void write() throws IOException {
    try {
      file.replace(
          out -> kept.forEach((word, number) -> out.take(word, Long.toString(number.sum()))));
    } catch (IOException e) {
      isChanged = true;
      throw e;
    }
  }

  /** What is searched for most often. */
  List<WordCount> mostFrequent(int most) {
    return kept.entrySet().stream()
        .map(entry -> new WordCount(entry.getKey(), entry.getValue().sum()))
        .sorted(
            Comparator.comparingLong(WordCount::number).reversed().thenComparing(WordCount::word))
        .limit(most)
        .toList();
  }
}
