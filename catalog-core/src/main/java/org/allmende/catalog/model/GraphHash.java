package org.allmende.catalog.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * A hash that is equal for isomorphic graphs. Each blank node is named by what is around it,
 * refined until nothing changes; the sorted triples with these names are hashed.
 *
 * <p>Two blank nodes may look alike from all sides without being exchangeable; {@link #isTied}
 * tells that there were any that look alike, and equal hashes then want a full test for
 * isomorphism.
 *
 * @param value SHA-256, hexadecimal
 * @param isTied true when at least two blank nodes could not be told apart
 */
public record GraphHash(String value, boolean isTied) {

  /**
   * The hash of the triples that {@code counts} admits, and of a text beside them.
   *
   * @param beside what else belongs to the state, such as the record in a fixed form
   */
  public static GraphHash of(Graph graph, Predicate<Triple> counts, String beside) {
    var triples = new ArrayList<Triple>(graph.size());
    graph.find().filterKeep(counts).forEachRemaining(triples::add);
    var names = nameBlankNodes(triples);
    var lines = new String[triples.size()];
    for (var i = 0; i < lines.length; i++) {
      lines[i] = line(triples.get(i), node -> names.getOrDefault(node, "_"));
    }
    Arrays.sort(lines);
    var sha256 = sha256();
    for (var line : lines) {
      sha256.update(line.getBytes(StandardCharsets.UTF_8));
    }
    sha256.update(beside.getBytes(StandardCharsets.UTF_8));
    var distinct = new HashSet<>(names.values());
    return new GraphHash(HexFormat.of().formatHex(sha256.digest()), distinct.size() < names.size());
  }

  /**
   * A name for each blank node that isomorphic graphs give alike; those that nothing tells apart
   * share one.
   */
  public static Map<Node, String> blankNodeNames(Graph graph) {
    return nameBlankNodes(graph.find().toList());
  }

  private static Map<Node, String> nameBlankNodes(List<Triple> triples) {
    var around = new HashMap<Node, List<Triple>>();
    for (var triple : triples) {
      if (triple.getSubject().isBlank()) {
        around.computeIfAbsent(triple.getSubject(), n -> new ArrayList<>()).add(triple);
      }
      if (triple.getObject().isBlank()) {
        around.computeIfAbsent(triple.getObject(), n -> new ArrayList<>()).add(triple);
      }
    }
    Map<Node, String> names = new HashMap<>();
    around.keySet().forEach(node -> names.put(node, "_"));
    var kinds = Math.min(1, names.size());
    while (kinds < names.size()) {
      var refined = refine(around, names);
      var refinedKinds = new HashSet<>(refined.values()).size();
      names.putAll(refined);
      if (refinedKinds == kinds) {
        return names;
      }
      kinds = refinedKinds;
    }
    return names.size() == 1 ? refine(around, names) : names;
  }

  private static Map<Node, String> refine(Map<Node, List<Triple>> around, Map<Node, String> names) {
    var refined = new HashMap<Node, String>();
    around.forEach(
        (node, triples) -> {
          var seen = new ArrayList<String>(triples.size());
          triples.forEach(triple -> seen.add(seenFrom(node, triple, names)));
          Collections.sort(seen);
          refined.put(node, "_:" + digest(names.get(node) + String.join("", seen)));
        });
    return refined;
  }

  private static String seenFrom(Node node, Triple triple, Map<Node, String> names) {
    return line(triple, other -> other.equals(node) ? "*" : names.getOrDefault(other, "_"));
  }

  private static String line(Triple triple, Function<Node, String> blankName) {
    var out = new StringBuilder(256);
    TermText.append(out, triple.getSubject(), blankName);
    out.append(' ').append(triple.getPredicate().getURI()).append(' ');
    TermText.append(out, triple.getObject(), blankName);
    return out.append('\n').toString();
  }

  private static String digest(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java brings SHA-256", e);
    }
  }
}
