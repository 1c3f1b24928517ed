package org.allmende.server.format.html;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What every page has around its content.
 *
 * @param around what is the same on all pages in one language
 * @param heading what the page is about; the start of the document's title
 * @param here this page's canonical address in German and in English, both without host
 * @param forms the machine twins of this page
 * @param hasSearchBox whether the header offers the search; not where the content does
 * @param extras what few pages have
 */
record Frame(
    Around around,
    String heading,
    Here here,
    List<Form> forms,
    boolean hasSearchBox,
    Extras extras) {

  private static final String ATOM = "application/atom+xml";
  private static final String JSON_FEED = "application/feed+json";

  /** The part of the site that a page belongs to, by the first word of its German address. */
  private static final Map<String, String> AREAS =
      Map.ofEntries(
          Map.entry("suche", "frame.data"),
          Map.entry("datensatz", "frame.data"),
          Map.entry("thema", "frame.themes"),
          Map.entry("ort", "frame.places"),
          Map.entry("herausgeber", "frame.publishers"),
          Map.entry("entwickler", "frame.developers"));

  Frame {
    forms = List.copyOf(forms);
  }

  /**
   * What is the same on all pages in one language.
   *
   * @param texts the language
   * @param address the addresses of pages in it
   * @param siteName the catalog's title
   * @param assets where style sheet and icon lie
   * @param site which duty pages are complete, and the town's look
   * @param dataDay the day of the catalog's last change; null while it is empty
   */
  record Around(
      Texts texts,
      Address address,
      String siteName,
      StaticFiles assets,
      Site site,
      FileView.@Nullable Day dataDay) {}

  /**
   * What few pages have.
   *
   * @param feed the Atom feed of what this page lists; empty when that is the catalog or nothing
   * @param card what other sites show in place of a link to this page; empty: its title alone
   * @param isIndexed whether search engines may list the page
   */
  record Extras(Optional<Form> feed, Optional<LinkCard> card, boolean isIndexed) {
    static final Extras NONE = new Extras(Optional.empty(), Optional.empty(), true);
  }

  /** The canonical addresses of a page; empty for one that has none, such as an error. */
  record Here(String german, String english) {
    static final Here NOWHERE = new Here("", "");

    String in(String language) {
      return language.equals("en") ? english : german;
    }
  }

  /**
   * The same content for machines.
   *
   * @param label as people call it, such as JSON
   * @param mediaType what it is
   * @param address where it is, without host
   */
  record Form(String label, String mediaType, String address) {}

  /**
   * A link of the main navigation or of the foot.
   *
   * @param isHere true when it leads to this page
   */
  record Part(String label, String address, boolean isHere) {}

  /** The main navigation. */
  List<Part> menu() {
    return List.of(
        part("frame.data", address().search()),
        part("frame.themes", address().themes()),
        part("frame.places", address().places()),
        part("frame.developers", address().developers()),
        part("frame.help", address().help()));
  }

  /** What stands at the foot of every page. */
  List<Part> duties() {
    return List.of(
        part("frame.publishers", address().publishers()),
        part("frame.quality", address().quality()),
        part("frame.status", address().status()),
        part("frame.statistics", address().statistics()),
        part("frame.sparql", address().sparql()));
  }

  /** The duty pages that are complete. */
  List<Part> dutyPages() {
    return complete().map(this::part).toList();
  }

  private Stream<Duty> complete() {
    return Arrays.stream(Duty.values()).filter(around.site::isComplete);
  }

  private Part part(Duty duty) {
    return part("duty." + duty.setting(), address().duty(duty));
  }

  private Part part(String key, String where) {
    return new Part(text(key), where, where.equals(here.in(language())));
  }

  /** Where the switch of the theme leads back to: this page below the root path. */
  String pathHere() {
    return hasAddress()
        ? here.in(language()).substring(address().links().rootPath().length())
        : language().equals("en") ? "/en" : "/";
  }

  /** The same for a page that search engines shall not list. */
  Frame notIndexed() {
    return with(new Extras(extras.feed, extras.card, false));
  }

  /**
   * The same for a page with a feed of its own.
   *
   * @param path the feed's address below the root path
   */
  Frame withFeed(String path) {
    var own = new Form(text("feed.own", "what", heading), ATOM, address().machine(path));
    return with(new Extras(Optional.of(own), extras.card, extras.isIndexed));
  }

  /** The same for a page that other sites show as a card. */
  Frame withCard(LinkCard other) {
    return with(new Extras(extras.feed, Optional.of(other), extras.isIndexed));
  }

  private Frame with(Extras others) {
    return new Frame(around, heading, here, forms, hasSearchBox, others);
  }

  /** What can be subscribed to from here: this page's own feed first, then the catalog's. */
  List<Form> feeds() {
    return Stream.concat(extras.feed.stream(), Stream.of(catalogFeed()))
        .flatMap(atom -> Stream.of(atom, json(atom)))
        .toList();
  }

  /** The feed of what this page lists in each form, for the line below the list. */
  List<Form> ownFeeds() {
    var atom = extras.feed.orElseGet(this::catalogFeed);
    return List.of(
        new Form("Atom", atom.mediaType(), atom.address()),
        new Form("JSON Feed", JSON_FEED, json(atom).address()));
  }

  private static Form json(Form atom) {
    return new Form(
        atom.label().replace("(Atom)", "(JSON Feed)"),
        JSON_FEED,
        atom.address().replaceFirst("\\.atom($|\\?)", ".json$1"));
  }

  /** The feed of all that is new. */
  Form catalogFeed() {
    return new Form(text("feed.catalog"), ATOM, address().machine("/feeds/dataset.atom"));
  }

  /** The page, the part of the site that it belongs to, the site; nothing twice. */
  String title() {
    return Stream.of(heading, area(), siteName())
        .filter(part -> !part.isEmpty())
        .distinct()
        .collect(Collectors.joining(" – "));
  }

  private String area() {
    var below = hasAddress() ? here.german().substring(address().links().rootPath().length()) : "";
    var word = below.replaceFirst("^/", "").replaceFirst("[/?].*", "");
    return Optional.ofNullable(AREAS.get(word)).map(this::text).orElse("");
  }

  Texts texts() {
    return around.texts;
  }

  Address address() {
    return around.address;
  }

  String siteName() {
    return around.siteName;
  }

  StaticFiles assets() {
    return around.assets;
  }

  Site site() {
    return around.site;
  }

  Optional<Form> feed() {
    return extras.feed;
  }

  Optional<LinkCard> card() {
    return extras.card;
  }

  boolean isIndexed() {
    return extras.isIndexed;
  }

  /** The day of the catalog's last change; null while it is empty. */
  FileView.@Nullable Day dataDay() {
    return around.dataDay;
  }

  /** The program and its version, as far as it knows one. */
  static String program() {
    var version = Frame.class.getPackage().getImplementationVersion();
    return version == null ? "Allmende" : "Allmende " + version;
  }

  /** Where help is, and whom to ask when the operator has said it. */
  List<Part> helpAndContact() {
    var help = Stream.of(part("frame.help", address().help()));
    return Stream.concat(help, complete().filter(Duty.CONTACT::equals).map(this::part)).toList();
  }

  String language() {
    return texts().language();
  }

  boolean hasAddress() {
    return !here.german().isEmpty();
  }

  String canonical() {
    return address().absolute(here.in(language()));
  }

  String otherLanguage() {
    return language().equals("en") ? "de" : "en";
  }

  /** This page in the other language, or that language's start. */
  String otherAddress() {
    return hasAddress() ? here.in(otherLanguage()) : address().in(otherLanguage()).start();
  }

  String absolute(String local) {
    return address().absolute(local);
  }

  /** Who runs the site, in a sentence above everything else. */
  Optional<Localized> strip() {
    return around.site.look().strip(language());
  }

  Look look() {
    return around.site.look();
  }

  String text(String key) {
    return texts().get(key);
  }

  String text(String key, String... namesAndValues) {
    return texts().get(key, namesAndValues);
  }
}
