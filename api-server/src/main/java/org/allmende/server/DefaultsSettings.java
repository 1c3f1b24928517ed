package org.allmende.server;

import java.util.List;
import java.util.Optional;
import org.allmende.catalog.CatalogSettings;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.LocalizedText;
import org.allmende.harvest.Defaults;
import org.allmende.harvest.settings.Nearest;
import org.allmende.harvest.settings.SettingsNode;
import org.allmende.vocab.codelist.CodeLists;

/** Reads {@code defaults}: of the catalog, and of one source. */
final class DefaultsSettings {
  private static final String KEYS = "http://dcat-ap.de/def/politicalGeocoding/";

  private final CatalogSettings catalog;

  DefaultsSettings(CatalogSettings catalog) {
    this.catalog = catalog;
  }

  /** The defaults of all data sources. */
  Defaults ofCatalog(SettingsNode node) {
    if (node.has("license")) {
      // Nobody's data shall get a license by accident.
      node.problem("license", "each source says its own license; none stands for all of them");
    }
    return read(node, Optional.empty(), Optional.empty());
  }

  /** The defaults of one source. */
  Defaults ofSource(SettingsNode node) {
    return read(node, Codes.one(node, "license", CodeLists.licenses()), node.text("attribution"));
  }

  private Defaults read(SettingsNode node, Optional<String> license, Optional<String> attribution) {
    return new Defaults(
        localized(node, "title"),
        localized(node, "description"),
        publisher(node),
        contact(node.section("contact")),
        Codes.several(node, "themes", CodeLists.themes()),
        node.texts("keywords"),
        Codes.one(node, "frequency", CodeLists.frequencies()),
        Codes.one(node, "availability", CodeLists.availabilities()),
        Codes.one(node, "access-rights", CodeLists.accessRights()),
        language(node),
        spatial(node),
        references(node),
        Codes.several(node, "hvd", CodeLists.hvdCategories()),
        license,
        attribution);
  }

  private LocalizedText localized(SettingsNode node, String key) {
    return node.localized(key)
        .map(text -> ConfigReader.tagged(text, catalog.language()))
        .orElseGet(() -> Defaults.none().title());
  }

  private Optional<String> publisher(SettingsNode node) {
    var names = catalog.organizations().stream().map(o -> o.name().value()).toList();
    var publisher = node.text("publisher");
    publisher
        .filter(name -> !names.contains(name))
        .ifPresent(
            name ->
                node.problem(
                    "publisher",
                    "no organization is called \"" + name + "\". " + Nearest.hint(name, names)));
    return publisher;
  }

  private static Optional<Defaults.Contact> contact(SettingsNode node) {
    var name = node.text("name");
    var email =
        node.parsed(
            "email",
            "must be an e-mail address",
            text -> Optional.of(text).filter(t -> t.matches("[^\\s@]+@[^\\s@]+")));
    var url = ConfigReader.address(node, "url");
    var telephone = node.text("telephone");
    if (name.isEmpty() && !node.isEmpty()) {
      node.problem("a contact needs a name");
    }
    return name.map(n -> new Defaults.Contact(n, email, url, telephone));
  }

  private static Optional<String> language(SettingsNode node) {
    return node.parsed(
        "language",
        "must be a language tag such as de",
        text -> Optional.of(text).filter(t -> t.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")));
  }

  private static List<String> spatial(SettingsNode node) {
    return node.texts("spatial").stream().flatMap(text -> key(node, text).stream()).toList();
  }

  private static Optional<String> key(SettingsNode node, String text) {
    if (DatasetUri.isAbsoluteIri(text)) {
      return Optional.of(text);
    }
    if (!text.matches("\\d{2}|\\d{5}|\\d{8}|\\d{12}")) {
      node.problem(
          "spatial",
          "expected an IRI, or an official key of 2, 5, 8 or 12 digits, got \"" + text + "\"");
      return Optional.empty();
    }
    return Optional.of(
        KEYS
            + switch (text.length()) {
              case 2 -> "stateKey/";
              case 5 -> "districtKey/";
              case 8 -> "municipalityKey/";
              default -> "regionalKey/";
            }
            + text);
  }

  private static List<String> references(SettingsNode node) {
    var references = node.texts("references");
    references.stream()
        .filter(text -> !DatasetUri.isAbsoluteIri(text))
        .forEach(
            text -> node.problem("references", "expected an absolute IRI, got \"" + text + "\""));
    return references;
  }

  /** A data source's own defaults, and where they are silent the catalog's, then the town's key. */
  Defaults merged(Defaults own, Defaults common) {
    var both = over(own, common);
    return new Defaults(
        both.title(),
        both.description(),
        both.publisher(),
        both.contact(),
        both.themes(),
        both.keywords(),
        both.frequency(),
        both.availability(),
        both.accessRights(),
        both.language().or(() -> Optional.of(catalog.language())),
        firstOf(both.spatial(), townKey()),
        both.references(),
        both.hvd(),
        both.license(),
        both.attribution());
  }

  /** The first where it says something, else the second. */
  static Defaults over(Defaults own, Defaults common) {
    return new Defaults(
        own.title().isEmpty() ? common.title() : own.title(),
        own.description().isEmpty() ? common.description() : own.description(),
        own.publisher().or(common::publisher),
        own.contact().or(common::contact),
        firstOf(own.themes(), common.themes()),
        firstOf(own.keywords(), common.keywords()),
        own.frequency().or(common::frequency),
        own.availability().or(common::availability),
        own.accessRights().or(common::accessRights),
        own.language().or(common::language),
        firstOf(own.spatial(), common.spatial()),
        firstOf(own.references(), common.references()),
        firstOf(own.hvd(), common.hvd()),
        own.license().or(common::license),
        own.attribution().or(common::attribution));
  }

  /**
   * A catalog source's own defaults. Only what it overrides it may take from the catalog's: its
   * configuration says so, and nothing else of the catalog's defaults reaches it.
   */
  Defaults overriding(Defaults own, Defaults common, List<String> override) {
    var publisher = own.publisher();
    var contact = own.contact();
    if (override.contains("publisher")) {
      publisher = publisher.or(common::publisher);
    }
    if (override.contains("contact")) {
      contact = contact.or(common::contact);
    }
    return own.with(publisher, contact);
  }

  private List<String> townKey() {
    return catalog.municipality().stream()
        .map(town -> KEYS + "municipalityKey/" + town.ags())
        .toList();
  }

  private static List<String> firstOf(List<String> own, List<String> common) {
    return own.isEmpty() ? common : own;
  }
}
