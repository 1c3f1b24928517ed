package org.allmende.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.allmende.vocab.codelist.CodeLists;

/** The kinds of requests that are measured. */
final class Workloads {

  private static final String FACETS =
      "[\"organization\",\"groups\",\"tags\",\"res_format\",\"license_id\",\"isopen\"]";
  private static final double REPETITION = 1.0;

  /** So many different pages of datasets are asked for. */
  private static final int PAGES = 10_000;

  private Workloads() {}

  private record Simple(String name, java.util.function.Supplier<byte[]> source)
      implements Workload {
    @Override
    public byte[] next() {
      return source.get();
    }
  }

  /** The fixed answer of {@link BareServer}. */
  static Workload bare() {
    var request = HttpConnection.get(BareServer.PATH, "");
    return new Simple("bare", () -> request);
  }

  /** The Turtle of datasets drawn from the whole catalog. */
  static Workload datasets(CatalogGenerator generator, int count, boolean gzip) {
    var headers = gzip ? "Accept-Encoding: gzip\r\n" : "";
    var ids = new byte[count][];
    for (var i = 0; i < count; i++) {
      ids[i] = HttpConnection.get("/dataset/" + generator.id(i) + ".ttl", headers);
    }
    return new Simple(
        gzip ? "dataset ttl, gzip" : "dataset ttl",
        () -> ids[ThreadLocalRandom.current().nextInt(count)]);
  }

  /** The JSON of datasets drawn from the whole catalog. */
  static Workload packages(CatalogGenerator generator, int count) {
    var ids = new byte[count][];
    for (var i = 0; i < count; i++) {
      ids[i] = HttpConnection.get("/api/3/action/package_show?id=" + generator.id(i), "");
    }
    return new Simple("package_show", () -> ids[ThreadLocalRandom.current().nextInt(count)]);
  }

  /** Searches none of which comes twice, until the pool is used up. */
  static Workload distinct(String what, List<byte[]> pool) {
    var next = new AtomicInteger();
    return new Simple(
        what + ", all distinct",
        () -> pool.get(Math.floorMod(next.getAndIncrement(), pool.size())));
  }

  /** Searches as people make them: few often, most seldom. */
  static Workload repeated(String what, List<byte[]> pool) {
    var ranks = new Zipf(pool.size(), REPETITION);
    return new Simple(what + ", by Zipf", () -> pool.get(ranks.next(ThreadLocalRandom.current())));
  }

  /** The same questions as people ask them, as requests for the pages. */
  static List<byte[]> pageRequests(List<Question> questions) {
    return questions.stream()
        .map(question -> HttpConnection.get(question.pageTarget(), ""))
        .toList();
  }

  /** Ids of datasets drawn from the whole catalog. */
  static List<String> someIds(CatalogGenerator generator, int count) {
    return new SplittableRandom(PAGES)
        .ints(Math.min(count, PAGES), 0, count)
        .mapToObj(generator::id)
        .toList();
  }

  /** The pages of datasets with these names. */
  static Workload datasetPages(List<String> names) {
    var pool = names.stream().map(name -> HttpConnection.get("/datensatz/" + name, "")).toList();
    return new Simple(
        "dataset page", () -> pool.get(ThreadLocalRandom.current().nextInt(pool.size())));
  }

  /**
   * Searches of 3 words, 2 filters and 6 facets, each made from a dataset that it finds.
   *
   * @param count size of the catalog
   * @param size how many are wanted
   */
  static List<Question> questions(CatalogGenerator generator, int count, int size, long seed) {
    var random = new SplittableRandom(seed);
    var pool = new LinkedHashSet<Question>();
    for (var tries = 0; pool.size() < size && tries < 3 * size; tries++) {
      pool.add(Question.about(generator.sketch(random.nextInt(count)), random));
    }
    return List.copyOf(pool);
  }

  /** The questions as requests to {@code package_search}. */
  static List<byte[]> requests(List<Question> questions) {
    return questions.stream().map(question -> HttpConnection.get(question.target(), "")).toList();
  }

  /**
   * A search.
   *
   * @param words what a person types
   * @param group code of a theme in lower case
   * @param format CKAN's short name of a file type
   */
  record Question(List<String> words, String group, String format) {

    static Question about(Sketch sketch, RandomGenerator random) {
      var type = CodeLists.fileTypes().require(sketch.formats().getFirst());
      return new Question(
          List.of(
              longestWord(sketch.title()),
              longestWord(sketch.town().name()),
              longestWord(sketch.keywords().get(random.nextInt(sketch.keywords().size())))),
          sketch.themes().getFirst().toLowerCase(Locale.ROOT),
          type.attribute("ckan").orElse(type.code()));
    }

    private static String longestWord(String text) {
      return Arrays.stream(text.split("[^\\p{L}]+"))
          .max(Comparator.comparingInt(String::length))
          .orElse(text);
    }

    String target() {
      return "/api/3/action/package_search?rows=20&q="
          + encoded(String.join(" ", words))
          + "&fq="
          + encoded("+groups:" + group + " +res_format:\"" + format + "\"")
          + "&facet.field="
          + encoded(FACETS);
    }

    /** The search page; a format has the same name there, a theme its code. */
    String pageTarget() {
      return "/suche?q="
          + encoded(String.join(" ", words))
          + "&thema="
          + group
          + "&format="
          + encoded(format);
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }
}
