package org.allmende.server.cite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A form in which programs for references read them. */
public enum CitationForm {
  /** BibTeX, an entry of the kind that every style knows. */
  BIBTEX("bib", "BibTeX", "application/x-bibtex") {
    @Override
    public String write(Citation of) {
      var fields = new StringBuilder("@misc{" + of.key() + ",\n");
      // Two pairs of braces keep the name of an office from being read as first and last name.
      fields.append("  author = {{").append(tex(of.author())).append("}},\n");
      fields.append("  title = {{").append(tex(of.title())).append("}},\n");
      fields.append("  year = {").append(of.day().getYear()).append("},\n");
      fields.append("  howpublished = {").append(tex(of.catalog())).append("},\n");
      Citation.said(of.version())
          .ifPresent(v -> fields.append("  edition = {").append(tex(v)).append("},\n"));
      Citation.said(of.license())
          .ifPresent(l -> fields.append("  note = {").append(tex(l)).append("},\n"));
      return fields.append("  url = {").append(verbatim(of.address())).append("}\n}\n").toString();
    }
  },
  /** RIS, the lines of Reference Manager. */
  RIS("ris", "RIS", "application/x-research-info-systems") {
    @Override
    public String write(Citation of) {
      var lines = new StringBuilder();
      line(lines, "TY", "DATA");
      line(lines, "AU", of.author());
      line(lines, "PB", of.author());
      line(lines, "TI", of.title());
      line(lines, "PY", Integer.toString(of.day().getYear()));
      line(lines, "DA", of.day().format(DateTimeFormatter.ofPattern("uuuu/MM/dd", Locale.ROOT)));
      line(lines, "ET", of.version());
      line(lines, "LA", of.language());
      line(lines, "DP", of.catalog());
      line(lines, "C1", of.license());
      line(lines, "UR", of.address());
      return lines.append("ER  - \r\n").toString();
    }
  },
  /** The JSON of the Citation Style Language: one reference in a list. */
  CSL("csl.json", "CSL JSON", "application/vnd.citationstyles.csl+json") {
    @Override
    public String write(Citation of) {
      var list = JSON.createArrayNode();
      var node = list.addObject();
      node.put("id", of.key()).put("type", "dataset").put("title", of.title());
      node.putArray("author").addObject().put("literal", of.author());
      node.put("publisher", of.author());
      var day = node.putObject("issued").putArray("date-parts").addArray();
      day.add(of.day().getYear()).add(of.day().getMonthValue()).add(of.day().getDayOfMonth());
      Citation.said(of.version()).ifPresent(version -> node.put("version", version));
      Citation.said(of.license()).ifPresent(license -> node.put("license", license));
      node.put("language", of.language()).put("source", of.catalog()).put("URL", of.address());
      try {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(list) + "\n";
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("a tree of texts can be written", e);
      }
    }
  };

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What TeX would read as a command, each with how it is written as a letter. */
  private static final Map<Character, String> SIGNS =
      Map.ofEntries(
          Map.entry('\\', "\\textbackslash{}"),
          Map.entry('{', "\\{"),
          Map.entry('}', "\\}"),
          Map.entry('~', "\\textasciitilde{}"),
          Map.entry('^', "\\textasciicircum{}"),
          Map.entry('&', "\\&"),
          Map.entry('%', "\\%"),
          Map.entry('$', "\\$"),
          Map.entry('#', "\\#"),
          Map.entry('_', "\\_"));

  private final String suffix;
  private final String label;
  private final String mediaType;

  CitationForm(String suffix, String label, String mediaType) {
    this.suffix = suffix;
    this.label = label;
    this.mediaType = mediaType;
  }

  /** What follows the dot in its address. */
  public String suffix() {
    return suffix;
  }

  /** What people call it. */
  public String label() {
    return label;
  }

  public String mediaType() {
    return mediaType;
  }

  /** The form with this suffix. */
  public static Optional<CitationForm> find(String suffix) {
    return Arrays.stream(values()).filter(form -> form.suffix.equals(suffix)).findFirst();
  }

  /** The suffixes of all, for messages. */
  public static String suffixes() {
    return Arrays.stream(values()).map(CitationForm::suffix).collect(Collectors.joining(", "));
  }

  /** The reference in this form. */
  public abstract String write(Citation of);

  private static String tex(String text) {
    var written = new StringBuilder(text.length());
    for (var i = 0; i < text.length(); i++) {
      written.append(SIGNS.getOrDefault(text.charAt(i), text.substring(i, i + 1)));
    }
    return written.toString();
  }

  /** An address is read as it stands, but a brace would end it. */
  private static String verbatim(String address) {
    return address.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C");
  }

  private static void line(StringBuilder lines, String tag, String value) {
    if (!value.isEmpty()) {
      lines.append(tag).append("  - ").append(value).append("\r\n");
    }
  }
}
