package org.allmende.catalog.crash;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.allmende.catalog.Submission;
import org.allmende.catalog.TestCatalog;

/**
 * Publishes and follows as fast as it can, telling each acknowledged sequence, until it is killed.
 */
final class CrashVictim {

  private CrashVictim() {}

  /** Arguments: the folder, and the number of the round. */
  public static void main(String[] arguments) {
    var round = Integer.parseInt(arguments[1]);
    try (var test = new TestCatalog(Path.of(arguments[0]));
        var search = test.search();
        var rdf = test.rdf()) {
      for (var batch = 0; ; batch++) {
        var number = batch;
        test.catalog.publish(
            IntStream.range(0, 5).mapToObj(i -> submission(round, number * 5 + i)).toList(),
            Optional.empty());
        // The parent counts what was acknowledged before the kill.
        System.out.println(test.lastSequence() + " " + search.position() + " " + rdf.position());
      }
    }
  }

  private static Submission submission(int round, int number) {
    var local = "d" + number % 50;
    var description = TestCatalog.valid(local, "Runde " + round + " Nummer " + number, "");
    return Submission.of(description, TestCatalog.record("crash", local));
  }

  /** What the victim needs on its class path is what this test has. */
  static List<String> command(Path folder, int round) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        CrashVictim.class.getName(),
        folder.toString(),
        String.valueOf(round));
  }
}
