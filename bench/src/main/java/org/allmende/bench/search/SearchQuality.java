package org.allmende.bench.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;

/** Compares the product's search with what plain analyzers find, in one run. */
public final class SearchQuality {

  private static final Pattern TITLE =
      Pattern.compile("\"name\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern ESCAPE = Pattern.compile("\\\\u(\\p{XDigit}{4})");
  private static final String PRODUCT = "Allmende";
  private static final List<String> HELD_OUT =
      List.of("heldout.tsv", "heldout-2.tsv", "heldout-3.tsv", "heldout-4.tsv", "heldout-5.tsv");

  private final Path folder;
  private final StringBuilder text = new StringBuilder();
  private int indexes;

  /**
   * A comparison.
   *
   * @param folder an empty folder for indexes
   */
  public SearchQuality(Path folder) {
    this.folder = folder;
  }

  private Map<String, BiFunction<List<Sample>, Boolean, Engine>> engines() {
    var engines = new LinkedHashMap<String, BiFunction<List<Sample>, Boolean, Engine>>();
    engines.put(PRODUCT, this::product);
    engines.put("GermanAnalyzer", plain(GermanAnalyzer::new));
    engines.put("light stems", plain(GermanAnalyzers::light));
    engines.put("minimal stems", plain(GermanAnalyzers::minimal));
    engines.put("Snowball stems", plain(GermanAnalyzers::snowball));
    engines.put("light stems, parts by dictionary", plain(GermanAnalyzers::compounds));
    engines.put("EnglishAnalyzer", plain(EnglishAnalyzer::new));
    engines.put("n-grams", plain(PlainEngine::nGrams));
    return engines;
  }

  private static BiFunction<List<Sample>, Boolean, Engine> plain(Supplier<Analyzer> analyzer) {
    return (corpus, literal) -> new PlainEngine(analyzer.get(), corpus);
  }

  private Engine product(List<Sample> corpus, boolean literal) {
    var place = folder.resolve("index-" + indexes++);
    return literal ? ProductEngine.literal(corpus, place) : ProductEngine.of(corpus, place);
  }

  /**
   * The comparison as Markdown.
   *
   * @param titles the file of real titles; left out when it is not there
   */
  public String run(Path titles) {
    var own = Sample.own();
    compare("judged queries", own, Judgements.aboutSubjects("judged.tsv"));
    for (var list : HELD_OUT) {
      compare("held-out queries of " + list, own, Judgements.aboutSubjects(list));
    }
    if (Files.isReadable(titles)) {
      compare("queries on real titles", real(titles), Judgements.aboutTitles());
    } else {
      text.append("\nThe real titles are not there; their queries were skipped.\n");
    }
    pairs();
    return text.toString();
  }

  private void compare(String what, List<Sample> corpus, List<Judgements> list) {
    text.append(
        String.format(
            Locale.ROOT,
            "%n%d %s, %,d datasets%n%n%s%n%s%n",
            list.size(),
            what,
            corpus.size(),
            "| engine | nDCG@10 | success@3 | nDCG@10 by kind |",
            "| --- | --- | --- | --- |"));
    engines()
        .forEach(
            (name, make) -> {
              try (var engine = make.apply(corpus, false)) {
                addRow(name, Quality.of(engine, corpus, list));
              }
            });
  }

  private void addRow(String name, Quality quality) {
    var kinds = new ArrayList<String>();
    quality
        .byKind()
        .forEach((kind, mean) -> kinds.add(String.format(Locale.ROOT, "%s %.2f", kind, mean)));
    text.append(
        String.format(
            Locale.ROOT,
            "| %s | %.3f | %.3f | %s |%n",
            name,
            quality.ndcg(),
            quality.success(),
            String.join(", ", kinds)));
  }

  private void pairs() {
    text.append(
        """

        | engine | pairs found that must match | pairs found that must not |
        | --- | --- | --- |
        """);
    var corpus = Pairs.corpus();
    engines()
        .forEach(
            (name, make) -> {
              try (var engine = make.apply(corpus, true)) {
                var pairs = Pairs.of(engine);
                text.append(
                    String.format(
                        Locale.ROOT,
                        "| %s | %d of %d | %d of %d (%.1f %%) |%n",
                        name,
                        pairs.wanted() - pairs.missed().size(),
                        pairs.wanted(),
                        pairs.falselyFound().size(),
                        pairs.unwanted(),
                        100 * pairs.shareFalse()));
              }
            });
  }

  /** What the product answered badly, for whoever wants to know why. */
  public String weak(Path titles) {
    var report = new StringBuilder();
    var own = Sample.own();
    addWeak(report, own, Judgements.aboutSubjects("judged.tsv"));
    HELD_OUT.forEach(list -> addWeak(report, own, Judgements.aboutSubjects(list)));
    if (Files.isReadable(titles)) {
      addWeak(report, real(titles), Judgements.aboutTitles());
    }
    return report.toString();
  }

  private void addWeak(StringBuilder report, List<Sample> corpus, List<Judgements> list) {
    try (var engine = product(corpus, false)) {
      for (var answer : Quality.of(engine, corpus, list).answers()) {
        if (answer.ndcg() < 0.8 || !answer.isSuccess()) {
          var judged = answer.judged();
          report.append(
              String.format(
                  Locale.ROOT,
                  "%.2f %s \"%s\": %s%n",
                  answer.ndcg(),
                  judged.kind(),
                  judged.query(),
                  answer.best()));
        }
      }
    }
  }

  /** The titles of a JSON list of objects with a name. */
  static List<Sample> real(Path titles) {
    try {
      var samples = new ArrayList<Sample>();
      var names = TITLE.matcher(Files.readString(titles));
      while (names.find()) {
        var escaped = ESCAPE.matcher(names.group(1));
        var title =
            escaped.replaceAll(
                found ->
                    java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(found.group(1), 16))));
        samples.add(Sample.ofTitle(samples.size(), title));
      }
      return samples;
    } catch (IOException e) {
      throw new UncheckedIOException(titles + " cannot be read", e);
    }
  }
}
