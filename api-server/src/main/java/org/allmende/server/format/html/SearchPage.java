package org.allmende.server.format.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.allmende.catalog.search.Hit;
import org.allmende.catalog.search.LicenseUse;
import org.allmende.catalog.search.Match;
import org.jspecify.annotations.Nullable;

/**
 * The search page ({@code web-ui.md} 7.2).
 *
 * @param frame what is around it
 * @param choice what the visitor chose
 * @param total how many datasets were found
 * @param hits those of this page
 * @param facets what the search can be narrowed by
 * @param chips the filters in force
 * @param notes what was understood beyond the words
 * @param pages links to other pages of hits
 * @param lastPage number of the last page, 1 or more
 * @param more what the page offers beside its hits
 */
record SearchPage(
    Frame frame,
    SearchChoice choice,
    long total,
    List<HitView> hits,
    List<FacetView> facets,
    List<Chip> chips,
    List<Note> notes,
    List<PageLink> pages,
    int lastPage,
    More more) {

  SearchPage {
    hits = List.copyOf(hits);
    facets = List.copyOf(facets);
    chips = List.copyOf(chips);
    notes = List.copyOf(notes);
    pages = List.copyOf(pages);
  }

  /**
   * What the page offers beside its hits.
   *
   * @param position sequence number of the catalog that the search had reached
   * @param isBehind whether the newest changes are still missing in the search
   * @param kinds what kinds of data are among the hits, each as a filter
   * @param wider larger circles around the chosen place, told where nothing was found
   * @param request where to ask for data that is missing; {@code ""} when nobody said
   * @param table the list as CSV
   * @param call the same search for programs, with scheme and host
   */
  record More(
      long position,
      boolean isBehind,
      List<Chip> kinds,
      List<Chip> wider,
      String request,
      String table,
      String call) {
    More {
      kinds = List.copyOf(kinds);
      wider = List.copyOf(wider);
    }
  }

  /** True when there is nothing to be searched. */
  boolean isCatalogEmpty() {
    return total == 0 && choice.isEverything();
  }

  /**
   * A dataset found.
   *
   * @param address its page
   * @param title its title, marked
   * @param lang the title's language where that is not the page's
   * @param passage a passage of its description, marked
   * @param passageLang its language likewise
   * @param publisher who publishes it
   * @param dateLabel key of the text that says what the date is
   * @param date when its data, else its entry, last changed
   * @param formats at most three, the best first
   * @param use what the license allows
   * @param why what each word was found by
   * @param columns columns of its tables that words were found in
   */
  record HitView(
      String address,
      List<Hit.Piece> title,
      @Nullable String lang,
      List<Hit.Piece> passage,
      @Nullable String passageLang,
      String publisher,
      String dateLabel,
      FileView.Day date,
      List<String> formats,
      LicenseUse use,
      List<Match> why,
      List<FoundColumn> columns) {
    HitView {
      columns = List.copyOf(columns);
      why = List.copyOf(why);
    }

    /** Key of the text that says what binds a word to what was found. */
    static String how(Match match) {
      return "why." + match.how().name().toLowerCase(Locale.ROOT);
    }

    /** Key of the text that says where it was found. */
    static String where(Match match) {
      return "why.in." + match.where().name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A column of a table that a word was found in.
   *
   * @param name what it is called
   * @param address where the dataset's page tells about it
   */
  record FoundColumn(String name, String address) {}

  /**
   * A facet.
   *
   * @param facet which
   * @param label its name
   * @param values those shown
   * @param more where all of them are shown; {@code ""} when they are
   * @param hidden how many are not shown
   */
  record FacetView(
      SearchFacet facet, String label, List<ValueView> values, String more, int hidden) {}

  /**
   * One value of a facet.
   *
   * @param level how deep it lies below others, from 0
   */
  record ValueView(
      String id, String value, String label, String count, boolean isChosen, int level) {}

  /**
   * What was understood beyond the words, and the way back.
   *
   * @param before says what this is
   * @param what a corrected text, a place
   * @param address the search without it
   * @param decline the words of the link
   */
  record Note(String before, String what, String address, String decline) {}

  /**
   * A filter in force.
   *
   * @param label such as Format CSV
   * @param address the search without it
   * @param count what that would find, told where nothing was found
   */
  record Chip(String label, String address, long count) {}

  /** A link to a page of hits; null number is a gap. */
  record PageLink(@Nullable Integer number, String address, boolean isHere) {

    /** Links to the first, the last and the pages around one. */
    static List<PageLink> around(int here, int last, IntFunction<String> address) {
      var links = new ArrayList<PageLink>();
      var previous = 0;
      for (var number : new TreeSet<>(List.of(1, here - 1, here, here + 1, last))) {
        if (number >= 1 && number <= last) {
          if (number - previous > 1) {
            links.add(new PageLink(null, "", false));
          }
          links.add(new PageLink(number, address.apply(number), number == here));
          previous = number;
        }
      }
      return links;
    }
  }

  /** Links to the first, the last and the pages around this one. */
  static List<PageLink> links(SearchChoice choice, int last, String path) {
    return PageLink.around(choice.page(), last, page -> path + choice.withPage(page).query());
  }

  /** The facets above the field for a place, and those below it. */
  List<FacetView> facets(boolean isAbovePlace) {
    return facets.stream()
        .filter(view -> view.facet().compareTo(SearchFacet.PLACE) < 0 == isAbovePlace)
        .toList();
  }

  /** The radii to choose from, in kilometers; another one from the address among them. */
  SortedSet<Integer> radii() {
    var radii = new TreeSet<>(List.of(5, 10, 25, 50));
    if (choice.radius() > 0) {
      radii.add(choice.radius());
    }
    return radii;
  }

  String previous() {
    return choice.page() > 1 ? to(Math.min(choice.page() - 1, lastPage)) : "";
  }

  String next() {
    return choice.page() < lastPage ? to(choice.page() + 1) : "";
  }

  private String to(int number) {
    return frame.address().search() + choice.withPage(number).query();
  }

  String allFiltersRemoved() {
    return frame.address().search() + choice.withoutFilters().query();
  }

  /** What was chosen, as a sentence for paper, where nothing can be pressed; empty for nothing. */
  String printed() {
    var texts = frame.texts();
    var chosen = chips.stream().map(Chip::label).collect(Collectors.joining("; "));
    if (choice.text().isEmpty() && chosen.isEmpty()) {
      return "";
    }
    var words =
        choice.text().isEmpty() ? "" : texts.get("print.words", "words", choice.text()) + " ";
    return (words + (chosen.isEmpty() ? "" : texts.get("print.filters", "filters", chosen)))
        .strip();
  }
}
