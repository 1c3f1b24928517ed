package org.allmende.server.format.html;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.allmende.catalog.model.Triples;
import org.allmende.catalog.search.Page;
import org.allmende.server.ckan.CkanPackages;
import org.allmende.server.format.OutputFormats;
import org.allmende.server.http.MediaTypes;
import org.allmende.server.http.Problem;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The pages of topics and their lists for machines: JSON, CSV, and RDF in every syntax. The JSON of
 * a topic has the keys of {@code package_search}, and what its page adds; its CSV is that of the
 * search for its datasets.
 */
final class TopicTwins {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String CSV = "text/csv";
  private static final int NEWEST = 20;

  /** What a page names; the address is what follows its own. */
  static final List<Frame.Form> FORMS =
      List.of(
          new Frame.Form("JSON", MediaTypes.JSON, ".json"),
          new Frame.Form("CSV", CSV, ".csv"),
          new Frame.Form("RDF", MediaTypes.TURTLE, ".ttl"));

  private final TopicPages pages;
  private final CkanPackages packages;
  private final SearchTable table;
  private final TopicGraph graph;
  private final OutputFormats formats = OutputFormats.all();

  TopicTwins(TopicPages pages, CkanPackages packages, SearchTable table, TopicGraph graph) {
    this.pages = pages;
    this.packages = packages;
    this.table = table;
    this.graph = graph;
  }

  /** A list in the form that a suffix names. */
  void sendList(Context ctx, String suffix, ListPage list) {
    switch (suffix) {
      case "json" -> PageSender.sendTwin(ctx, MediaTypes.JSON, json(out -> write(out, list)));
      case "csv" -> PageSender.sendTwin(ctx, CSV, csv(list));
      default -> sendGraph(ctx, suffix, graph.of(list));
    }
  }

  /** A topic in the form that a suffix names. */
  void sendTopic(Context ctx, String suffix, TopicPage page) {
    var language = page.frame().language();
    switch (suffix) {
      case "json" -> PageSender.sendTwin(ctx, MediaTypes.JSON, json(out -> write(out, page)));
      case "csv" -> table.answer(ctx, TopicPages.choice(page.topic()), language);
      default -> sendGraph(ctx, suffix, graph.of(page));
    }
  }

  private void sendGraph(Context ctx, String suffix, Triples triples) {
    var format =
        formats
            .findBySuffix(suffix)
            .orElseThrow(
                () ->
                    Problem.notFound(
                            "Unknown format \"%s\". Known: json, csv, %s."
                                .formatted(suffix, formats.known()))
                        .asException());
    PageSender.sendTwin(ctx, format.mediaType(), format.write(triples));
  }

  /** Writes an object's fields. */
  @FunctionalInterface
  private interface Fields {
    void writeTo(JsonGenerator out) throws IOException;
  }

  private static byte[] json(Fields fields) {
    var bytes = new ByteArrayOutputStream(16_384);
    try (var out = JSON.createGenerator(bytes)) {
      out.writeStartObject();
      fields.writeTo(out);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator out, ListPage list) throws IOException {
    out.writeStringField("kind", list.kind().word());
    out.writeNumberField("count", list.entries().size());
    out.writeArrayFieldStart("entries");
    for (var entry : list.entries()) {
      out.writeStartObject();
      writeNames(out, entry.topic(), list.frame().absolute(entry.address()));
      out.writeNumberField("count", entry.count());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void writeNames(JsonGenerator out, Topic topic, String page) throws IOException {
    out.writeStringField("key", topic.key());
    out.writeStringField("label", topic.label());
    out.writeStringField("iri", topic.iri());
    out.writeStringField("page", page);
  }

  private void write(JsonGenerator out, TopicPage page) throws IOException {
    var frame = page.frame();
    out.writeStringField("kind", page.topic().kind().word());
    writeNames(out, page.topic(), frame.canonical());
    out.writeStringField("search", frame.absolute(page.search()));
    writeFacts(out, page.facts());
    out.writeArrayFieldStart("years");
    for (var year : page.years()) {
      out.writeStartObject();
      out.writeStringField("year", year.label());
      out.writeNumberField("count", year.count());
      out.writeStringField("search", frame.absolute(year.address()));
      out.writeEndObject();
    }
    out.writeEndArray();
    writeAround(out, page);
    out.writeNumberField("count", page.total());
    out.writeArrayFieldStart("results");
    packages.writeAll(pages.datasets(page.topic(), new Page(0, NEWEST)), out);
    out.writeEndArray();
  }

  private static void writeFacts(JsonGenerator out, List<DatasetPage.Fact> facts)
      throws IOException {
    out.writeArrayFieldStart("facts");
    for (var fact : facts) {
      out.writeStartObject();
      out.writeStringField("label", fact.label());
      out.writeStringField("text", fact.text());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void writeAround(JsonGenerator out, TopicPage page) throws IOException {
    out.writeArrayFieldStart("around");
    for (var group : page.around()) {
      out.writeStartObject();
      out.writeStringField("label", group.heading());
      out.writeArrayFieldStart("places");
      for (var place : group.places()) {
        out.writeStartObject();
        writeNames(out, place.topic(), page.frame().absolute(place.address()));
        out.writeNumberField("count", place.count());
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static byte[] csv(ListPage list) {
    var text = new StringBuilder();
    try (var out = new CSVPrinter(text, CSVFormat.RFC4180)) {
      out.printRecord("key", "label", "count", "iri", "page");
      for (var entry : list.entries()) {
        var topic = entry.topic();
        out.printRecord(
            topic.key(),
            topic.label(),
            entry.count(),
            topic.iri(),
            list.frame().absolute(entry.address()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
