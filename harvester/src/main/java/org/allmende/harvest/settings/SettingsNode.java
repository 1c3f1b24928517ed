package org.allmende.harvest.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.allmende.catalog.model.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A group of keys in a settings file, read strictly: whatever was not asked for when {@link #done}
 * is called is a problem, and so is a value of the wrong kind. Problems are collected in the {@link
 * SettingsProblems} given to {@link #parse}; a wrong value reads as absent.
 *
 * <pre>{@code
 * var problems = new SettingsProblems();
 * var root = SettingsNode.parse(yaml, "allmende.yaml", System.getenv(), problems);
 * var title = root.section("catalog").localized("title");
 * root.done();
 * problems.throwIfAny();
 * }</pre>
 *
 * For one thread.
 */
public final class SettingsNode {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)\\}");
  private static final Pattern LOST_ZERO = Pattern.compile("0\\d+");
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d|w)");

  private final String file;
  private final int line;
  private final Map<String, String> environment;
  private final SettingsProblems problems;
  private final Map<String, Node> values;
  private final Map<String, Integer> lines;
  private final Set<String> asked = new LinkedHashSet<>();
  private final List<SettingsNode> children = new ArrayList<>();
  private boolean isDone;

  private SettingsNode(
      String file,
      int line,
      Map<String, String> environment,
      SettingsProblems problems,
      @Nullable Node node) {
    this.file = file;
    this.line = line;
    this.environment = environment;
    this.problems = problems;
    this.values = new LinkedHashMap<>();
    this.lines = new LinkedHashMap<>();
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(entry -> take(entry.getKeyNode(), entry.getValueNode()));
    } else if (node != null && !isNothing(node)) {
      problemAt(node, "expected a group of keys such as \"key: value\", got " + kind(node));
    }
  }

  private void take(Node key, Node value) {
    if (!(key instanceof ScalarNode name)) {
      problemAt(key, "a key must be plain text, got " + kind(key));
    } else if (values.containsKey(name.getValue())) {
      problemAt(
          key,
          "the key \""
              + name.getValue()
              + "\" stands here for the second time, first in line "
              + lines.get(name.getValue()));
    } else {
      values.put(name.getValue(), value);
      lines.put(name.getValue(), lineOf(key));
    }
  }

  /**
   * Reads a YAML document. A document that is no YAML, or no group of keys, is a problem and reads
   * as empty.
   *
   * @param file its name in messages
   * @param environment where {@code ${NAME}} in a value comes from
   */
  public static SettingsNode parse(
      String yaml, String file, Map<String, String> environment, SettingsProblems problems) {
    var root = YamlDocument.compose(yaml, file, problems);
    return new SettingsNode(file, 1, environment, problems, root.orElse(null));
  }

  /** True when the key stands here, with whatever value. */
  public boolean has(String key) {
    asked.add(key);
    return values.containsKey(key) && !isNothing(values.get(key));
  }

  /** The keys that stand here, in order; asks for none of them. */
  public List<String> keys() {
    return List.copyOf(values.keySet());
  }

  /** True when there is nothing at all. */
  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** True when the value is a group of keys, so that {@link #section} can read it. */
  public boolean isSection(String key) {
    asked.add(key);
    return values.get(key) instanceof MappingNode;
  }

  /** The group of keys below {@code key}; an absent one is empty. */
  public SettingsNode section(String key) {
    asked.add(key);
    return child(values.get(key), lines.getOrDefault(key, line));
  }

  /** The groups in the list below {@code key}; absent: none. */
  public List<SettingsNode> items(String key) {
    return elements(key, false).stream().map(node -> child(node, lineOf(node))).toList();
  }

  private SettingsNode child(@Nullable Node node, int atLine) {
    var child = new SettingsNode(file, atLine, environment, problems, node);
    children.add(child);
    return child;
  }

  /** The text below {@code key}; a number or a word such as {@code yes} is its text, as written. */
  public Optional<String> text(String key) {
    asked.add(key);
    return Optional.ofNullable(values.get(key)).flatMap(node -> scalar(key, node));
  }

  /** One text, or a list of texts; absent: none. */
  public List<String> texts(String key) {
    return elements(key, true).stream().flatMap(node -> scalar(key, node).stream()).toList();
  }

  /** Digits of one of these lengths, such as a municipality's key; kept as text. */
  public Optional<String> digits(String key, int... lengths) {
    return text(key).filter(text -> areDigits(key, text, lengths));
  }

  /** A whole number from {@code min} to {@code max}. */
  public OptionalInt number(String key, int min, int max) {
    var text = text(key);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      var number = Integer.parseInt(text.get().strip().replace("_", ""));
      if (number >= min && number <= max) {
        return OptionalInt.of(number);
      }
    } catch (NumberFormatException e) {
      // Said below, together with numbers out of range.
    }
    problem(
        key, "must be a whole number from %d to %d, got \"%s\"".formatted(min, max, text.get()));
    return OptionalInt.empty();
  }

  /** {@code true} or {@code false}. */
  public Optional<Boolean> flag(String key) {
    return parsed(
        key,
        "must be true or false",
        text ->
            switch (text) {
              case "true" -> Optional.of(true);
              case "false" -> Optional.of(false);
              default -> Optional.empty();
            });
  }

  /** A length of time with its unit: {@code 500ms}, {@code 30s}, {@code 15m}, {@code 24h}, 7d. */
  public Optional<Duration> duration(String key) {
    return parsed(key, "must be a length of time such as 30s, 15m, 24h or 7d", SettingsNode::span);
  }

  private static Optional<Duration> span(String text) {
    var match = DURATION.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    var amount = Long.parseLong(match.group(1));
    return Optional.of(
        switch (match.group(2)) {
          case "ms" -> Duration.ofMillis(amount);
          case "s" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMinutes(amount);
          case "h" -> Duration.ofHours(amount);
          case "d" -> Duration.ofDays(amount);
          default -> Duration.ofDays(7 * amount);
        });
  }

  /** A text by the rule of {@code parse}; empty there: a problem that says what it must be. */
  public <T> Optional<T> parsed(String key, String rule, Function<String, Optional<T>> parse) {
    var text = text(key);
    var value = text.flatMap(t -> parse.apply(t.strip()));
    if (text.isPresent() && value.isEmpty()) {
      problem(key, rule + ", got \"" + text.get() + "\"");
    }
    return value;
  }

  /** One of these texts. */
  public Optional<String> choice(String key, List<String> known) {
    var text = text(key);
    if (text.isPresent() && !known.contains(text.get())) {
      problem(key, "unknown value \"" + text.get() + "\". " + Nearest.hint(text.get(), known));
      return Optional.empty();
    }
    return text;
  }

  /** Plain text (without a language), or {@code {de: …, en: …}}. */
  public Optional<LocalizedText> localized(String key) {
    asked.add(key);
    if (values.get(key) instanceof MappingNode) {
      return Optional.of(new LocalizedText(map(key))).filter(text -> !text.isEmpty());
    }
    return text(key).map(text -> LocalizedText.of("", text));
  }

  /** Text to text, in the order of the file; absent: empty. */
  public Map<String, String> map(String key) {
    asked.add(key);
    var inner = child(values.get(key), lines.getOrDefault(key, line));
    var map = new LinkedHashMap<String, String>();
    inner.keys().forEach(name -> inner.text(name).ifPresent(value -> map.put(name, value)));
    return Collections.unmodifiableMap(map);
  }

  /** Where this group begins, such as {@code allmende.yaml, line 12}. */
  public String place() {
    return place(line);
  }

  /** Where the key stands; the group's place when it does not. */
  public String place(String key) {
    return place(lines.getOrDefault(key, line));
  }

  /** Notes a problem with the value of {@code key}. */
  public void problem(String key, String message) {
    problems.add(place(key), key + ": " + message);
  }

  /** Notes a problem with the group as a whole. */
  public void problem(String message) {
    problems.add(place(), message);
  }

  /** A key that must be here; its absence is noted. */
  public Optional<String> requiredText(String key) {
    var text = text(key);
    if (text.isEmpty() && !has(key)) {
      problems.add(place(), "the key \"" + key + "\" is missing");
    }
    return text;
  }

  /** Every key that nobody asked for, here and in the groups handed out, is a problem. */
  public void done() {
    if (isDone) {
      return;
    }
    isDone = true;
    for (var key : values.keySet()) {
      if (!asked.contains(key)) {
        problems.add(place(key), "unknown key \"" + key + "\". " + Nearest.hint(key, unused()));
      }
    }
    children.forEach(SettingsNode::done);
  }

  /** Known keys that the file does not use: only these can have been meant. */
  private Set<String> unused() {
    var unused = new LinkedHashSet<>(asked);
    unused.removeAll(values.keySet());
    return unused;
  }

  private List<Node> elements(String key, boolean oneAlone) {
    asked.add(key);
    var node = values.get(key);
    if (node == null || isNothing(node)) {
      return List.of();
    }
    if (node instanceof SequenceNode list) {
      return list.getValue();
    }
    if (oneAlone) {
      return List.of(node);
    }
    problem(key, "expected a list such as [a, b], got " + kind(node));
    return List.of();
  }

  private Optional<String> scalar(String key, Node node) {
    if (isNothing(node)) {
      return Optional.empty();
    }
    if (!(node instanceof ScalarNode text)) {
      problemAt(node, key + ": expected one text, got " + kind(node));
      return Optional.empty();
    }
    if (text.isPlain() && LOST_ZERO.matcher(text.getValue()).matches()) {
      // Many YAML readers take 01067 for an octal number; quotes say the same to all of them.
      problemAt(node, key + ": write \"" + text.getValue() + "\" in quotes, it begins with 0");
    }
    return Optional.of(withEnvironment(key, node, text.getValue()));
  }

  private String withEnvironment(String key, Node node, String text) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            match -> {
              var name = match.group(1);
              var value = environment.get(name);
              if (value == null) {
                problemAt(node, key + ": the environment variable " + name + " is not set");
                return "";
              }
              return java.util.regex.Matcher.quoteReplacement(value);
            });
  }

  private boolean areDigits(String key, String text, int... lengths) {
    var fits =
        text.chars().allMatch(c -> c >= '0' && c <= '9')
            && IntStream.of(lengths).anyMatch(length -> length == text.length());
    if (!fits) {
      var wanted =
          IntStream.of(lengths).mapToObj(Integer::toString).collect(Collectors.joining(" or "));
      var advice =
          IntStream.of(lengths).anyMatch(length -> length == text.length() + 1)
              ? "Was a zero at the front lost? Write the key in quotes."
              : "Write the key in quotes, with its leading zeros.";
      problem(key, "must have " + wanted + " digits, got \"" + text + "\". " + advice);
    }
    return fits;
  }

  private void problemAt(Node node, String message) {
    problems.add(place(lineOf(node)), message);
  }

  private String place(int atLine) {
    return file + ", line " + atLine;
  }

  private static int lineOf(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private static boolean isNothing(@Nullable Node node) {
    return node == null
        || (node instanceof ScalarNode text
            && text.isPlain()
            && (text.getValue().isEmpty()
                || text.getValue().equals("~")
                || text.getValue().equals("null")));
  }

  private static String kind(Node node) {
    return switch (node) {
      case MappingNode group -> "a group of keys";
      case SequenceNode list -> "a list";
      case ScalarNode text -> "\"" + text.getValue() + "\"";
      default -> "something else";
    };
  }
}
