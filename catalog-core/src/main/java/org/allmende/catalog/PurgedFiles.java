package org.allmende.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.allmende.catalog.accounts.Group;
import org.allmende.catalog.files.FileStore;
import org.allmende.catalog.ledger.Ledger;
import org.allmende.catalog.ledger.LedgerSnapshot;
import org.allmende.catalog.model.DatasetUri;

/**
 * The files that a dataset named in any revision; when it is purged, those go with it that nothing
 * else names: no other revision, no picture of an organization, group or user. Who names one anew
 * meanwhile has stored it later, and keeps it ({@link FileStore#remove}).
 *
 * <p>Costs a look at every revision of the ledger, a part at a time, unless there is no such file.
 *
 * @param lastNamed when each was last named, by its hash
 */
record PurgedFiles(Map<String, Instant> lastNamed) {

  private static final Pattern HASH = Pattern.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");
  private static final int PART = 500;

  /** Those of a dataset that is still there. */
  static PurgedFiles of(DatasetUri dataset, Ledger ledger, FileStore files) {
    var named = new HashMap<String, Instant>();
    for (var revision : ledger.read(snapshot -> snapshot.history(dataset))) {
      HASH.matcher(revision.stored().text())
          .results()
          .map(match -> match.group())
          .filter(hash -> files.find(hash).isPresent())
          .forEach(hash -> named.put(hash, revision.at()));
    }
    return new PurgedFiles(named);
  }

  /** Removes those that nothing names any more. */
  void removeFrom(FileStore files, Ledger ledger) {
    unnamed(lastNamed.keySet(), ledger)
        .forEach(hash -> remove(hash, files, lastNamed.getOrDefault(hash, Instant.MIN)));
  }

  /**
   * Removes what was stored before a time and is named nowhere: what a run or a form left that
   * never came to its end.
   *
   * @return how many files went
   */
  static int collect(FileStore files, Ledger ledger, Instant before) throws IOException {
    var unnamed = unnamed(files.storedBefore(before), ledger);
    unnamed.forEach(hash -> remove(hash, files, before));
    return unnamed.size();
  }

  private static Set<String> unnamed(Set<String> hashes, Ledger ledger) {
    var left = new HashSet<>(hashes);
    var from = 0L;
    while (!left.isEmpty()) {
      var after = from;
      var part = ledger.read(snapshot -> snapshot.descriptionsAfter(after, PART));
      if (part.isEmpty()) {
        break;
      }
      part.forEach(said -> leaveOut(left, List.of(said.description().text())));
      from = part.getLast().sequence();
    }
    if (!left.isEmpty()) {
      leaveOut(left, ledger.read(PurgedFiles::pictures));
    }
    return left;
  }

  private static void leaveOut(Set<String> hashes, List<String> texts) {
    texts.forEach(
        text -> HASH.matcher(text).results().map(match -> match.group()).forEach(hashes::remove));
  }

  private static List<String> pictures(LedgerSnapshot snapshot) {
    var groups =
        Stream.of(Group.Kind.values()).flatMap(kind -> snapshot.groups().all(kind).stream());
    var users = snapshot.accounts().users().stream();
    return Stream.concat(
            groups.map(Group::imageUrl), users.flatMap(user -> user.imageUrl().stream()))
        .toList();
  }

  private static void remove(String hash, FileStore files, Instant lastNamed) {
    try {
      files.remove(hash, lastNamed);
    } catch (IOException e) {
      throw new UncheckedIOException("the file " + hash + ", which nothing names, stays", e);
    }
  }
}
