package org.allmende.server;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.allmende.harvest.settings.Nearest;
import org.allmende.harvest.settings.SettingsNode;
import org.allmende.harvest.settings.SettingsProblems;

/**
 * Where each setting's value comes from: command line beats environment beats file beats default.
 * Each value is read by the same {@link SettingsNode}, whatever layer it stands in.
 */
final class SettingsLayers {
  private static final String ENVIRONMENT_PREFIX = "ALLMENDE_";

  /** Read by the launcher or before any file is: no settings of the table. */
  private static final Set<String> OTHER_VARIABLES =
      Set.of("ALLMENDE_JAVA", "ALLMENDE_JAVA_OPTS", "ALLMENDE_DATA", "ALLMENDE_CONFIG");

  /** Kubernetes sets these in every container beside a service called allmende. */
  private static final Pattern OF_KUBERNETES =
      Pattern.compile("ALLMENDE_(SERVICE_.*|PORT|PORT_\\d+.*)");

  /** A place that has the value of a setting, or would have it. */
  record Layer(SettingsNode node, String key, String origin) {}

  private final Map<String, String> commandLine;
  private final Map<String, String> environment;
  private final SettingsNode file;
  private final SettingsProblems problems;
  private final Map<String, SettingsNode> groups = new HashMap<>();

  /**
   * Layers over a settings file.
   *
   * @param commandLine values by the name of the setting
   */
  SettingsLayers(
      Map<String, String> commandLine,
      Map<String, String> environment,
      SettingsNode file,
      SettingsProblems problems) {
    this.commandLine = commandLine;
    this.environment = environment;
    this.file = file;
    this.problems = problems;
  }

  /** The group of the file with this path, such as {@code defaults.contact}; one for all askers. */
  SettingsNode group(String path) {
    if (path.isEmpty()) {
      return file;
    }
    var known = groups.get(path);
    if (known != null) {
      return known;
    }
    var dot = path.lastIndexOf('.');
    var parent = group(dot < 0 ? "" : path.substring(0, dot));
    var group = parent.section(path.substring(dot + 1));
    groups.put(path, group);
    return group;
  }

  /** The topmost layer that says something about a setting; the default's when none does. */
  Layer find(Setting setting) {
    // Asked for in any case, so that the file's key counts as known also when another layer wins.
    var inFile = group(setting.group());
    var isInFile = inFile.has(setting.key());
    var argument = commandLine.get(setting.name());
    if (argument != null) {
      return alone(setting, argument, "command line");
    }
    var variable = setting.environmentName();
    if (setting.isInEnvironment() && environment.containsKey(variable)) {
      return alone(setting, environment.getOrDefault(variable, ""), "environment " + variable);
    }
    return isInFile
        ? new Layer(inFile, setting.key(), inFile.place(setting.key()))
        : alone(setting, setting.standard(), "default");
  }

  private Layer alone(Setting setting, String value, String origin) {
    var quoted = '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    var yaml = value.isEmpty() ? "" : setting.key() + ": " + quoted;
    return new Layer(SettingsNode.parse(yaml, origin, Map.of(), problems), setting.key(), origin);
  }

  /** Notes variables that look like settings and are none. */
  void checkEnvironment(String fileText) {
    var known = new HashSet<String>(OTHER_VARIABLES);
    SettingsTable.all().stream()
        .filter(Setting::isInEnvironment)
        .map(Setting::environmentName)
        .forEach(known::add);
    environment.keySet().stream()
        .filter(name -> name.toUpperCase(Locale.ROOT).startsWith(ENVIRONMENT_PREFIX))
        .filter(name -> !known.contains(name) && !OF_KUBERNETES.matcher(name).matches())
        .filter(name -> !fileText.contains("${" + name + "}"))
        .sorted()
        .forEach(name -> problems.add("environment", unknown(name, known)));
  }

  private static String unknown(String name, Set<String> known) {
    var near = Nearest.to(name, known).map(n -> " Did you mean " + n + "?");
    return "unknown setting " + name + "." + near.orElse(" See \"allmende config show\".");
  }

  /** The file, when there is one with this name, else an empty one. */
  static Optional<String> environmentPath(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(path -> !path.isBlank());
  }
}
