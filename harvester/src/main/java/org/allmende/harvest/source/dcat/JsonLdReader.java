package org.allmende.harvest.source.dcat;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Prepares JSON-LD for Jena: expanded, without a context, every IRI mended. Jena's own way would
 * leave out each triple with a bad IRI in silence, and would fetch contexts from anywhere.
 */
final class JsonLdReader {

  /** The largest document read, in bytes: JSON-LD is held in memory several times over. */
  static final int MAX_BYTES = 32 * 1024 * 1024;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CONTEXT = "@context";
  private static final String ID = "@id";
  private static final String TYPE = "@type";

  private JsonLdReader() {}

  /** The document as expanded JSON-LD, which any reader reads without knowing a context. */
  static String expanded(byte[] body, String base, UnaryOperator<String> repair)
      throws IOException {
    if (body.length > MAX_BYTES) {
      throw new IOException(
          "expected JSON-LD of at most "
              + MAX_BYTES / 1024 / 1024
              + " MiB, got "
              + body.length / 1024 / 1024
              + " MiB. Offer the catalog in pages, or as Turtle or RDF/XML.");
    }
    try {
      var document = JSON.readTree(body);
      requireJsonLd(document);
      mendIds(document, idTerms(document), repair);
      var expanded = JSON.readTree(expand(JSON.writeValueAsString(document), base));
      mendExpanded(expanded, repair);
      return JSON.writeValueAsString(expanded);
    } catch (JsonProcessingException e) {
      throw new IOException("this is no JSON: " + place(e) + e.getOriginalMessage(), e);
    }
  }

  private static String place(JsonProcessingException e) {
    var at = e.getLocation();
    return at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
  }

  private static void requireJsonLd(JsonNode document) throws IOException {
    if (document.findValue(ID) == null
        && document.findValue(CONTEXT) == null
        && document.findValue(TYPE) == null) {
      throw new IOException(
          "expected JSON-LD, got JSON without @context, @id or @type. A package of CKAN is read by"
              + " the format ckan.");
    }
  }

  private static String expand(String document, String base) throws IOException {
    var options = new JsonLdOptions(JsonLdReader::refuse);
    options.setBase(URI.create(base));
    try {
      return JsonLd.expand(JsonDocument.of(new StringReader(document)))
          .options(options)
          .get()
          .toString();
    } catch (JsonLdError e) {
      throw new IOException("this is no JSON-LD: " + rootMessage(e), e);
    }
  }

  private static Document refuse(URI address, DocumentLoaderOptions options) throws JsonLdError {
    throw new JsonLdError(
        JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED,
        "the context at "
            + address
            + " is not fetched, since its owner could change the meaning of the data. Write the"
            + " context into the document, or offer Turtle or RDF/XML.");
  }

  private static String rootMessage(JsonLdError error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }

  /** The terms whose plain strings are IRIs: {@code @id}, its aliases, terms typed {@code @id}. */
  private static Set<String> idTerms(JsonNode document) {
    var terms = new HashSet<>(Set.of(ID));
    for (var context : document.findValues(CONTEXT)) {
      addIdTerms(context, terms);
      context.forEach(part -> addIdTerms(part, terms)); // a context may be a list of contexts
    }
    return terms;
  }

  private static void addIdTerms(JsonNode context, Set<String> terms) {
    for (var term : context.properties()) {
      var alias = term.getValue().asText().equals(ID);
      if (alias || term.getValue().path(TYPE).asText().equals(ID)) {
        terms.add(term.getKey());
      }
    }
  }

  private static void mendIds(JsonNode node, Set<String> idTerms, UnaryOperator<String> repair) {
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(
              entry -> {
                if (entry.getKey().equals(CONTEXT)) {
                  return; // terms and prefixes, not data
                }
                if (idTerms.contains(entry.getKey())) {
                  entry.setValue(mendedIri(entry.getValue(), repair));
                }
                mendIds(entry.getValue(), idTerms, repair);
              });
    } else {
      node.forEach(element -> mendIds(element, idTerms, repair));
    }
  }

  private static void mendExpanded(JsonNode node, UnaryOperator<String> repair) {
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(
              entry -> {
                if (entry.getKey().equals(ID) || entry.getKey().equals(TYPE)) {
                  entry.setValue(mendedIri(entry.getValue(), repair));
                } else {
                  mendExpanded(entry.getValue(), repair);
                }
              });
    } else {
      node.forEach(element -> mendExpanded(element, repair));
    }
  }

  private static JsonNode mendedIri(JsonNode value, UnaryOperator<String> repair) {
    if (value.isTextual() && !value.textValue().startsWith("_:")) {
      return TextNode.valueOf(repair.apply(value.textValue()));
    }
    if (value instanceof ArrayNode array) {
      for (var i = 0; i < array.size(); i++) {
        array.set(i, mendedIri(array.get(i), repair));
      }
    }
    return value;
  }
}
