package org.allmende.harvest.source.table;

import static org.apache.jena.graph.NodeFactory.createLiteralDT;
import static org.apache.jena.graph.NodeFactory.createLiteralLang;
import static org.apache.jena.graph.NodeFactory.createLiteralString;
import static org.apache.jena.graph.NodeFactory.createURI;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.allmende.catalog.Submission;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.catalog.model.DatasetSlug;
import org.allmende.catalog.model.DatasetState;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.LocalizedText;
import org.allmende.catalog.model.Uuids;
import org.allmende.harvest.HarvestContext;
import org.allmende.harvest.Reason;
import org.allmende.harvest.SourceRecord.TableEntry;
import org.allmende.harvest.source.MappingException;
import org.allmende.vocab.SPDX;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * Describes a data source's table as a dataset with one distribution for each of its files. Says
 * what the table itself says: title, files, state date, where it comes from, license. Publisher,
 * contact, themes and the like are added afterwards from the source's defaults.
 *
 * <p>The times of retrieval stand nowhere in the description, so that an unchanged table gives an
 * unchanged description (DESIGN 6). {@code dct:modified} is the source's state date; without one it
 * is left to the catalog.
 */
public final class TableDescriber {

  private static final String FILE_TYPE =
      "http://publications.europa.eu/resource/authority/file-type/";
  private static final String MEDIA_TYPE = "https://www.iana.org/assignments/media-types/";

  /** Output to EU file type and IANA media type. */
  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          kind("csv", "CSV", "text/csv", "csv"),
          kind("json", "JSON", "application/json", "json"),
          kind("geojson", "GEOJSON", "application/geo+json", "geojson"),
          kind(
              "xlsx",
              "XLSX",
              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
              "xlsx"),
          kind("kml", "KML", "application/vnd.google-earth.kml+xml", "kml"),
          kind("wfs", "WFS_SRVC", "application/gml+xml", "gml"),
          kind("rss", "RSS", "application/rss+xml", "rss"),
          kind("atom", "ATOM", "application/atom+xml", "atom"),
          kind("ical", "ICS", "text/calendar", "ics"),
          kind("ics", "ICS", "text/calendar", "ics"),
          kind(Attachment.ORIGINAL, "CSV", "text/csv", "csv"),
          kind(Attachment.MONTHLY, "CSV", "text/csv", "csv"),
          kind(Attachment.WEEKLY, "CSV", "text/csv", "csv"),
          kind(Attachment.CPSV, "RDF_TURTLE", "text/turtle", "ttl"));

  /** What attachments are called in titles. */
  private static final Map<String, LocalizedText> ATTACHED =
      Map.of(
          Attachment.ORIGINAL, both("Originaldatei", "original file"),
          Attachment.MONTHLY, both("Zahlen je Monat", "counts by month"),
          Attachment.WEEKLY, both("Zahlen je Woche", "counts by week"),
          Attachment.CPSV, both("nach CPSV-AP", "as CPSV-AP"));

  private static final Map<String, String> EXTENSIONS_OF_DOCUMENTATION =
      Map.of(TableFiles.SCHEMA, ".schema.json", TableFiles.CSVW, ".csvw.json");

  private static final Pattern SECRET =
      Pattern.compile("(?i)(^|[&?])[^=&]*(key|token|secret|passw|auth|sig)[^=&]*=");

  private final HarvestContext context;

  /** A describer for the tables of one run. */
  public TableDescriber(HarvestContext context) {
    this.context = context;
  }

  private record Kind(String fileType, String mediaType, String extension) {}

  private static Map.Entry<String, Kind> kind(
      String output, String fileType, String mediaType, String extension) {
    return Map.entry(output, new Kind(fileType, mediaType, extension));
  }

  private static LocalizedText both(String german, String english) {
    return new LocalizedText(Map.of("de", german, "en", english));
  }

  /**
   * What a format says about a table by itself; the source's defaults win over titles, and are
   * taken where the license is absent.
   *
   * @param title such as the built-in title of a council's papers
   * @param description likewise
   * @param license IRI that the source itself states; wins over the default
   */
  public record BuiltIn(LocalizedText title, LocalizedText description, Optional<String> license) {

    /** Nothing. */
    public static BuiltIn none() {
      var silent = new LocalizedText(Map.of());
      return new BuiltIn(silent, silent, Optional.empty());
    }
  }

  /** Describes a table whose texts all come from the source's defaults. */
  public Submission describe(TableEntry entry) throws MappingException {
    return describe(entry, BuiltIn.none());
  }

  /**
   * Describes a table.
   *
   * @throws MappingException when it has no title or no files
   */
  public Submission describe(TableEntry entry, BuiltIn builtIn) throws MappingException {
    var source = context.source();
    // A source with several tables has one pair of default texts, which fits none of them.
    var own = entry.key().isEmpty();
    var title = chosen(own ? source.defaults().title() : builtIn.title(), builtIn.title());
    var text =
        chosen(
            own ? source.defaults().description() : builtIn.description(), builtIn.description());
    if (title.isEmpty()) {
      throw new MappingException(Reason.of("no-title", source.id()));
    }
    if (entry.files().isEmpty()) {
      throw new MappingException(Reason.of("no-files", source.id()));
    }
    var license = builtIn.license().or(source.defaults()::license);
    var dataset = new Writer(entry, title, license);
    dataset.write(text);
    var record =
        CatalogRecord.harvested(source.id(), entry.key(), context.now())
            .withState(license.isPresent() ? DatasetState.ACTIVE : DatasetState.DRAFT);
    return Submission.ofOwnData(
        DatasetDescription.owning(dataset.uri, dataset.graph),
        record,
        dataset.id,
        own ? source.name() : Optional.empty());
  }

  private static LocalizedText chosen(LocalizedText first, LocalizedText second) {
    return first.isEmpty() ? second : first;
  }

  /** Writes the description of one table. */
  private final class Writer {
    private final TableEntry entry;
    private final LocalizedText title;
    private final Optional<String> license;
    private final String id;
    private final DatasetUri uri;
    private final Graph graph = GraphFactory.createDefaultGraph();
    private final Node node;
    private final String fileSlug;
    private final ColumnDescriber columns;

    Writer(TableEntry entry, LocalizedText title, Optional<String> license) {
      this.entry = entry;
      this.title = title;
      this.license = license;
      this.id = context.identity().sourceDatasetId(context.source().id(), entry.key());
      this.uri = context.identity().datasetUri(id);
      this.node = uri.node();
      this.columns = new ColumnDescriber(graph, uri, context.settings().language());
      var slug = entry.key().isEmpty() ? context.source().name() : Optional.<DatasetSlug>empty();
      this.fileSlug = slug.orElseGet(() -> DatasetSlug.ofTitle(plainTitle(), id)).value();
    }

    private String plainTitle() {
      return title.in(context.settings().language()).orElse("");
    }

    void write(LocalizedText description) {
      add(node, RDF.type.asNode(), DCAT.Dataset.asNode());
      addText(node, DCTerms.title.asNode(), title);
      addText(node, DCTerms.description.asNode(), description);
      add(node, DCTerms.identifier.asNode(), createLiteralString(uri.value()));
      addModified(node);
      addProvenance();
      entry.files().stream().filter(file -> !isAbout(file)).forEach(this::addFile);
      addSource();
    }

    /** German, as the rest of a German catalog's texts; names source and filter rule, no time. */
    private void addProvenance() {
      var rule = entry.table().notes().filterRule().in("de").orElse("");
      var text =
          "Übernommen aus "
              + sourceName()
              + (rule.isEmpty() ? "." : ", ausgewählt nach " + rule + ".");
      // A text alone is a violation in DCAT-AP 3.0: the statement is a node with a label.
      var statement = createURI(uri.value() + "#provenance");
      add(node, DCTerms.provenance.asNode(), statement);
      add(statement, RDF.type.asNode(), DCTerms.ProvenanceStatement.asNode());
      add(statement, RDFS.label.asNode(), createLiteralLang(text, "de"));
    }

    private String sourceName() {
      return publicLocation()
          .or(() -> context.source().defaults().attribution())
          .orElseGet(() -> "der Quelle \"" + context.source().id() + "\"");
    }

    /** Files about the others are their documentation and no way to get the data. */
    private static boolean isAbout(OutputFile file) {
      return EXTENSIONS_OF_DOCUMENTATION.containsKey(file.output());
    }

    /** What the columns of a table are, and how its CSV is written: files about the others. */
    private void addDocumentation(Node distribution, OutputFile file) {
      if (file.output().equals("geojson") || ATTACHED.containsKey(file.output())) {
        return; // the documentation is about the columns of the table's own files
      }
      entry.files().stream()
          .filter(Writer::isAbout)
          .filter(about -> !about.output().equals(TableFiles.CSVW) || file.output().equals("csv"))
          .map(
              about ->
                  "/files/"
                      + about.sha256()
                      + "/"
                      + fileSlug
                      + EXTENSIONS_OF_DOCUMENTATION.get(about.output()))
          .map(path -> createURI(context.identity().base() + path))
          .forEach(
              page -> {
                add(distribution, FOAF.page.asNode(), page);
                add(page, RDF.type.asNode(), FOAF.Document.asNode());
              });
    }

    private void addFile(OutputFile file) {
      var kind = KINDS.get(file.output());
      if (kind == null) {
        throw new IllegalArgumentException("unknown output \"" + file.output() + "\"");
      }
      var fileId = Uuids.v5Below(id, uri.value(), file.output()).toString();
      var iri = context.identity().distributionIri(id, fileId);
      var distribution = createURI(iri);
      var address = createURI(iri + "/download/" + fileSlug + "." + kind.extension());
      addDistribution(distribution, kind, title(kind, file.output()));
      // Convention 39: a pure download says its address twice.
      add(distribution, DCAT.accessURL.asNode(), address);
      add(distribution, DCAT.downloadURL.asNode(), address);
      add(
          distribution,
          DCAT.byteSize.asNode(),
          createLiteralDT(Long.toString(file.size()), XSDDatatype.XSDnonNegativeInteger));
      addModified(distribution);
      addDocumentation(distribution, file);
      columns
          .schemaOf(file)
          .ifPresent(schema -> add(distribution, DCTerms.conformsTo.asNode(), schema));
      addChecksum(distribution, createURI(iri + "#checksum"), file.sha256());
    }

    private String title(Kind kind, String output) {
      var language = context.settings().language();
      var attached =
          Optional.ofNullable(ATTACHED.get(output))
              .flatMap(words -> words.in(language))
              .map(words -> ", " + words)
              .orElse("");
      return plainTitle() + " (" + kind.extension().toUpperCase(Locale.ROOT) + attached + ")";
    }

    private void addDistribution(Node distribution, Kind kind, String name) {
      add(node, DCAT.distribution.asNode(), distribution);
      add(distribution, RDF.type.asNode(), DCAT.Distribution.asNode());
      add(
          distribution,
          DCTerms.title.asNode(),
          createLiteralLang(
              name,
              title.languageOf(context.settings().language()).isEmpty()
                  ? context.settings().language()
                  : title.languageOf(context.settings().language())));
      add(distribution, DCTerms.format.asNode(), createURI(FILE_TYPE + kind.fileType()));
      add(distribution, DCAT.mediaType.asNode(), createURI(MEDIA_TYPE + kind.mediaType()));
      license.ifPresent(iri -> add(distribution, DCTerms.license.asNode(), createURI(iri)));
    }

    private void addChecksum(Node distribution, Node checksum, String sha256) {
      add(distribution, SPDX.checksum, checksum);
      add(checksum, RDF.type.asNode(), SPDX.Checksum);
      add(checksum, SPDX.algorithm, SPDX.checksumAlgorithm_sha256);
      add(checksum, SPDX.checksumValue, createLiteralDT(sha256, XSDDatatype.XSDhexBinary));
    }

    /** The source itself, when anybody can fetch it, is one more way to get the data. */
    private void addSource() {
      var kind = KINDS.get(context.source().format());
      var location = publicLocation();
      if (kind != null && location.isPresent()) {
        var sourceId = Uuids.v5Below(id, uri.value(), "source").toString();
        var distribution = createURI(context.identity().distributionIri(id, sourceId));
        addDistribution(distribution, kind, "Quelle (" + kind.fileType() + ")");
        add(distribution, DCAT.accessURL.asNode(), createURI(location.get()));
      }
    }

    private void addModified(Node subject) {
      entry
          .table()
          .stateDate()
          .ifPresent(
              date ->
                  add(
                      subject,
                      DCTerms.modified.asNode(),
                      createLiteralDT(date.toString(), XSDDatatype.XSDdateTime)));
    }

    private void addText(Node subject, Node property, LocalizedText text) {
      text.byLanguage()
          .forEach(
              (language, words) ->
                  add(
                      subject,
                      property,
                      createLiteralLang(
                          words, language.isEmpty() ? context.settings().language() : language)));
    }

    private void add(Node subject, Node property, Node object) {
      graph.add(Triple.create(subject, property, object));
    }
  }

  /** The source's address, unless it is a file or carries a secret. */
  private Optional<String> publicLocation() {
    var source = context.source();
    if (!source.isRemote() || !DatasetUri.isAbsoluteIri(source.location())) {
      return Optional.empty();
    }
    try {
      var uri = new URI(source.location());
      var query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
      var isSecret = uri.getRawUserInfo() != null || SECRET.matcher(query).find();
      return isSecret ? Optional.empty() : Optional.of(source.location());
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
