package org.allmende.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.allmende.catalog.model.BlankLabels;
import org.allmende.catalog.model.TermText;
import org.allmende.vocab.Prefixes;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * Writes a small graph as Turtle: a block for each subject, IRIs before blank nodes; in it the
 * types first, then the other properties; both in alphabetical order. It uses those forms alone
 * that Turtle had from its first day, so that every parser reads them.
 *
 * <p>By hand, since each publication writes one, and Jena's writers take several times as long.
 */
final class TurtleBlocks {

  private static final Map<String, String> PREFIX_OF_NAMESPACE =
      Prefixes.map().entrySet().stream()
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

  private static final Comparator<List<Triple>> BY_SUBJECT =
      Comparator.comparing(block -> subjectKey(block.getFirst().getSubject()));
  private static final Comparator<Triple> BY_PROPERTY =
      Comparator.comparing(triple -> propertyKey(triple.getPredicate()));

  private final StringBuilder body;
  private final Set<String> usedPrefixes = new HashSet<>();
  private final BlankLabels labels = new BlankLabels();

  private TurtleBlocks(int triples) {
    this.body = new StringBuilder(128 * triples);
  }

  /** The graph as Turtle, with those of our prefixes that occur. */
  static String write(Graph graph) {
    var writing = new TurtleBlocks(graph.size());
    blocks(graph).forEach(writing::writeBlock);
    return writing.header() + writing.body;
  }

  private static List<List<Triple>> blocks(Graph graph) {
    var bySubject = new LinkedHashMap<Node, List<Triple>>();
    graph
        .find()
        .forEachRemaining(
            triple ->
                bySubject
                    .computeIfAbsent(triple.getSubject(), subject -> new ArrayList<>())
                    .add(triple));
    var blocks = new ArrayList<>(bySubject.values());
    blocks.sort(BY_SUBJECT);
    return blocks;
  }

  private static String subjectKey(Node subject) {
    return subject.isURI() ? subject.getURI() : "\uFFFF";
  }

  private static String propertyKey(Node property) {
    return property.equals(RDF.Nodes.type) ? "" : property.getURI();
  }

  private String header() {
    var header = new StringBuilder(512);
    Prefixes.map()
        .forEach(
            (prefix, namespace) -> {
              if (usedPrefixes.contains(prefix)) {
                header.append("@prefix ").append(prefix).append(": <");
                header.append(namespace).append("> .\n");
              }
            });
    return header.append('\n').toString();
  }

  private void writeBlock(List<Triple> block) {
    block.sort(BY_PROPERTY);
    writeTerm(block.getFirst().getSubject());
    var separator = "\n  ";
    for (var i = 0; i < block.size(); i++) {
      var property = block.get(i).getPredicate();
      if (i > 0 && property.equals(block.get(i - 1).getPredicate())) {
        body.append(" , ");
      } else {
        body.append(separator);
        writeProperty(property);
        separator = " ;\n  ";
      }
      writeTerm(block.get(i).getObject());
    }
    body.append(" .\n\n");
  }

  private void writeProperty(Node property) {
    if (property.equals(RDF.Nodes.type)) {
      body.append('a');
    } else {
      writeIri(property.getURI());
    }
    body.append(' ');
  }

  private void writeTerm(Node term) {
    if (term.isURI()) {
      writeIri(term.getURI());
    } else if (term.isLiteral() && TermText.hasDatatype(term)) {
      TermText.appendText(body, term);
      body.append("^^");
      writeIri(term.getLiteralDatatypeURI());
    } else {
      TermText.append(body, term, labels);
    }
  }

  private void writeIri(String iri) {
    var begin = 1 + Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/'));
    var prefix = PREFIX_OF_NAMESPACE.get(iri.substring(0, begin));
    if (prefix != null && isPlainName(iri, begin)) {
      usedPrefixes.add(prefix);
      body.append(prefix).append(':').append(iri, begin, iri.length());
    } else {
      TermText.appendIri(body, iri);
    }
  }

  /** True for what may follow a prefix without any escape, in every version of Turtle. */
  private static boolean isPlainName(String iri, int begin) {
    for (var i = begin; i < iri.length(); i++) {
      var c = iri.charAt(i);
      var isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
      var isDigit = (c >= '0' && c <= '9') || c == '-';
      if (!isLetter && (i == begin || !isDigit)) {
        return false;
      }
    }
    return begin < iri.length();
  }
}
