package org.allmende.server.format.html;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.allmende.catalog.search.FacetCount;
import org.allmende.catalog.search.SearchResult;
import org.allmende.server.format.html.PageSearch.SearchHelp;
import org.allmende.server.format.html.SearchPage.Chip;
import org.allmende.server.format.html.SearchPage.More;

/**
 * What a page of hits offers beside them: kinds, wider circles, a way to ask, the list for
 * machines.
 *
 * @param isBehind whether the index has yet to see the newest changes
 */
record SearchMore(SearchHelp help, Frames frames, BooleanSupplier isBehind) {

  /** Circles that are tried around a place where nothing was found. */
  private static final List<Integer> RADII = List.of(10, 25, 50, 100);

  private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");

  More of(
      SearchChoice choice,
      SearchResult found,
      Map<SearchFacet, List<FacetCount>> facets,
      Texts texts) {
    var address = frames.address(texts.language());
    var total = found.total();
    return new More(
        found.position(),
        isBehind.getAsBoolean(),
        kinds(choice, facets.getOrDefault(SearchFacet.KIND, List.of()), address, texts),
        total == 0 ? wider(choice, address, texts) : List.of(),
        total == 0 ? request(choice, texts) : "",
        address.search() + ".csv" + choice.withPage(1).query(),
        address.absolute(address.in("de").search()) + ".json" + choice.query());
  }

  private static List<Chip> kinds(
      SearchChoice choice, List<FacetCount> counts, Address address, Texts texts) {
    return counts.stream()
        .filter(kind -> kind.count() > 0 && !choice.has(SearchFacet.KIND, kind.value()))
        .filter(kind -> texts.find("kind." + kind.value()).isPresent())
        .map(
            kind ->
                new Chip(
                    texts.get("kind." + kind.value()),
                    address.search() + choice.choosing(SearchFacet.KIND, kind.value()).query(),
                    kind.count()))
        .toList();
  }

  /** The first larger circle in which there is something. */
  private List<Chip> wider(SearchChoice choice, Address address, Texts texts) {
    var wider = new ArrayList<Chip>();
    if (!choice.of(SearchFacet.PLACE).isEmpty()) {
      for (var radius : RADII) {
        var larger = choice.withRadius(radius);
        var found = radius > choice.radius() ? PageSearch.count(help, larger) : 0;
        if (found > 0) {
          var label = texts.get("empty.wider", "km", Integer.toString(radius));
          wider.add(new Chip(label, address.search() + larger.query(), found));
          break;
        }
      }
    }
    return wider;
  }

  /** A mail with what was sought, or the page that says whom to write to. */
  private String request(SearchChoice choice, Texts texts) {
    var contact = frames.site().text(Duty.CONTACT, texts.language());
    if (contact.isEmpty()) {
      return "";
    }
    var mail = MAIL.matcher(contact.get().text());
    if (!mail.find()) {
      return frames.address(texts.language()).duty(Duty.CONTACT);
    }
    var asked = frames.address(texts.language());
    var body =
        texts.get("empty.request.body", "address", asked.absolute(asked.search()) + choice.query());
    return "mailto:%s?subject=%s&body=%s"
        .formatted(
            mail.group(),
            encode(texts.get("empty.request.subject", "words", choice.text())),
            encode(body));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
