package org.allmende.catalog.search.spelling;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words of a catalog with how often each occurs, to find the one that was meant by a word that
 * is not among them. Evidence: how few slips lie between the two (weighted by keyboard and ear),
 * whether they sound alike, and how frequent the word is.
 *
 * <p>It costs about 30 bytes a word, and a question about a millisecond with 300,000 words: a mask
 * of each word's letters rules nearly all of them out. Immutable; any number of threads may ask.
 *
 * <pre>{@code
 * Dictionary.of(Map.of("baumkataster", 12)).meantBy("baumkatatser");   // baumkataster
 * }</pre>
 */
public final class Dictionary {

  /** Shorter words are too close to too many others. */
  private static final int SHORTEST_TYPED = 4;

  private static final int LONGEST = 40;
  private static final int SHORTEST_PART = 4;
  private static final float SOUND_BONUS = 0.4f;
  private static final float FIRST_LETTER_COST = 0.3f;
  private static final float FREQUENCY_BONUS = 0.15f;

  /** The words one after the other, by length, then alphabet. */
  private final byte[] letters;

  private final int[] starts;
  private final int[] counts;
  private final long[] masks;

  /** The first word of each length. */
  private final int[] firstOfLength = new int[LONGEST + 2];

  private Dictionary(List<Map.Entry<String, Integer>> words) {
    letters = new byte[words.stream().mapToInt(word -> word.getKey().length()).sum()];
    starts = new int[words.size() + 1];
    counts = new int[words.size()];
    masks = new long[words.size()];
    for (var i = 0; i < words.size(); i++) {
      var word = words.get(i).getKey().getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(word, 0, letters, starts[i], word.length);
      starts[i + 1] = starts[i] + word.length;
      counts[i] = words.get(i).getValue();
      masks[i] = mask(word);
      firstOfLength[word.length + 1] = i + 1;
    }
    for (var length = 1; length < firstOfLength.length; length++) {
      firstOfLength[length] = Math.max(firstOfLength[length], firstOfLength[length - 1]);
    }
  }

  /**
   * A dictionary of these words.
   *
   * @param counts how often each word occurs, by the word in the letters a to z; words of other
   *     letters, and very long ones, are left out
   */
  public static Dictionary of(Map<String, Integer> counts) {
    var words = new ArrayList<Map.Entry<String, Integer>>();
    for (var word : counts.entrySet()) {
      if (isUsable(word.getKey())) {
        words.add(word);
      }
    }
    words.sort(
        Comparator.<Map.Entry<String, Integer>>comparingInt(word -> word.getKey().length())
            .thenComparing(Map.Entry::getKey));
    return new Dictionary(words);
  }

  private static boolean isUsable(String word) {
    return word.length() > 1
        && word.length() <= LONGEST
        && word.chars().allMatch(letter -> letter >= 'a' && letter <= 'z');
  }

  /** How many words there are. */
  public int size() {
    return counts.length;
  }

  /**
   * The words that were most likely meant, the likeliest first; none when all are too far away. The
   * word itself is never among them.
   *
   * @param typed in the letters a to z, as the words of the dictionary
   * @param most how many at most
   */
  public List<String> meantBy(String typed, int most) {
    if (typed.length() < SHORTEST_TYPED || !isUsable(typed)) {
      return List.of();
    }
    return new Question(typed)
        .candidates().stream()
            .sorted(Comparator.comparingDouble(Candidate::badness).thenComparing(Candidate::word))
            .limit(most)
            .map(Candidate::word)
            .toList();
  }

  /** The two words between which a space was left out, the most frequent such pair. */
  public Optional<List<String>> joinedIn(String typed) {
    if (!isUsable(typed)) {
      return Optional.empty();
    }
    var best = 0;
    Optional<List<String>> pair = Optional.empty();
    for (var at = SHORTEST_PART; at <= typed.length() - SHORTEST_PART; at++) {
      var both = Math.min(count(typed.substring(0, at)), count(typed.substring(at)));
      if (both > best) {
        best = both;
        pair = Optional.of(List.of(typed.substring(0, at), typed.substring(at)));
      }
    }
    return pair;
  }

  /** How often a word occurs; 0 when it is not there. */
  int count(String word) {
    var sought = word.getBytes(StandardCharsets.US_ASCII);
    var low = firstOfLength[Math.min(sought.length, LONGEST)];
    var high = firstOfLength[Math.min(sought.length + 1, LONGEST + 1)] - 1;
    while (low <= high) {
      var middle = (low + high) >>> 1;
      var order =
          Arrays.compare(letters, starts[middle], starts[middle + 1], sought, 0, sought.length);
      if (order == 0) {
        return counts[middle];
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return 0;
  }

  private String word(int index) {
    return new String(
        letters, starts[index], starts[index + 1] - starts[index], StandardCharsets.US_ASCII);
  }

  /** Two bits for each letter: it occurs, it occurs again. One slip changes two bits at most. */
  private static long mask(byte[] word) {
    var mask = 0L;
    for (var letter : word) {
      var once = 1L << (2 * (letter - 'a'));
      mask |= (mask & once) == 0 ? once : once << 1;
    }
    return mask;
  }

  /** How many slips of any kind a word of this length may have. */
  private static int mostSlips(int length) {
    if (length <= 5) {
      return 1;
    }
    return length < 12 ? 2 : 3;
  }

  /** How dear they may be together: the longer the word, the less likely a mistake of ours. */
  private static float dearest(int length) {
    if (length <= 6) {
      return 0.95f; // less than an arbitrary letter: "Schale" is not "Schule"
    }
    if (length <= 8) {
      return 1.4f;
    }
    return length < 12 ? 1.8f : 2.5f;
  }

  private record Candidate(String word, double badness) {}

  /** The search for what one word meant. */
  private final class Question {
    private final String typed;
    private final byte[] bytes;
    private final String sound;
    private final SlipDistance distance;
    private final Map<Integer, Float> near = new HashMap<>();

    Question(String typed) {
      this.typed = typed;
      this.bytes = typed.getBytes(StandardCharsets.US_ASCII);
      this.sound = ColognePhonetics.code(typed);
      this.distance = new SlipDistance(bytes);
    }

    List<Candidate> candidates() {
      collect();
      var candidates = new ArrayList<Candidate>();
      near.forEach((index, cost) -> judge(word(index), counts[index], cost, candidates));
      return candidates;
    }

    private void collect() {
      var slips = mostSlips(bytes.length);
      var limit = dearest(bytes.length) + SOUND_BONUS;
      var shortest = Math.max(2, bytes.length - slips);
      var longest = Math.min(LONGEST, bytes.length + slips);
      var mask = mask(bytes);
      for (var i = firstOfLength[shortest]; i < firstOfLength[longest + 1]; i++) {
        if (Long.bitCount(mask ^ masks[i]) <= 2 * slips) {
          var cost = distance.to(letters, starts[i], starts[i + 1], limit);
          if (cost != SlipDistance.TOO_FAR && cost > 0) {
            near.put(i, cost);
          }
        }
      }
    }

    private void judge(String word, int count, float cost, List<Candidate> candidates) {
      var soundsAlike = soundsAlike(word);
      var beginsElse = word.charAt(0) != typed.charAt(0) && !soundsAlike;
      var slips = cost + (beginsElse ? FIRST_LETTER_COST : 0) - (soundsAlike ? SOUND_BONUS : 0);
      if (slips <= dearest(bytes.length)) {
        candidates.add(new Candidate(word, slips - FREQUENCY_BONUS * Math.log10(1 + count)));
      }
    }

    /** Vowels have no sound of their own there, so that one for another is no evidence. */
    private boolean soundsAlike(String word) {
      return ColognePhonetics.code(word).equals(sound)
          && !ColognePhonetics.consonants(word).equals(ColognePhonetics.consonants(typed));
    }
  }
}
