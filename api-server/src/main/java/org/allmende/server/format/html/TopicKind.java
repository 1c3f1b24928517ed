package org.allmende.server.format.html;

import java.util.Locale;
import java.util.Optional;
import org.allmende.catalog.search.IndexField;

/** What datasets have in common on a page of its own ({@code web-ui.md} 4, 7.5). */
enum TopicKind {
  THEME("thema", IndexField.THEME, "group", "/themen", "/thema/", "/en/themes", "/en/theme/"),
  PUBLISHER(
      "herausgeber",
      IndexField.PUBLISHER,
      "organization",
      "/herausgeber",
      "/herausgeber/",
      "/en/publishers",
      "/en/publisher/"),
  PLACE("ort", IndexField.REGION, "place", "/orte", "/ort/", "/en/places", "/en/place/"),
  SERIES("reihe", IndexField.SERIES, "", "/reihen", "/reihe/", "/en/series", "/en/series/");

  private final String searchKey;

  @SuppressWarnings("ImmutableEnumChecker") // a record of a text and a constant
  private final IndexField field;

  private final String feed;
  private final String germanList;
  private final String germanPage;
  private final String englishList;
  private final String englishPage;

  TopicKind(
      String searchKey,
      IndexField field,
      String feed,
      String germanList,
      String germanPage,
      String englishList,
      String englishPage) {
    this.searchKey = searchKey;
    this.field = field;
    this.feed = feed;
    this.germanList = germanList;
    this.germanPage = germanPage;
    this.englishList = englishList;
    this.englishPage = englishPage;
  }

  /** Its word in answers for machines, such as {@code theme}. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What ends the key of the texts about its list: {@code themes}. */
  String listText() {
    return this == SERIES ? word() : word() + "s";
  }

  /** Its key in the address of a search. */
  String searchKey() {
    return searchKey;
  }

  /** The field of the index that holds the values of its topics. */
  IndexField field() {
    return field;
  }

  /** The path of the list of all topics of this kind. */
  String listPath(String language) {
    return language.equals("en") ? englishList : germanList;
  }

  /** The path of the page of one topic, or its pattern. */
  String pagePath(String language, String key) {
    return (language.equals("en") ? englishPage : germanPage) + key;
  }

  /** The path of the feed of one topic; empty for a kind that has none. */
  Optional<String> feedPath(String key) {
    return feed.isEmpty() ? Optional.empty() : Optional.of("/feeds/" + feed + "/" + key + ".atom");
  }
}
