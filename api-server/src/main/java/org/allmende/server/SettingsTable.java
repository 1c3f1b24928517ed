package org.allmende.server;

import static org.allmende.server.Setting.Kind.LOCALIZED;
import static org.allmende.server.Setting.Kind.MAPPING;
import static org.allmende.server.Setting.Kind.TEXT;
import static org.allmende.server.Setting.Kind.TEXTS;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/**
 * Every setting with name, default, unit and sentence: what {@code config show} prints, and what
 * docs/configuration.md must name.
 */
final class SettingsTable {
  private static final String ADDRESS = "http(s) address";

  private static final List<Setting> CATALOG =
      List.of(
          text(
              "catalog.url",
              "http://localhost:{port}",
              ADDRESS,
              "The public address; a path in it is the root path."),
          localized("catalog.title", "Offene Daten", "The catalog's title."),
          localized("catalog.description", "Katalog offener Daten.", "The catalog's description."),
          text(
              "catalog.language",
              "de",
              "de, en",
              "Language of pages, of reports, and of texts without a tag."),
          text(
              "catalog.time-zone",
              "Europe/Berlin",
              "IANA zone",
              "Zone of the times on pages, and of source times without one."),
          text(
              "catalog.page-size",
              "100",
              "datasets, 1 to 1000",
              "How many datasets stand on a harvest page."),
          text(
              "catalog.harvest-pages",
              "valid",
              "valid, importable",
              "Which datasets stand on harvest pages: those without violation, or all that GovData"
                  + " would import."),
          text(
              "catalog.license",
              "dl-zero-de/2.0",
              "license",
              "License of the descriptions themselves."),
          text("catalog.homepage", "{url}/suche", ADDRESS, "The page that stands for the catalog."),
          text(
              "catalog.contributor-id",
              "",
              "id or IRI",
              "The id that GovData assigned; empty: none is emitted."),
          text(
              "catalog.legacy-geocoding",
              "true",
              "true, false",
              "Whether dcatde:politicalGeocodingURI stands beside dct:spatial, for importers that"
                  + " read nothing else."));

  private static final List<Setting> TOWN =
      List.of(
          text("municipality.name", "", "name", "The municipality."),
          text(
              "municipality.ags",
              "",
              "8 digits, in quotes",
              "Its official key; what is spatial when nothing else is said."),
          text("municipality.ars", "", "12 digits, in quotes", "Its regional key."),
          texts(
              "municipality.postcodes",
              "5 digits each",
              "Its postcodes, by which its own rows are known."));

  private static final List<Setting> ORGANIZATIONS =
      List.of(
          text(
              "organizations[].name",
              "",
              "slug",
              "CKAN name of the organization; the first one publishes the catalog and all that"
                  + " names none."),
          text("organizations[].title", "", "text", "What people read."),
          text("organizations[].type", "", "ADMS publisher type", "Such as LocalAuthority."),
          text("organizations[].homepage", "", ADDRESS, "Its page."),
          text("organizations[].iri", "", "IRI", "An IRI of its own; empty: one of ours."));

  private static final List<Setting> SERVER =
      List.of(
          text(
              "server.host",
              "127.0.0.1",
              "name or address",
              "The interface to listen on; 0.0.0.0 opens it to the net."),
          text("server.port", "8080", "0 to 65535", "The port to listen on; 0 takes any free one."),
          text("sparql.timeout", "30s", "time", "After this long a SPARQL query is given up."),
          text("sparql.rows", "100000", "rows or triples", "After so many a SPARQL answer is cut."),
          text(
              "sparql.concurrent",
              "4",
              "queries",
              "How many SPARQL queries run at the same time; further ones are asked to come"
                  + " again."),
          text(
              "dumps.every",
              "24h",
              "time",
              "How old the files below /dump become before they are written again; 0s: there are"
                  + " none."),
          text(
              "search.synonyms",
              "",
              "file",
              "Words of your town that mean the same, beside ours; a relative path counts from the"
                  + " file."),
          text(
              "ckan.token-header",
              "Authorization",
              "name of a header",
              "The header in which clients of CKAN's API show their token; X-CKAN-API-Key is read"
                  + " too."),
          text(
              "ckan.public-users",
              "false",
              "true, false",
              "Whether anybody may see the users and who is what in an organization; else users"
                  + " alone."),
          text("limits.request-size", "10MiB", "size", "The largest body of a request."),
          text(
              "limits.upload-size",
              "1GiB",
              "size",
              "The largest file that the API takes; it goes to disk as it comes."),
          text(
              "limits.harvest-page-size",
              "40MiB",
              "size",
              "A harvest page ends before it is larger."),
          text(
              "limits.validate-size",
              "50MiB",
              "size",
              "The largest document that /validate reads, and the sum of those it reads at the"
                  + " same time; never more than a 64th of the heap."),
          text(
              "fetch.user-agent",
              "Allmende/0.1 (open data harvester)",
              "text",
              "How the harvester names itself and whom to ask about it."),
          texts(
              "fetch.allow-private",
              "host names",
              "Hosts that may have a private or loopback address."),
          text(
              "fetch.max-size",
              "100MiB",
              "size",
              "The largest answer, counted after decompression."),
          text("fetch.max-pages", "10000", "pages", "The longest walk through one source."),
          text("fetch.max-time", "4h", "time", "The longest run of one source."),
          text(
              "fetch.max-records",
              "2000000",
              "records",
              "The most entries, rows or objects of one source."),
          text("fetch.connect-timeout", "10s", "time", "Until a connection stands."),
          text("fetch.answer-timeout", "120s", "time", "Until the whole answer is there."),
          text("fetch.retries", "4", "times", "How often a busy source is asked again."),
          text("fetch.longest-wait", "60s", "time", "The longest wait that a source may ask for."),
          text("fetch.pause", "200ms", "time", "Between two requests to one host."),
          text(
              "departure.deprecated",
              "30d",
              "time",
              "How long a dataset that its source no longer has is shown as deprecated."),
          text(
              "departure.withdrawn",
              "7d",
              "time",
              "How long it is then shown as withdrawn, before it is gone."));

  private static final List<Setting> PAGES =
      List.of(
          localized("imprint", "", "Who answers for the site; what the law asks for."),
          localized("privacy", "", "Who answers for data protection, and whom to turn to."),
          localized(
              "accessibility", "", "Where to report barriers, and which body settles disputes."),
          localized("sign-language", "", "Where the video in sign language is."),
          localized("contact", "", "How to reach you."),
          localized(
              "story", "", "What you want to tell on the start page, in Markdown; empty: nothing."),
          localized(
              "maintenance",
              "",
              "When you will work on the site; stands on the page of its state."));

  private static final List<Setting> LOOK =
      List.of(
          text(
              "look.accent",
              "",
              "#rrggbb, in quotes",
              "The color of links and buttons; where it cannot be read, the nearest shade that can"
                  + " stands in its place."),
          text(
              "look.logo",
              "",
              "SVG file",
              "The logo before the name; a relative path counts from the file. Empty:"
                  + " theme/logo.svg in the data directory, else ours."),
          localized(
              "look.logo-text",
              "",
              "What the logo shows, such as the town's crest, for those who do not see it."),
          text(
              "look.public-body",
              "false",
              "true, false",
              "Confirms that a public body runs the site; without that there is no strip."),
          localized("look.strip", "", "The sentence at the top of every page."),
          texts(
              "embed.hosts",
              "host names",
              "Sites that may show the small pages below /einbetten in a frame, such as"
                  + " https://www.musterstadt.example or *.musterstadt.example; none: all may."));

  private static final List<Setting> SOURCES =
      List.of(
          text(
              "sources[].id",
              "",
              "letters, digits, -",
              "Part of the identity of its datasets, never changed."),
          text(
              "sources[].format",
              "",
              "format",
              "How the source is written: csv, xlsx, json, jsonl, table-json, geojson, kml, gpx,"
                  + " wfs, ogc-features, arcgis, ical, rss, atom, oparl, dcat, ckan."),
          text(
              "sources[].type",
              "",
              "type",
              "A ready-made type instead of a format: it brings format, mapping, texts and theme."),
          text(
              "sources[].location",
              "",
              "address, file or folder",
              "Where it is; a relative path counts from the file."),
          new Setting(
              "sources[].mapping",
              MAPPING,
              "",
              "file, or in place",
              "What the columns of a table mean."),
          text(
              "sources[].name",
              "",
              "slug",
              "CKAN name of its dataset; empty: the slug of the title."),
          texts(
              "sources[].tables", "table names", "The tables wanted of a format that has several."),
          text(
              "sources[].every",
              "",
              "time",
              "Harvest again after this long; neither this nor cron: by hand only."),
          text(
              "sources[].cron",
              "",
              "five fields",
              "Harvest at these times, in the catalog's time zone."),
          texts(
              "sources[].override",
              "publisher, contact",
              "Which defaults replace what the source says."),
          text(
              "sources[].high-value[].dataset",
              "",
              "IRI or identifier",
              "A single dataset of the source that is high-value."),
          texts(
              "sources[].high-value[].categories",
              "HVD categories",
              "What makes it so, such as c_e4358335."),
          texts(
              "sources[].hosts",
              "host names",
              "Further hosts that links inside the data may lead to."),
          text(
              "sources[].rewrite[].from",
              "",
              "beginning of an address",
              "Addresses in the data that begin so do not work."),
          text(
              "sources[].rewrite[].to",
              "",
              "beginning of an address",
              "What is asked for in its place; its host is one that links may lead to."),
          text(
              "sources[].limits.max-size",
              "",
              "size",
              "The largest answer of this source; empty: as under fetch, like the next three."),
          text("sources[].limits.max-pages", "", "pages", "The longest walk through this source."),
          text("sources[].limits.max-time", "", "time", "The longest run of this source."),
          text(
              "sources[].limits.max-records",
              "",
              "records",
              "The most entries, rows or objects of this source."));

  private static final List<Setting> DEFAULTS =
      List.of(
          localized("title", "", "Title where the source has none."),
          localized("description", "", "Description where the source has none."),
          text("publisher", "", "organization", "Name of a configured organization."),
          text("contact.name", "", "text", "Whom to ask about the data."),
          text("contact.email", "", "e-mail", "Their e-mail address."),
          text("contact.url", "", ADDRESS, "Their page or form."),
          text("contact.telephone", "", "telephone number", "Their telephone."),
          texts("themes", "EU data themes", "Such as TRAN."),
          texts("keywords", "words", "Free keywords."),
          text("frequency", "", "EU frequency", "Such as MONTHLY."),
          text("availability", "", "EU planned availability", "Such as STABLE."),
          text("access-rights", "", "EU access right", "Such as PUBLIC."),
          text("language", "", "BCP 47 tag", "Language of texts without a tag."),
          texts("spatial", "keys or IRIs", "What area the data covers; empty: the municipality."),
          texts("references", "IRIs", "Such as an entry of the Musterdatenkatalog."),
          texts("hvd", "HVD categories", "Marks the data as high-value."));

  private static final List<Setting> LICENSE =
      List.of(
          text("license", "", "license", "License of the data, such as cc-by/4.0."),
          text("attribution", "", "text", "How the licensor wants to be named."));

  private static final List<Setting> ALL =
      Stream.of(
              CATALOG.stream(),
              TOWN.stream(),
              ORGANIZATIONS.stream(),
              below("defaults.", DEFAULTS),
              SERVER.stream(),
              below("pages.", PAGES),
              LOOK.stream(),
              SOURCES.stream(),
              below("sources[].defaults.", DEFAULTS),
              below("sources[].defaults.", LICENSE))
          .flatMap(settings -> settings)
          .toList();

  private SettingsTable() {}

  /** Every setting, in the order of the file. */
  static List<Setting> all() {
    return ALL;
  }

  /** The operator's texts on pages. */
  static List<Setting> pages() {
    return below("pages.", PAGES).toList();
  }

  /** The setting of this name, which there must be. */
  static Setting require(String name) {
    return ALL.stream()
        .filter(setting -> setting.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no setting is called " + name));
  }

  private static Stream<Setting> below(String prefix, List<Setting> settings) {
    return settings.stream()
        .map(s -> new Setting(prefix + s.name(), s.kind(), s.standard(), s.unit(), s.sentence()));
  }

  private static Setting text(String name, String standard, String unit, String sentence) {
    return new Setting(name, TEXT, standard, unit, sentence);
  }

  private static Setting localized(String name, String standard, String sentence) {
    return new Setting(name, LOCALIZED, standard, "text, or one for each language", sentence);
  }

  private static Setting texts(String name, String unit, String sentence) {
    return new Setting(name, TEXTS, "", unit, sentence);
  }
}
