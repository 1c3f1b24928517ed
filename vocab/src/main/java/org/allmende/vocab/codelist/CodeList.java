package org.allmende.vocab.codelist;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A controlled vocabulary: its scheme and its concepts, found by IRI, by code or by a spelling.
 *
 * <p>Read once from a table among this module's resources: UTF-8, tab-separated, lines that begin
 * with {@code #} are remarks, the columns are {@code code, iri, de, en, aliases, oldIris,
 * attributes}; the last three hold several values separated by {@code |}, attributes as {@code
 * name=value}. A missing column is empty. Immutable; any number of threads may share it.
 */
public final class CodeList {

  private static final Pattern IRI_START = Pattern.compile("^https?://(www\\.)?");
  private static final Pattern IRI_END = Pattern.compile("/+$");
  private static final Pattern DASH = Pattern.compile("[‐‑–—]");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final String name;
  private final String scheme;
  private final List<Concept> concepts;
  private final Map<String, Concept> byIri = new LinkedHashMap<>();
  private final Map<String, Concept> byAnyIri = new LinkedHashMap<>();
  private final Map<String, Concept> byBareIri = new HashMap<>();
  private final Map<String, Concept> bySpelling = new HashMap<>();

  private CodeList(String name, String scheme, List<Concept> concepts) {
    this.name = name;
    this.scheme = scheme;
    this.concepts = List.copyOf(concepts);
    for (var concept : this.concepts) {
      register(byIri, concept.iri(), concept);
      byAnyIri.put(concept.iri(), concept);
      register(bySpelling, normal(concept.code()), concept);
    }
    for (var concept : this.concepts) {
      concept.oldIris().forEach(iri -> byAnyIri.putIfAbsent(iri, concept));
      concept.aliases().forEach(alias -> bySpelling.putIfAbsent(normal(alias), concept));
    }
    byAnyIri.forEach((iri, concept) -> byBareIri.putIfAbsent(bare(iri), concept));
    for (var concept : this.concepts) {
      bySpelling.putIfAbsent(normal(concept.labelDe()), concept);
      bySpelling.putIfAbsent(normal(concept.labelEn()), concept);
    }
  }

  private void register(Map<String, Concept> index, String key, Concept concept) {
    if (index.putIfAbsent(key, concept) != null) {
      throw new IllegalStateException("code list " + name + " has two concepts for " + key);
    }
  }

  /** Reads the table {@code resource} of this package. */
  static CodeList load(String name, String scheme, String resource) {
    var in = CodeList.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException(
          "code list " + name + ": the resource " + resource + " is missing");
    }
    try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      var concepts = new ArrayList<Concept>();
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          concepts.add(concept(line));
        }
      }
      return new CodeList(name, scheme, concepts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Concept concept(String line) {
    var cells = line.split("\t", -1);
    return new Concept(
        cell(cells, 1),
        cell(cells, 0),
        cell(cells, 2),
        cell(cells, 3).isEmpty() ? cell(cells, 2) : cell(cells, 3),
        values(cell(cells, 4)),
        values(cell(cells, 5)),
        attributes(cell(cells, 6)));
  }

  private static String cell(String[] cells, int column) {
    return column < cells.length ? cells[column].strip() : "";
  }

  private static List<String> values(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split("\\|"));
  }

  private static Map<String, String> attributes(String cell) {
    return values(cell).stream()
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0].strip(), pair -> pair[1].strip()));
  }

  /** The list's name in messages, such as {@code "license"}. */
  public String name() {
    return name;
  }

  /** The IRI of the concept scheme, as {@code skos:inScheme} names it. */
  public String scheme() {
    return scheme;
  }

  /** All concepts, in the order of the table. */
  public List<Concept> concepts() {
    return concepts;
  }

  /** The concept with exactly this IRI; an old IRI is not in the list. */
  public Optional<Concept> findByIri(String iri) {
    return Optional.ofNullable(byIri.get(iri));
  }

  /**
   * The concept that a text means: its IRI, an old IRI (also with {@code https}, {@code www.} or a
   * trailing slash too much), its code, an alias or a label. Letter case, the kind of dash, and
   * white space beside or within do not count.
   */
  public Optional<Concept> find(String text) {
    var trimmed = text.strip();
    return Optional.ofNullable(byAnyIri.get(trimmed))
        .or(() -> Optional.ofNullable(bySpelling.get(normal(trimmed))))
        .or(() -> findRespelledIri(trimmed));
  }

  private Optional<Concept> findRespelledIri(String text) {
    if (!text.startsWith("http://") && !text.startsWith("https://")) {
      return Optional.empty();
    }
    return Optional.ofNullable(byBareIri.get(bare(text)));
  }

  /**
   * The concept that a text means.
   *
   * @throws IllegalArgumentException when there is none; the message lists the codes there are
   */
  public Concept require(String text) {
    return find(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown "
                        + name
                        + " \""
                        + text
                        + "\". Known: "
                        + concepts.stream()
                            .limit(40)
                            .map(Concept::code)
                            .collect(Collectors.joining(", "))
                        + (concepts.size() > 40 ? " …" : "")
                        + "."));
  }

  /**
   * An IRI without what people write in different ways: scheme, {@code www.}, slashes at the end.
   */
  private static String bare(String iri) {
    return IRI_END.matcher(IRI_START.matcher(iri).replaceFirst("")).replaceFirst("");
  }

  private static String normal(String text) {
    var composed = Normalizer.normalize(Objects.requireNonNull(text), Normalizer.Form.NFC);
    var dashed = DASH.matcher(composed.strip()).replaceAll("-");
    return SPACE.matcher(dashed).replaceAll(" ").toLowerCase(Locale.ROOT);
  }
}
