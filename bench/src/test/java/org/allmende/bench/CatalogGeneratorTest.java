package org.allmende.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.Publication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogGeneratorTest {

  private static final int SOME = 400;

  private final CatalogGenerator generator = new CatalogGenerator(7);

  @Test
  void equalSeedsGiveEqualDatasets() {
    var again = new CatalogGenerator(7);

    for (var number = 0; number < 20; number++) {
      assertTrue(isSame(number, 0, again), "dataset " + number);
    }
  }

  @Test
  void otherSeedsGiveOtherDatasets() {
    assertFalse(isSame(3, 0, new CatalogGenerator(8)));
  }

  @Test
  void aLaterRevisionSaysSomethingElse() {
    assertFalse(isSame(3, 1, generator));
    assertEquals(
        generator.submission(3, 0).description().uri(),
        generator.submission(3, 1).description().uri());
  }

  private boolean isSame(int number, int revision, CatalogGenerator other) {
    var one = generator.submission(number, 0).description().graph();
    return one.isIsomorphicWith(other.submission(number, revision).description().graph());
  }

  @Test
  void everyDatasetStandsOnHarvestPages(@TempDir Path folder) {
    try (var catalog = BenchCatalog.open(folder, 8097)) {
      for (var entry : published(catalog)) {
        assertEquals(List.of(), entry.verdict().violations(), entry.uri().value());
        assertTrue(entry.verdict().onHarvestPages(), entry.uri().value());
      }
      assertEquals(SOME, catalog.onPages());
    }
  }

  @Test
  void theCatalogTakesTheIdsThatTheLoadAsksFor(@TempDir Path folder) {
    try (var catalog = BenchCatalog.open(folder, 8097)) {
      var ids = published(catalog).stream().map(entry -> entry.addresses().id()).toList();

      assertEquals(IntStream.range(0, SOME).mapToObj(generator::id).toList(), ids);
    }
  }

  private List<CatalogEntry> published(BenchCatalog catalog) {
    return catalog
        .catalog()
        .publish(generator.submissions(SOME).toList(), Optional.empty())
        .stream()
        .map(outcome -> ((Publication.Published) outcome).entry())
        .toList();
  }

  @Test
  void aDatasetHasThreeDistributionsAndAboutSixtyTriples() {
    var triples = 0L;
    for (var submission : generator.submissions(SOME).toList()) {
      assertEquals(3, submission.description().view().distributions().size());
      triples += submission.description().graph().size();
    }

    assertEquals(57, triples / (double) SOME, 4);
  }

  @Test
  void fewTownsPublishMuch() {
    var byTown =
        IntStream.range(0, 20_000)
            .mapToObj(number -> generator.sketch(number).town().name())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    var largestTen =
        byTown.values().stream()
            .sorted(Comparator.reverseOrder())
            .limit(10)
            .mapToLong(Long::longValue)
            .sum();

    assertTrue(byTown.size() > 700, "towns: " + byTown.size());
    assertTrue(largestTen > 4_000, "datasets of the ten largest: " + largestTen);
  }

  @Test
  void aQuestionNamesThreeWordsAndTwoFilters() {
    var question = Workloads.questions(generator, 1_000, 50, 1).getFirst();

    assertEquals(3, question.words().size());
    assertTrue(question.target().contains("groups%3A"), question.target());
    assertTrue(question.target().contains("res_format%3A"), question.target());
  }
}
