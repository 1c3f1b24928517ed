package org.allmende.server.validate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.validate.ValidationReport;
import org.allmende.catalog.validate.Violation;
import org.allmende.harvest.Reason;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * A validation report as text for people, as JSON, and as SHACL says it in RDF; with what was
 * noticed while the document was read.
 */
public final class ValidationText {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final ValidationReport report;
  private final String language;
  private final List<Reason> notes;
  private final int most;

  /**
   * The texts of a report with all its findings.
   *
   * @param language {@code en}, or {@code de} for any other
   * @param notes what the reader mended; the report is about the mended document
   */
  public ValidationText(ValidationReport report, String language, List<Reason> notes) {
    this(report, language, notes, Integer.MAX_VALUE);
  }

  /**
   * The texts of a report that shows so many findings at most, the worst; it counts them all.
   *
   * @param most 1 or more
   */
  ValidationText(ValidationReport report, String language, List<Reason> notes, int most) {
    this.report = report;
    this.language = language;
    this.notes = List.copyOf(notes);
    this.most = most;
  }

  private List<Violation> shown() {
    return report.findings().subList(0, Math.min(most, report.findings().size()));
  }

  /** True when there is no violation. */
  public boolean conforms() {
    return report.conforms();
  }

  /** One line for each finding, the worst first, and a summary. */
  public String text(String document) {
    var text = new StringBuilder();
    for (var finding : shown()) {
      text.append(finding.severity()).append("  ").append(finding.focus());
      finding.property().ifPresent(property -> text.append("  ").append(property));
      text.append("\n  ").append(finding.message(language));
      finding.value().ifPresent(value -> text.append("  [").append(value).append(']'));
      text.append('\n');
      finding.repair().ifPresent(repair -> text.append("  → ").append(repair).append('\n'));
    }
    notes.forEach(note -> text.append("NOTE  ").append(note.text(language)).append('\n'));
    var words =
        language.equals("en")
            ? "%s: %s. Violations: %d, warnings: %d.%n"
            : "%s: %s. Verstöße: %d, Warnungen: %d.%n";
    var verdict =
        language.equals("en")
            ? (conforms() ? "valid" : "not valid")
            : (conforms() ? "gültig" : "nicht gültig");
    return text.append(words.formatted(document, verdict, report.violations(), report.warnings()))
        .toString();
  }

  /** Verdict, counts, findings. */
  public String json() throws JsonProcessingException {
    var root = JSON.createObjectNode();
    root.put("conforms", conforms());
    root.put("violations", report.violations());
    root.put("warnings", report.warnings());
    root.put("shown", shown().size());
    var findings = root.putArray("findings");
    for (var finding : shown()) {
      FindingJson.write(finding, language, findings.addObject());
    }
    var remarks = root.putArray("notes");
    notes.forEach(note -> remarks.add(note.text(language)));
    return JSON.writeValueAsString(root) + "\n";
  }

  /** The report in the vocabulary of SHACL, which has no place for the notes. */
  public String turtle() {
    var graph = GraphFactory.createDefaultGraph();
    graph.getPrefixMapping().setNsPrefix("sh", SHACL.getURI());
    var node = NodeFactory.createBlankNode();
    graph.add(node, RDF.type.asNode(), SHACL.ValidationReport);
    graph.add(node, SHACL.conforms, NodeFactory.createLiteralByValue(conforms()));
    for (var finding : shown()) {
      graph.add(node, SHACL.result, result(graph, finding));
    }
    return RDFWriter.source(graph).format(RDFFormat.TURTLE_BLOCKS).asString();
  }

  private static Node result(Graph graph, Violation finding) {
    var result = NodeFactory.createBlankNode();
    graph.add(result, RDF.type.asNode(), SHACL.ValidationResult);
    graph.add(result, SHACL.resultSeverity, severity(finding.severity()));
    graph.add(result, SHACL.focusNode, node(finding.focus()));
    finding.property().ifPresent(p -> graph.add(result, SHACL.resultPath, node(p)));
    finding.value().ifPresent(value -> graph.add(result, SHACL.value, node(value)));
    graph.add(result, SHACL.resultMessage, message(finding.messageDe(), "de"));
    graph.add(result, SHACL.resultMessage, message(finding.messageEn(), "en"));
    // SHACL has no word for a repair; the comment is what tools show beside the message.
    finding
        .repair()
        .ifPresent(
            repair ->
                graph.add(
                    result, RDFS.comment.asNode(), NodeFactory.createLiteralString("→ " + repair)));
    return result;
  }

  private static Node severity(Violation.Severity severity) {
    return switch (severity) {
      case VIOLATION -> SHACL.Violation;
      case WARNING -> SHACL.Warning;
      case INFO -> SHACL.Info;
    };
  }

  private static Node node(String text) {
    return DatasetUri.isAbsoluteIri(text)
        ? NodeFactory.createURI(text)
        : NodeFactory.createLiteralString(text);
  }

  private static Node message(String text, String language) {
    return NodeFactory.createLiteralLang(text, language);
  }
}
