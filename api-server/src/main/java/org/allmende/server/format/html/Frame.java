package org.allmende.server.format.html;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What every page has around its content.
 *
 * @param texts the page's language
 * @param address the addresses of pages in it
 * @param siteName the catalog's title
 * @param heading what the page is about; the start of the document's title
 * @param here this page's canonical address in German and in English, both without host
 * @param forms the machine twins of this page
 * @param feed the Atom feed of what this page lists; empty when that is the catalog or nothing
 * @param card what other sites show in place of a link to this page; empty: its title alone
 * @param assets where style sheet and icon lie
 * @param site which duty pages are complete
 * @param hasSearchBox whether the header offers the search; not where the content does
 * @param isIndexed whether search engines may list the page
 */
record Frame(
    Texts texts,
    Address address,
    String siteName,
    String heading,
    Here here,
    List<Form> forms,
    Optional<Form> feed,
    Optional<LinkCard> card,
    StaticFiles assets,
    Site site,
    boolean hasSearchBox,
    boolean isIndexed) {

  private static final String ATOM = "application/atom+xml";
  private static final String JSON_FEED = "application/feed+json";

  Frame {
    forms = List.copyOf(forms);
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
        part("frame.data", address.search()),
        part("frame.themes", address.themes()),
        part("frame.places", address.places()),
        part("frame.developers", address.developers()),
        part("frame.help", address.help()));
  }

  /** What stands at the foot of every page. */
  List<Part> duties() {
    return List.of(
        part("frame.publishers", address.publishers()),
        part("frame.quality", address.quality()),
        part("frame.status", address.status()),
        part("frame.statistics", address.statistics()),
        part("frame.sparql", address.sparql()));
  }

  /** The duty pages that are complete. */
  List<Part> complete() {
    return Arrays.stream(Duty.values())
        .filter(site::isComplete)
        .map(duty -> part("duty." + duty.setting(), address.duty(duty)))
        .toList();
  }

  private Part part(String key, String where) {
    return new Part(texts.get(key), where, where.equals(here.in(language())));
  }

  /** Where the switch of the theme leads back to: this page below the root path. */
  String pathHere() {
    return hasAddress()
        ? here.in(language()).substring(address.links().rootPath().length())
        : language().equals("en") ? "/en" : "/";
  }

  /** The same for a page that search engines shall not list. */
  Frame notIndexed() {
    return new Frame(
        texts,
        address,
        siteName,
        heading,
        here,
        forms,
        feed,
        card,
        assets,
        site,
        hasSearchBox,
        false);
  }

  /**
   * The same for a page with a feed of its own.
   *
   * @param path the feed's address below the root path
   */
  Frame withFeed(String path) {
    var own = new Form(texts.get("feed.own", "what", heading), ATOM, address.machine(path));
    return new Frame(
        texts,
        address,
        siteName,
        heading,
        here,
        forms,
        Optional.of(own),
        card,
        assets,
        site,
        hasSearchBox,
        isIndexed);
  }

  /** The same for a page that other sites show as a card. */
  Frame withCard(LinkCard other) {
    return new Frame(
        texts,
        address,
        siteName,
        heading,
        here,
        forms,
        feed,
        Optional.of(other),
        assets,
        site,
        hasSearchBox,
        isIndexed);
  }

  /** What can be subscribed to from here: this page's own feed first, then the catalog's. */
  List<Form> feeds() {
    return Stream.concat(feed.stream(), Stream.of(catalogFeed()))
        .flatMap(atom -> Stream.of(atom, json(atom)))
        .toList();
  }

  /** The feed of what this page lists in each form, for the line below the list. */
  List<Form> ownFeeds() {
    var atom = feed.orElseGet(this::catalogFeed);
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
    return new Form(texts.get("feed.catalog"), ATOM, address.machine("/feeds/dataset.atom"));
  }

  String title() {
    return heading.equals(siteName) ? siteName : heading + " – " + siteName;
  }

  String language() {
    return texts.language();
  }

  boolean hasAddress() {
    return !here.german().isEmpty();
  }

  String canonical() {
    return address.absolute(here.in(language()));
  }

  String otherLanguage() {
    return language().equals("en") ? "de" : "en";
  }

  /** This page in the other language, or that language's start. */
  String otherAddress() {
    return hasAddress() ? here.in(otherLanguage()) : address.in(otherLanguage()).start();
  }

  String absolute(String local) {
    return address.absolute(local);
  }

  /** Who runs the site, in a sentence above everything else. */
  Optional<Localized> strip() {
    return site.look().strip(language());
  }

  Look look() {
    return site.look();
  }

  String text(String key) {
    return texts.get(key);
  }
}
