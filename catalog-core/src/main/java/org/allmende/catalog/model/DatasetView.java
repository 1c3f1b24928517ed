package org.allmende.catalog.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.allmende.vocab.ADMS;
import org.allmende.vocab.DCATAP;
import org.allmende.vocab.DCATDE;
import org.allmende.vocab.LOCN;
import org.allmende.vocab.SPDX;
import org.allmende.vocab.VCARD;
import org.allmende.vocab.codelist.CodeList;
import org.allmende.vocab.codelist.CodeLists;
import org.allmende.vocab.codelist.Concept;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * A typed, read-only look into a description; the one place that knows how to read DCAT. What is
 * not there, or is not of the kind expected, is absent; nothing here throws over a bad description.
 *
 * <p>Zone-less times are read as Europe/Berlin (DESIGN 6).
 */
public final class DatasetView {

  private final DatasetDescription description;
  private final Graph graph;
  private final Node node;

  DatasetView(DatasetDescription description) {
    this.description = description;
    this.graph = description.graph();
    this.node = description.node();
  }

  /** The dataset's IRI. */
  public DatasetUri uri() {
    return description.uri();
  }

  /** The description that is read. */
  public DatasetDescription description() {
    return description;
  }

  /** {@code dct:title}. */
  public LocalizedText title() {
    return Rdf.text(graph, node, DCTerms.title.asNode());
  }

  /** {@code dct:description}. */
  public LocalizedText abstractText() {
    return Rdf.text(graph, node, DCTerms.description.asNode());
  }

  /** {@code dct:identifier}, literal or IRI. */
  public Optional<String> identifier() {
    return Rdf.values(graph, node, DCTerms.identifier.asNode()).stream().findFirst();
  }

  /** {@code dct:publisher}; of several the first. */
  public Optional<AgentView> publisher() {
    return agents(DCTerms.publisher.asNode()).stream().findFirst();
  }

  /** The agents in another role, such as {@code dct:creator}. */
  public List<AgentView> agents(Node role) {
    return Rdf.objects(graph, node, role).stream().map(AgentView::new).toList();
  }

  /** {@code dcat:contactPoint}. */
  public List<ContactView> contacts() {
    return Rdf.objects(graph, node, DCAT.contactPoint.asNode()).stream()
        .filter(contact -> !contact.isLiteral())
        .map(ContactView::new)
        .toList();
  }

  /** {@code dcat:keyword}, each text once, in alphabetical order. */
  public List<String> keywords() {
    return Rdf.objects(graph, node, DCAT.keyword.asNode()).stream()
        .filter(Node::isLiteral)
        .map(keyword -> keyword.getLiteralLexicalForm().strip())
        .filter(keyword -> !keyword.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  /** {@code dcat:theme} as far as they are EU data themes. */
  public List<Concept> themes() {
    return concepts(node, DCAT.theme.asNode(), CodeLists.themes());
  }

  /** {@code dct:spatial}. */
  public List<PlaceView> places() {
    return Rdf.objects(graph, node, DCTerms.spatial.asNode()).stream().map(PlaceView::new).toList();
  }

  /** {@code dcatde:politicalGeocodingURI}. */
  public List<String> geocodingKeys() {
    return Rdf.iris(graph, node, DCATDE.politicalGeocodingURI);
  }

  /**
   * The official keys of municipalities, districts and states that it is about, such as {@code
   * 13099001}, whichever of the two properties names them.
   */
  public List<String> placeKeys() {
    return PlaceKeys.of(this);
  }

  /** {@code dcat:inSeries}. */
  public List<SeriesView> series() {
    return SeriesView.all(graph, node);
  }

  /** {@code dct:temporal}. */
  public List<PeriodView> periods() {
    return Rdf.objects(graph, node, DCTerms.temporal.asNode()).stream()
        .filter(period -> !period.isLiteral())
        .map(PeriodView::new)
        .toList();
  }

  /** {@code dct:issued}. */
  public Optional<Instant> issued() {
    return time(node, DCTerms.issued.asNode());
  }

  /** {@code dct:modified}. */
  public Optional<Instant> modified() {
    return time(node, DCTerms.modified.asNode());
  }

  /** {@code dct:accrualPeriodicity}. */
  public Optional<Concept> frequency() {
    return concept(node, DCTerms.accrualPeriodicity.asNode(), CodeLists.frequencies());
  }

  /** {@code dcatap:availability}. */
  public Optional<Concept> availability() {
    return concept(node, DCATAP.availability, CodeLists.availabilities());
  }

  /** {@code dct:accessRights}. */
  public Optional<Concept> accessRights() {
    return concept(node, DCTerms.accessRights.asNode(), CodeLists.accessRights());
  }

  /** {@code dct:language}. */
  public List<Concept> languages() {
    return concepts(node, DCTerms.language.asNode(), CodeLists.languages());
  }

  /** {@code dcat:landingPage}. */
  public Optional<String> landingPage() {
    return Rdf.iris(graph, node, DCAT.landingPage.asNode()).stream().findFirst();
  }

  /** {@code dct:provenance} as text: a literal, or the label of a statement, else its IRI. */
  public List<String> provenance() {
    return Rdf.objects(graph, node, DCTerms.provenance.asNode()).stream()
        .map(statement -> label(statement).orElseGet(() -> Rdf.textOf(statement)))
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private Optional<String> label(Node statement) {
    return statement.isLiteral()
        ? Optional.empty()
        : Rdf.text(graph, statement, RDFS.label.asNode()).in("de");
  }

  /** {@code dcat:version}. */
  public Optional<String> version() {
    return Rdf.literal(graph, node, Rdf.iri(DCAT.NS + "version"));
  }

  /** IRIs and literals of any property of the dataset, as text. */
  public List<String> values(Node property) {
    return Rdf.values(graph, node, property);
  }

  /** {@code dcat:distribution}, in the fixed order of their nodes. */
  public List<DistributionView> distributions() {
    return Rdf.objects(graph, node, DCAT.distribution.asNode()).stream()
        .filter(distribution -> !distribution.isLiteral())
        .map(DistributionView::new)
        .toList();
  }

  /** The license of most distributions, ties to the first; else the dataset's own. IRI or text. */
  public Optional<String> license() {
    var counts = new java.util.LinkedHashMap<String, Integer>();
    distributions().forEach(d -> d.license().ifPresent(l -> counts.merge(l, 1, Integer::sum)));
    var most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() == most)
        .map(java.util.Map.Entry::getKey)
        .findFirst()
        .or(() -> Rdf.values(graph, node, DCTerms.license.asNode()).stream().findFirst());
  }

  private Optional<Instant> time(Node subject, Node property) {
    return Rdf.literal(graph, subject, property).flatMap(Times::parse);
  }

  private Optional<Concept> concept(Node subject, Node property, CodeList list) {
    return concepts(subject, property, list).stream().findFirst();
  }

  private List<Concept> concepts(Node subject, Node property, CodeList list) {
    return Rdf.values(graph, subject, property).stream()
        .map(list::find)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  /** An agent: a publisher, a creator. */
  public final class AgentView {
    private final Node agent;

    private AgentView(Node agent) {
      this.agent = agent;
    }

    /** The node itself: IRI, blank node, or a literal where the source wrote only a name. */
    public Node node() {
      return agent;
    }

    /** Its IRI. */
    public Optional<String> iri() {
      return agent.isURI() ? Optional.of(agent.getURI()) : Optional.empty();
    }

    /** {@code foaf:name}, or the text of a literal. */
    public LocalizedText name() {
      if (agent.isLiteral()) {
        return LocalizedText.of(agent.getLiteralLanguage(), agent.getLiteralLexicalForm());
      }
      return Rdf.text(graph, agent, FOAF.name.asNode());
    }

    /** {@code dct:type}. */
    public Optional<Concept> type() {
      return agent.isLiteral()
          ? Optional.empty()
          : concept(agent, DCTerms.type.asNode(), CodeLists.publisherTypes());
    }

    /** {@code foaf:homepage}. */
    public Optional<String> homepage() {
      return agent.isLiteral()
          ? Optional.empty()
          : Rdf.iris(graph, agent, FOAF.homepage.asNode()).stream().findFirst();
    }

    /** {@code foaf:mbox} without {@code mailto:}. */
    public Optional<String> mailbox() {
      return agent.isLiteral()
          ? Optional.empty()
          : Rdf.values(graph, agent, FOAF.mbox.asNode()).stream()
              .findFirst()
              .map(mail -> mail.replaceFirst("^mailto:", ""));
    }
  }

  /** A contact point. */
  public final class ContactView {
    private final Node contact;

    private ContactView(Node contact) {
      this.contact = contact;
    }

    /** {@code vcard:fn}. */
    public Optional<String> name() {
      return Rdf.text(graph, contact, VCARD.fn).in("de");
    }

    /** {@code vcard:hasEmail} without {@code mailto:}; a nested value node is read too. */
    public Optional<String> email() {
      return direct(VCARD.hasEmail).map(mail -> mail.replaceFirst("^mailto:", ""));
    }

    /** {@code vcard:hasTelephone} without {@code tel:}; a nested value node is read too. */
    public Optional<String> telephone() {
      return direct(VCARD.hasTelephone).map(number -> number.replaceFirst("^tel:", ""));
    }

    /** {@code vcard:hasURL}. */
    public Optional<String> page() {
      return direct(VCARD.hasURL);
    }

    private Optional<String> direct(Node property) {
      return Rdf.objects(graph, contact, property).stream()
          .flatMap(
              value ->
                  value.isBlank()
                      ? Rdf.values(graph, value, VCARD.hasValue).stream()
                      : Stream.of(Rdf.textOf(value)))
          .filter(text -> !text.isBlank())
          .findFirst();
    }
  }

  /** A place: a key, a name, a box. */
  public final class PlaceView {
    private final Node place;

    private PlaceView(Node place) {
      this.place = place;
    }

    /** Its IRI, such as that of a municipality key. */
    public Optional<String> iri() {
      return place.isURI() ? Optional.of(place.getURI()) : Optional.empty();
    }

    /** {@code skos:prefLabel}, or the text of a literal. */
    public LocalizedText name() {
      return place.isLiteral()
          ? LocalizedText.of(place.getLiteralLanguage(), place.getLiteralLexicalForm())
          : Rdf.text(graph, place, SKOS.prefLabel.asNode());
    }

    /** {@code dcat:bbox} as WKT. */
    public Optional<String> bbox() {
      return literalOf(DCAT.bbox.asNode());
    }

    /** {@code dcat:centroid} as WKT. */
    public Optional<String> centroid() {
      return literalOf(DCAT.centroid.asNode());
    }

    /** {@code locn:geometry}, each as it is written: WKT, GeoJSON, GML. */
    public List<String> geometries() {
      return place.isLiteral() ? List.of() : Rdf.values(graph, place, LOCN.geometry);
    }

    private Optional<String> literalOf(Node property) {
      return place.isLiteral() ? Optional.empty() : Rdf.literal(graph, place, property);
    }
  }

  /** A period of time, either end may be absent. */
  public final class PeriodView {
    private final Node period;

    private PeriodView(Node period) {
      this.period = period;
    }

    /** {@code dcat:startDate} as written. */
    public Optional<String> start() {
      return Rdf.literal(graph, period, DCAT.startDate.asNode())
          .or(() -> Rdf.literal(graph, period, Rdf.iri("http://schema.org/startDate")));
    }

    /** {@code dcat:endDate} as written. */
    public Optional<String> end() {
      return Rdf.literal(graph, period, DCAT.endDate.asNode())
          .or(() -> Rdf.literal(graph, period, Rdf.iri("http://schema.org/endDate")));
    }
  }

  /** One way to get the data. */
  public final class DistributionView {
    private final Node distribution;

    private DistributionView(Node distribution) {
      this.distribution = distribution;
    }

    /** The node itself, an IRI or blank. */
    public Node node() {
      return distribution;
    }

    /** Its IRI. */
    public Optional<String> iri() {
      return distribution.isURI() ? Optional.of(distribution.getURI()) : Optional.empty();
    }

    /** {@code dct:title}. */
    public LocalizedText title() {
      return Rdf.text(graph, distribution, DCTerms.title.asNode());
    }

    /** {@code dct:description}. */
    public LocalizedText abstractText() {
      return Rdf.text(graph, distribution, DCTerms.description.asNode());
    }

    /** {@code dcat:accessURL}; a literal is read too. */
    public Optional<String> accessUrl() {
      return Rdf.values(graph, distribution, DCAT.accessURL.asNode()).stream().findFirst();
    }

    /** {@code dcat:downloadURL}; a literal is read too. */
    public Optional<String> downloadUrl() {
      return Rdf.values(graph, distribution, DCAT.downloadURL.asNode()).stream().findFirst();
    }

    /** {@code dct:license}: its IRI, or the text where the source wrote one. */
    public Optional<String> license() {
      return Rdf.values(graph, distribution, DCTerms.license.asNode()).stream().findFirst();
    }

    /** {@code dcatde:licenseAttributionByText}. */
    public LocalizedText attribution() {
      return Rdf.text(graph, distribution, DCATDE.licenseAttributionByText);
    }

    /** {@code dct:format} as a file type. */
    public Optional<Concept> format() {
      return concept(distribution, DCTerms.format.asNode(), CodeLists.fileTypes());
    }

    /** {@code dct:format} as the source wrote it. */
    public Optional<String> formatText() {
      return Rdf.values(graph, distribution, DCTerms.format.asNode()).stream().findFirst();
    }

    /** {@code dcat:mediaType} without the address of the IANA list, such as {@code text/csv}. */
    public Optional<String> mediaType() {
      return Rdf.values(graph, distribution, DCAT.mediaType.asNode()).stream()
          .findFirst()
          .map(
              type -> type.replaceFirst("^https?://www\\.iana\\.org/assignments/media-types/", ""));
    }

    /** {@code dcat:byteSize}; absent when it is no whole number. */
    public OptionalLong byteSize() {
      var size = Rdf.literal(graph, distribution, DCAT.byteSize.asNode());
      if (size.isEmpty() || !size.get().strip().matches("\\d{1,18}(\\.0+)?")) {
        return OptionalLong.empty();
      }
      return OptionalLong.of(Long.parseLong(size.get().strip().replaceFirst("\\..*", "")));
    }

    /** {@code spdx:checksumValue}. */
    public Optional<String> checksum() {
      return Rdf.objects(graph, distribution, SPDX.checksum).stream()
          .filter(checksum -> !checksum.isLiteral())
          .flatMap(checksum -> Rdf.literal(graph, checksum, SPDX.checksumValue).stream())
          .findFirst();
    }

    /** {@code adms:status}. */
    public Optional<Concept> status() {
      return concept(distribution, ADMS.status, CodeLists.distributionStatuses());
    }

    /** {@code dcatap:availability}. */
    public Optional<Concept> availability() {
      return concept(distribution, DCATAP.availability, CodeLists.availabilities());
    }

    /** {@code dct:issued}. */
    public Optional<Instant> issued() {
      return time(distribution, DCTerms.issued.asNode());
    }

    /** {@code dct:modified}. */
    public Optional<Instant> modified() {
      return time(distribution, DCTerms.modified.asNode());
    }

    /** What its columns are, where the description says it; in their order. */
    public List<ColumnView> columns() {
      return ColumnView.all(graph, distribution);
    }

    /** The addresses of the services behind {@code dcat:accessService}. */
    public List<String> services() {
      return Rdf.iris(graph, distribution, DCAT.accessService.asNode());
    }

    /** IRIs and literals of any property of the distribution, as text. */
    public List<String> values(Node property) {
      return Rdf.values(graph, distribution, property);
    }
  }
}
