package org.allmende.server.dump;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.model.Triples;
import org.allmende.server.ckan.PackageWriter;
import org.allmende.server.format.rdf.RdfFormat;
import org.allmende.vocab.Prefixes;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;

/** In what the whole catalog is written. */
public enum DumpFormat {
  /** N-Quads, one graph per dataset. */
  NQ("nq", "nq", "application/n-quads"),
  /** Turtle. */
  TTL("ttl", "ttl", "text/turtle"),
  /** One JSON-LD document, a node a line. */
  JSONLD("jsonld", "jsonld", "application/ld+json"),
  /** CKAN's packages, one a line: what {@code ckanapi dump datasets} makes and load reads. */
  CKAN_JSONL("ckan-jsonl", "ckan.jsonl", "application/x-ndjson");

  private final String id;
  private final String extension;
  private final String mediaType;

  DumpFormat(String id, String extension, String mediaType) {
    this.id = id;
    this.extension = extension;
    this.mediaType = mediaType;
  }

  /** Its name on the command line. */
  public String id() {
    return id;
  }

  /** The end of a file's name, such as {@code nq}. */
  String extension() {
    return extension;
  }

  /** The media type of the text, before it is packed. */
  String mediaType() {
    return mediaType;
  }

  /** The format of this name. */
  public static Optional<DumpFormat> find(String id) {
    return Arrays.stream(values()).filter(format -> format.id.equals(id)).findFirst();
  }

  /** All names, for messages: {@code "nq, ttl, jsonld, ckan-jsonl"}. */
  public static String known() {
    return String.join(", ", Arrays.stream(values()).map(DumpFormat::id).toList());
  }

  /** True when the graph is written; a format that reads the entry alone needs none. */
  boolean needsGraph() {
    return this != CKAN_JSONL;
  }

  /** Begins a document. */
  DatasetWriter open(OutputStream out, PackageWriter packages) throws IOException {
    return switch (this) {
      case NQ -> new Statements(out, RDFFormat.NQUADS, true);
      case TTL -> new Statements(out, RDFFormat.TURTLE_BLOCKS, false);
      case JSONLD -> new Nodes(out);
      case CKAN_JSONL -> new Packages(out, packages);
    };
  }

  /** A syntax in which triples can follow one another. */
  private static final class Statements implements DatasetWriter {
    private final StreamRDF writer;
    private final boolean inGraphs;

    Statements(OutputStream out, RDFFormat syntax, boolean inGraphs) {
      this.writer = StreamRDFWriter.getWriterStream(out, syntax);
      this.inGraphs = inGraphs;
      writer.start();
      if (!inGraphs) {
        Prefixes.map().forEach(writer::prefix);
      }
    }

    @Override
    public void write(CatalogEntry entry, Graph description) {
      var graph = entry.uri().node();
      description.stream().forEach(triple -> write(graph, triple));
    }

    private void write(org.apache.jena.graph.Node graph, Triple triple) {
      if (inGraphs) {
        writer.quad(Quad.create(graph, triple));
      } else {
        writer.triple(triple);
      }
    }

    @Override
    public void finish() {
      writer.finish();
    }
  }

  /** One JSON-LD document: the prefixes, then the nodes of every dataset, one a line. */
  private static final class Nodes implements DatasetWriter {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern BLANK = Pattern.compile("(\"@id\"\\s*:\\s*\"_:)");

    private final OutputStream out;
    private String before = "";

    Nodes(OutputStream out) throws IOException {
      this.out = out;
      print("{\"@context\":" + JSON.writeValueAsString(Prefixes.map()) + ",\"@graph\":[\n");
    }

    @Override
    public void write(CatalogEntry entry, Graph description) throws IOException {
      var text =
          new String(RdfFormat.JSON_LD.write(Triples.of(description)), StandardCharsets.UTF_8);
      // Blank nodes of one document share their labels; each dataset's begin again from zero.
      var labels = "$1d" + entry.addresses().ordinal();
      for (var node : nodes(JSON.readTree(BLANK.matcher(text).replaceAll(labels)))) {
        print(before + JSON.writeValueAsString(node));
        before = ",\n";
      }
    }

    /** A document with a single node has no list of them. */
    private static Iterable<JsonNode> nodes(JsonNode document) {
      if (document.has("@graph")) {
        return document.path("@graph");
      }
      var node = ((ObjectNode) document).deepCopy();
      node.remove("@context");
      return List.of(node);
    }

    private void print(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void finish() throws IOException {
      print("\n]}\n");
    }
  }

  /** One package a line. */
  private record Packages(OutputStream out, PackageWriter packages) implements DatasetWriter {
    @Override
    public void write(CatalogEntry entry, Graph description) throws IOException {
      out.write(packages.write(entry));
      out.write('\n');
    }

    @Override
    public void finish() {
      // A line needs no end but its own.
    }
  }

  /** The formats that are kept ready. */
  static List<DumpFormat> kept() {
    return List.of(values());
  }
}
