package org.allmende.harvest.settings;

import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.nodes.Node;

/** Reads YAML into nodes that know their lines; anchors and aliases are not part of our files. */
final class YamlDocument {

  private static final int LONGEST = 4 * 1024 * 1024;

  private YamlDocument() {}

  static Optional<Node> compose(String yaml, String file, SettingsProblems problems) {
    try {
      return hasAnchor(yaml, file, problems)
          ? Optional.empty()
          : Optional.ofNullable(new Yaml(options()).compose(new StringReader(yaml)));
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark();
      problems.add(
          mark == null ? file : file + ", line " + (mark.getLine() + 1), sentence(e.getProblem()));
    } catch (YAMLException e) {
      problems.add(file, "is no YAML: " + e.getMessage());
    }
    return Optional.empty();
  }

  /**
   * Aliases can make a small file unfold into a huge one; nothing here needs them, so that the
   * first one is a problem.
   */
  private static boolean hasAnchor(String yaml, String file, SettingsProblems problems) {
    for (var event : new Yaml(options()).parse(new StringReader(yaml))) {
      var isAnchor = event instanceof NodeEvent node && node.getAnchor() != null;
      if (isAnchor || event instanceof AliasEvent) {
        problems.add(
            file + ", line " + (event.getStartMark().getLine() + 1),
            "anchors and aliases (& and *) are not read here. Write the value out, or in quotes.");
        return true;
      }
    }
    return false;
  }

  private static LoaderOptions options() {
    var options = new LoaderOptions();
    options.setCodePointLimit(LONGEST);
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(40);
    options.setProcessComments(false);
    return options;
  }

  private static String sentence(String problem) {
    if (problem.contains("'\\t(TAB)'") || problem.contains("'\\t'")) {
      return "a tab stands where spaces must be. Indent with spaces.";
    }
    return "is no YAML here: " + problem;
  }
}
