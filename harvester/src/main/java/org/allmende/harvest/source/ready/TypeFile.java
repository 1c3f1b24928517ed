package org.allmende.harvest.source.ready;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.model.LocalizedText;
import org.allmende.harvest.Defaults;
import org.allmende.harvest.settings.SettingsNode;
import org.allmende.harvest.settings.SettingsProblems;
import org.allmende.harvest.source.table.Mapping;
import org.allmende.harvest.source.table.MappingReader;
import org.allmende.vocab.codelist.CodeList;
import org.allmende.vocab.codelist.CodeLists;

/**
 * The file of a ready-made type: what its dataset says where operator and source are silent ({@code
 * sources.md} chapter 10), and the mapping.
 *
 * @param defaults title, description, themes and so on
 * @param mapping what the columns mean; empty where the format knows
 */
record TypeFile(Defaults defaults, Optional<Mapping> mapping) {

  /** A pattern dataset of the Musterdatenkatalog. */
  private static final String PATTERN = "https://musterdatenkatalog.de/def/musterdatensatz/";

  /** Reads the file of a type; a mistake in it is ours, and ends the program. */
  static TypeFile read(String id) {
    var problems = new SettingsProblems();
    var node = SettingsNode.parse(text(id), id + ".yaml", Map.of(), problems);
    var file = new TypeFile(defaults(node.section("dataset")), mapping(node));
    node.done();
    problems.throwIfAny();
    return file;
  }

  private static String text(String id) {
    var name = "/org/allmende/harvest/types/" + id + ".yaml";
    try (var in = TypeFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Mapping> mapping(SettingsNode node) {
    return node.has("mapping")
        ? Optional.of(MappingReader.from(node.section("mapping")))
        : Optional.empty();
  }

  private static Defaults defaults(SettingsNode node) {
    var silent = new LocalizedText(Map.of());
    return new Defaults(
        node.localized("title").orElse(silent),
        node.localized("description").orElse(silent),
        Optional.empty(),
        Optional.empty(),
        codes(node, "themes", CodeLists.themes()),
        node.texts("keywords"),
        codes(node, "frequency", CodeLists.frequencies()).stream().findFirst(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        node.texts("pattern").stream().map(PATTERN::concat).toList(),
        List.of(),
        codes(node, "license", CodeLists.licenses()).stream().findFirst(),
        node.text("attribution"));
  }

  private static List<String> codes(SettingsNode node, String key, CodeList list) {
    return node.texts(key).stream().map(code -> list.require(code).iri()).toList();
  }
}
