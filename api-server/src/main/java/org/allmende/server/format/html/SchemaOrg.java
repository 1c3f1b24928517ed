package org.allmende.server.format.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.model.DatasetView;
import org.allmende.catalog.model.DatasetView.DistributionView;
import org.allmende.catalog.model.DatasetView.PeriodView;
import org.allmende.catalog.model.Identity;
import org.allmende.catalog.model.LocalizedText;
import org.allmende.catalog.model.Times;

/**
 * A dataset in the words of schema.org, for dataset search engines ({@code web-ui.md} 7.3): type,
 * name and description always, the rest as far as the publisher says it.
 */
final class SchemaOrg {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Search engines refuse a description that is longer. */
  private static final int LONGEST_DESCRIPTION = 5_000;

  /** Search engines refuse a description that is shorter. */
  private static final int SHORTEST_DESCRIPTION = 50;

  private final CatalogEntry entry;
  private final DatasetView view;
  private final Identity identity;
  private final String language;
  private final ZoneId zone;

  SchemaOrg(CatalogEntry entry, DatasetView view, Identity identity, String language, ZoneId zone) {
    this.entry = entry;
    this.view = view;
    this.identity = identity;
    this.language = language;
    this.zone = zone;
  }

  /**
   * The JSON-LD, safe to stand in a {@code script} element.
   *
   * @param page the dataset's page, with scheme and host
   * @param catalogTitle what the catalog is called
   */
  String json(String page, String catalogTitle) {
    var root = JSON.createObjectNode();
    root.put("@context", "https://schema.org/");
    root.put("@type", "Dataset");
    root.put("@id", entry.uri().value());
    root.put("url", page);
    root.put("name", text(view.title()).orElse(entry.addresses().name().value()));
    root.put("description", description(catalogTitle));
    root.put("identifier", view.identifier().orElse(entry.uri().value()));
    root.put("isAccessibleForFree", true);
    put(root, "license", view.license().filter(Shown::isWebAddress));
    put(root, "sameAs", view.landingPage().filter(Shown::isWebAddress));
    put(root, "version", view.version());
    put(root, "datePublished", view.issued().map(this::day));
    put(root, "dateModified", view.modified().or(view::issued).map(this::day));
    addAll(root, "keywords", view.keywords());
    addAll(root, "inLanguage", view.languages().stream().map(l -> l.code()).toList());
    period().ifPresent(period -> root.put("temporalCoverage", period));
    addAll(root, "spatialCoverage", places());
    addPublisher(root);
    var catalog = root.putObject("includedInDataCatalog");
    catalog.put("@type", "DataCatalog").put("name", catalogTitle).put("url", identity.url() + "/");
    addDistributions(root);
    return written(root);
  }

  private static String written(ObjectNode root) {
    try {
      // A "<" could end the element that the text stands in.
      return JSON.writeValueAsString(root).replace("<", "\\u003c");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts can be written", e);
    }
  }

  private Optional<String> text(LocalizedText text) {
    return text.in(language).map(String::strip).filter(value -> !value.isEmpty());
  }

  /** Plain text; one that is too short for search engines says who published it where. */
  private String description(String catalogTitle) {
    var said = text(view.abstractText()).map(Prose::plain).or(() -> text(view.title())).orElse("");
    var text =
        said.length() >= SHORTEST_DESCRIPTION
            ? said
            : (said
                    + " "
                    + Texts.of(language)
                        .get(
                            "schema.more",
                            "publisher",
                            entry.publisher().title(),
                            "catalog",
                            catalogTitle))
                .strip();
    return text.length() <= LONGEST_DESCRIPTION ? text : text.substring(0, LONGEST_DESCRIPTION);
  }

  private String day(Instant time) {
    return time.atZone(zone).toLocalDate().toString();
  }

  private Optional<String> period() {
    return view.periods().stream()
        .filter(period -> day(period.start()).isPresent() || day(period.end()).isPresent())
        .findFirst()
        .map(SchemaOrg::interval);
  }

  /** What is written, when it is a day, month, year or time. */
  private static Optional<String> day(Optional<String> written) {
    return written.map(String::strip).filter(text -> Times.parse(text).isPresent());
  }

  /** ISO 8601 with open ends as two dots. */
  private static String interval(PeriodView period) {
    return day(period.start()).orElse("..") + "/" + day(period.end()).orElse("..");
  }

  private List<String> places() {
    return view.placeKeys().stream()
        .flatMap(key -> Topics.placeName(key, language).stream())
        .distinct()
        .toList();
  }

  private void addPublisher(ObjectNode root) {
    var publisher = root.putObject("publisher");
    publisher.put("@type", "Organization").put("name", entry.publisher().title());
    put(publisher, "url", entry.publisher().homepage().filter(Shown::isWebAddress));
    root.set("creator", publisher.deepCopy());
  }

  private void addDistributions(ObjectNode root) {
    var files = JSON.createArrayNode();
    view.distributions().forEach(file -> addDistribution(files, file));
    if (!files.isEmpty()) {
      root.set("distribution", files);
    }
  }

  private void addDistribution(ArrayNode files, DistributionView file) {
    var address =
        file.downloadUrl().or(file::accessUrl).map(identity::today).filter(Shown::isWebAddress);
    if (address.isEmpty()) {
      return;
    }
    var node = files.addObject().put("@type", "DataDownload").put("contentUrl", address.get());
    put(node, "name", text(file.title()));
    put(node, "encodingFormat", file.mediaType().or(() -> Optional.of(FileView.format(file))));
    file.byteSize().ifPresent(size -> node.put("contentSize", size + " B"));
  }

  private static void put(ObjectNode node, String key, Optional<String> value) {
    value.filter(text -> !text.isEmpty()).ifPresent(text -> node.put(key, text));
  }

  private static void addAll(ObjectNode node, String key, List<String> values) {
    if (!values.isEmpty()) {
      var list = node.putArray(key);
      values.forEach(list::add);
    }
  }
}
