package org.allmende.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.allmende.harvest.settings.SettingsNode;
import org.allmende.harvest.settings.SettingsProblems;
import org.allmende.server.ServerConfig.Effective;

/**
 * What each setting is in the end and where it came from. Values that the file takes from the
 * environment ({@code ${NAME}}) are secrets: they are shown by their name.
 */
final class EffectiveSettings {
  private static final Pattern CREDENTIALS = Pattern.compile("(https?://)[^/@\\s]+@");
  private static final Pattern KEY =
      Pattern.compile(
          "([?&][\\w.-]*(?:key|token|secret|password|passwd|pwd|signature|sig|auth)=)[^&#\\s]+",
          Pattern.CASE_INSENSITIVE);

  private final SettingsLayers layers;
  private final List<Effective> effective = new ArrayList<>();

  private EffectiveSettings(SettingsLayers layers) {
    this.layers = layers;
  }

  static List<Effective> of(
      Map<String, String> overrides, Map<String, String> environment, String yaml, String name) {
    // Read once more, with every secret standing for itself; the first reading found no problem.
    var masks = new LinkedHashMap<String, String>();
    environment.keySet().forEach(variable -> masks.put(variable, "${" + variable + "}"));
    var unheard = new SettingsProblems();
    var root = SettingsNode.parse(yaml, name, masks, unheard);
    var shown = new EffectiveSettings(new SettingsLayers(overrides, environment, root, unheard));
    shown.addAll();
    return shown.effective;
  }

  private void addAll() {
    SettingsTable.all().stream().filter(s -> !s.isInList()).forEach(this::addAlone);
    addList("organizations", "name");
    addList("sources", "id");
  }

  private void addAlone(Setting setting) {
    var layer = layers.find(setting);
    add(setting, setting.name(), layer.node(), layer.key(), layer.origin());
  }

  private void addList(String list, String identifiedBy) {
    for (var item : layers.group("").items(list)) {
      var id = item.text(identifiedBy).orElse("?");
      var prefix = list + "[].";
      SettingsTable.all().stream()
          .filter(setting -> setting.name().startsWith(prefix))
          .forEach(
              s -> addItem(s, item, list + "[" + id + "].", s.name().substring(prefix.length())));
    }
  }

  private void addItem(Setting setting, SettingsNode item, String prefix, String path) {
    var node = item;
    var keys = path.split("\\.");
    for (var i = 0; i < keys.length - 1; i++) {
      node = node.section(keys[i]);
    }
    var key = keys[keys.length - 1];
    if (node.has(key)) {
      add(setting, prefix + path, node, key, node.place(key));
    }
  }

  private void add(Setting setting, String name, SettingsNode node, String key, String origin) {
    effective.add(new Effective(name, withoutSecrets(value(setting, node, key)), origin));
  }

  private static String value(Setting setting, SettingsNode node, String key) {
    return switch (setting.kind()) {
      case TEXT -> node.text(key).orElse("");
      case TEXTS -> "[" + String.join(", ", node.texts(key)) + "]";
      case LOCALIZED -> node.isSection(key) ? localized(node.map(key)) : node.text(key).orElse("");
      case MAPPING -> node.isSection(key) ? "(stands in the file)" : node.text(key).orElse("");
    };
  }

  private static String localized(Map<String, String> texts) {
    return texts.entrySet().stream()
        .map(text -> text.getKey() + ": " + text.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /**
   * An address may carry a name and password before its host, or a key among its parameters,
   * whatever layer it comes from.
   */
  private static String withoutSecrets(String value) {
    var nameless = CREDENTIALS.matcher(value).replaceAll("$1***@");
    return KEY.matcher(nameless).replaceAll("$1***");
  }
}
