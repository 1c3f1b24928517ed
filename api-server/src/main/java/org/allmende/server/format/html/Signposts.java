package org.allmende.server.format.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The {@code Link} header of a dataset's page, so that machines find their way without reading the
 * page (FAIR Signposting, level 1).
 */
final class Signposts {

  /** A header is no place for hundreds of files. */
  private static final int FILES = 20;

  /** What may stand between the brackets of a header. */
  private static final Pattern TARGET = Pattern.compile("[!-~&&[^<>\"]]+");

  private Signposts() {}

  static String of(String iri, DatasetPage page) {
    var links = new ArrayList<String>();
    links.add(link(iri, "cite-as"));
    links.add(link(iri, "describes"));
    links.add(link("https://schema.org/Dataset", "type"));
    links.add(link("https://schema.org/AboutPage", "type"));
    if (!page.licenseAddress().isEmpty()) {
      links.add(link(page.licenseAddress(), "license"));
    }
    for (var form : page.frame().forms()) {
      var type = "describedby\"; type=\"" + form.mediaType();
      links.add(link(page.frame().absolute(form.address()), type));
    }
    files(page).forEach(address -> links.add(link(address, "item")));
    links.removeIf(String::isEmpty);
    return String.join(", ", links);
  }

  private static List<String> files(DatasetPage page) {
    return page.files().stream()
        .filter(FileView::isDownload)
        .map(FileView::address)
        .filter(address -> !address.isEmpty())
        .limit(FILES)
        .toList();
  }

  private static String link(String target, String relation) {
    return TARGET.matcher(target).matches() ? "<" + target + ">; rel=\"" + relation + "\"" : "";
  }
}
