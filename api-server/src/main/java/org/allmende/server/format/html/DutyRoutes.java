package org.allmende.server.format.html;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.allmende.server.http.RouteTable;
import org.allmende.server.http.Routes;

/**
 * The duty pages. What only the operator can say stands in the settings; where it is missing, the
 * page says what belongs there, no page leads to it, and search engines do not list it.
 */
final class DutyRoutes implements Routes {
  private final Site site;
  private final Frames frames;
  private final PageSender sender;
  private final Supplier<List<Library>> libraries = new Once();

  DutyRoutes(Site site, Frames frames, PageSender sender) {
    this.site = site;
    this.frames = frames;
    this.sender = sender;
  }

  /** The list of libraries, read when it is first asked for. */
  private static final class Once implements Supplier<List<Library>> {
    private List<Library> read = List.of();

    @Override
    public synchronized List<Library> get() {
      if (read.isEmpty()) {
        read = Library.all();
      }
      return read;
    }
  }

  @Override
  public void addTo(RouteTable table) {
    for (var duty : Duty.values()) {
      table.get(duty.path("de"), ctx -> sender.send(ctx, "duty.jte", page(duty, "de")));
      table.get(duty.path("en"), ctx -> sender.send(ctx, "duty.jte", page(duty, "en")));
    }
  }

  private DutyPage page(Duty duty, String language) {
    var texts = Texts.of(language);
    var key = "duty." + duty.setting();
    var heading = texts.get(key);
    var isComplete = site.isComplete(duty);
    var frame = frames.of(language, heading, address -> address.duty(duty));
    return new DutyPage(
        isComplete ? frame : frame.notIndexed(),
        heading,
        isComplete ? "" : texts.get(key + ".missing"),
        "pages." + duty.setting(),
        site.text(duty, language).orElse(null),
        sections(texts, key),
        duty == Duty.LICENSES ? libraries.get() : List.of());
  }

  /** The program's own sections: as many as there are texts. */
  private static List<DutyPage.Section> sections(Texts texts, String key) {
    var sections = new ArrayList<DutyPage.Section>();
    for (var number = 1; texts.find(key + "." + number).isPresent(); number++) {
      sections.add(
          new DutyPage.Section(
              "abschnitt-" + number,
              texts.get(key + "." + number),
              texts.get(key + "." + number + ".text")));
    }
    return sections;
  }
}
