package org.allmende.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Every file is what its suffix says. */
class SampleFilesTest {

  private static final Pattern START_XREF = Pattern.compile("startxref\\s+(\\d+)\\s+%%EOF\\s*$");
  private static final Pattern XREF_ENTRY = Pattern.compile("(\\d{10}) 00000 n ");

  @Test
  void parsesEveryJsonFile() throws IOException {
    var files = Town.files(".json", ".geojson");

    assertFalse(files.isEmpty());
    for (Path file : files) {
      assertTrue(Town.json(file).isContainerNode(), file.toString());
    }
  }

  @Test
  void findsTheObjectsOfAPdfWhereItsCrossReferenceSays() throws IOException {
    var files = Town.files(".pdf");

    assertEquals(4, files.size());
    for (Path file : files) {
      var pdf = Files.readString(file, StandardCharsets.ISO_8859_1);
      assertTrue(pdf.startsWith("%PDF-"), file.toString());
      assertTrue(pdf.length() < 6_000, file.toString());
      assertCrossReference(pdf, file.toString());
    }
  }

  @Test
  void namesExistingFilesInTheConfiguration() throws IOException {
    var sources = entries(Town.FOLDER.resolve("allmende.yaml"), "sources");

    assertEquals(Samples.SOURCES, sources.size());
    for (Map<String, Object> source : sources) {
      assertTrue(
          Files.exists(Town.FOLDER.resolve((String) source.get("location"))), source.toString());
      assertTrue(
          Files.exists(Town.FOLDER.resolve((String) source.getOrDefault("mapping", ""))),
          source.toString());
    }
  }

  @Test
  void namesEveryFieldOfAMappingOnce() throws IOException {
    for (Path file : Town.files(".mapping.yaml")) {
      var names = entries(file, "fields").stream().map(field -> field.get("name")).toList();

      assertFalse(names.isEmpty(), file.toString());
      assertEquals(names.stream().distinct().toList(), names, file.toString());
    }
  }

  private static void assertCrossReference(String pdf, String file) {
    var start = START_XREF.matcher(pdf);
    assertTrue(start.find(), file);
    int xref = Integer.parseInt(start.group(1));
    assertTrue(pdf.startsWith("xref\n", xref), file);

    var entries = XREF_ENTRY.matcher(pdf).region(xref, pdf.length()).results().toList();
    for (int i = 0; i < entries.size(); i++) {
      int offset = Integer.parseInt(entries.get(i).group(1));
      assertTrue(pdf.startsWith((i + 1) + " 0 obj", offset), file + ", object " + (i + 1));
    }
  }

  /** The entries of a list of maps in a YAML file, such as its sources. */
  private static List<Map<String, Object>> entries(Path file, String key) throws IOException {
    Map<String, List<Map<String, Object>>> content = new Yaml().load(Files.readString(file));
    return content.getOrDefault(key, List.of());
  }
}
