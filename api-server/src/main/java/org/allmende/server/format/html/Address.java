package org.allmende.server.format.html;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.allmende.server.http.Links;

/**
 * The addresses of pages in one language ({@code web-ui.md} 4), without scheme and host.
 *
 * @param links today's public address
 * @param language {@code de} or {@code en}
 */
record Address(Links links, String language) {

  private boolean isEnglish() {
    return language.equals("en");
  }

  String start() {
    return links.local(isEnglish() ? "/en" : "/");
  }

  String search() {
    return links.local(isEnglish() ? "/en/search" : "/suche");
  }

  String suggestions() {
    return links.local(isEnglish() ? "/en/search/suggestions" : "/suche/vorschlaege");
  }

  String dataset(String slug) {
    return links.local((isEnglish() ? "/en/dataset/" : "/datensatz/") + slug);
  }

  /** The page of one file of a dataset; {@code file} such as {@code 3-baumkataster}. */
  String file(String slug, String file) {
    return dataset(slug) + filePart(file);
  }

  /** How a dataset is cited, for programs; {@code suffix} such as {@code bib}. */
  String citation(String slug, String suffix) {
    return dataset(slug) + (isEnglish() ? "/citation." : "/zitat.") + suffix;
  }

  /** A dataset in the words of schema.org. */
  String schemaOrg(String slug) {
    return dataset(slug) + "/schemaorg.jsonld";
  }

  /** Where machines find what belongs to a dataset. */
  String linkSet(String slug) {
    return dataset(slug) + "/linkset.json";
  }

  /** A small page for other sites: the card of a dataset. */
  String embeddedDataset(String slug) {
    return links.local((isEnglish() ? "/en/embed/dataset/" : "/einbetten/datensatz/") + slug);
  }

  /** A small page for other sites: a file as a table, a map or a chart. */
  String embeddedFile(String slug, String file, TableChoice.View view) {
    var kind = isEnglish() ? view.english() : view.key();
    return links.local(
        (isEnglish() ? "/en/embed/" : "/einbetten/") + kind + "/" + slug + "/" + file);
  }

  /** A small page for other sites: the search box. */
  String embeddedSearch() {
    return links.local(isEnglish() ? "/en/embed/search" : "/einbetten/suche");
  }

  /** Where oEmbed tells how to show a page of ours, below the root path. */
  String oEmbed(String page) {
    return links.local("/oembed?url=" + URLEncoder.encode(absolute(page), StandardCharsets.UTF_8));
  }

  /** What follows the address of the dataset. */
  String filePart(String file) {
    return (isEnglish() ? "/file/" : "/datei/") + file;
  }

  /** The list of all topics of a kind. */
  String list(TopicKind kind) {
    return links.local(kind.listPath(language));
  }

  String topic(TopicKind kind, String key) {
    return links.local(kind.pagePath(language, key));
  }

  String topic(Topic topic) {
    return topic(topic.kind(), topic.key());
  }

  String themes() {
    return list(TopicKind.THEME);
  }

  String theme(String code) {
    return topic(TopicKind.THEME, code);
  }

  String publishers() {
    return list(TopicKind.PUBLISHER);
  }

  String publisher(String name) {
    return topic(TopicKind.PUBLISHER, name);
  }

  String places() {
    return list(TopicKind.PLACE);
  }

  String developers() {
    return links.local(isEnglish() ? "/en/developers" : "/entwickler");
  }

  String help() {
    return links.local(isEnglish() ? "/en/help" : "/hilfe");
  }

  String quality() {
    return links.local(isEnglish() ? "/en/quality" : "/qualitaet");
  }

  String status() {
    return links.local(isEnglish() ? "/en/status" : "/status");
  }

  String statistics() {
    return links.local(isEnglish() ? "/en/statistics" : "/statistik");
  }

  String duty(Duty duty) {
    return links.local(duty.path(language));
  }

  String sparql() {
    return developers() + "/sparql";
  }

  String api() {
    return developers() + "/api";
  }

  String datasetQuality(String slug) {
    return dataset(slug) + (isEnglish() ? "/quality" : "/qualitaet");
  }

  /** The switch of the theme. */
  String theme() {
    return links.local("/darstellung");
  }

  /** The search for one value of one key, such as {@code thema=tran}. */
  String search(String key, String value) {
    return search() + "?" + key + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** The machine twin of that search. */
  String searchTwin(String key, String value) {
    return search() + ".json?" + key + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** The same page in another language. */
  Address in(String other) {
    return new Address(links, other);
  }

  /** With scheme and host, for the head of a page. */
  String absolute(String local) {
    return links.to(local.substring(links.rootPath().length()));
  }

  /** A machine's address of ours. */
  String machine(String path) {
    return links.local(path);
  }
}
