package org.allmende.server.format.html;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.allmende.server.dataset.Tombstone;
import org.allmende.server.format.html.PageSearch.SearchHelp;
import org.allmende.server.format.html.SearchPage.HitView;
import org.allmende.server.http.Links;
import org.allmende.server.http.ParamReader;
import org.allmende.server.http.Problem;
import org.jspecify.annotations.Nullable;

/** Says what went wrong, what it means, and what can be done next ({@code web-ui.md} 11). */
final class ErrorPages {
  private static final int MATCHES = 3;

  /** More of a wrong value says no more. */
  private static final int LONGEST_VALUE = 80;

  private final Pages pages;
  private final SearchHelp help;
  private final Frames frames;

  ErrorPages(Pages pages, SearchHelp help, Frames frames) {
    this.pages = pages;
    this.help = help;
    this.frames = frames;
  }

  /**
   * What was asked for.
   *
   * @param path below the root path
   * @param query as it was sent
   */
  record Asked(String path, @Nullable String query) {

    String language() {
      return path.equals("/en") || path.startsWith("/en/") ? "en" : "de";
    }

    /** The words of the address, for a search: most lost visitors followed an old link. */
    String words() {
      var last = path.substring(path.lastIndexOf('/') + 1).replaceAll("\\.[a-z]+$", "");
      var words = last.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
      return words.length() <= 100 ? words : "";
    }
  }

  /** The page of a problem, with the right words for its status. */
  ErrorPage of(Problem problem, Asked asked) {
    var texts = Texts.of(asked.language());
    var key = key(problem, texts);
    var explanation =
        problem
            .parameter()
            .map(name -> texts.get("error.parameter", "parameter", name))
            .orElseGet(() -> texts.get(key + ".text"));
    return page(
        texts.get(key),
        explanation,
        details(problem, asked, texts),
        without(problem, asked),
        problem.status() == 404 || problem.status() == 410 ? asked.words() : "",
        texts);
  }

  private static String key(Problem problem, Texts texts) {
    var own = "error." + problem.status();
    return texts.find(own).isPresent() ? own : problem.status() < 500 ? "error.400" : "error.500";
  }

  /** The page at the address of a dataset that is gone. */
  ErrorPage gone(Tombstone tombstone, Asked asked) {
    var texts = Texts.of(asked.language());
    var day = texts.date(tombstone.at(), tombstone.zone());
    var key = tombstone.bySource() ? "error.410.source" : "error.410.person";
    var explanation = texts.get(key, "title", tombstone.title(), "date", day);
    return page(texts.get("error.410"), explanation, List.of(), "", asked.words(), texts);
  }

  private static List<Localized> details(Problem problem, Asked asked, Texts texts) {
    var details = new ArrayList<Localized>();
    problem.parameter().ifPresent(name -> details.addAll(values(name, problem, asked, texts)));
    problem.retryAfter().ifPresent(wait -> details.add(plain(retry(wait, texts))));
    problem
        .reference()
        .ifPresent(number -> details.add(plain(texts.get("error.reference", "number", number))));
    return details;
  }

  /** What came, and what could have come. */
  private static List<Localized> values(String name, Problem problem, Asked asked, Texts texts) {
    var values = new ArrayList<Localized>();
    var came = ParamReader.ofQuery(asked.query()).text(name).strip();
    if (!came.isEmpty()) {
      values.add(plain(texts.get("error.value", "value", shortened(came))));
    }
    values.add(
        texts
            .find("error.allowed." + name)
            .map(allowed -> plain(texts.get("error.allowed", "allowed", allowed)))
            .orElseGet(() -> new Localized(problem.detail(), "en")));
    return values;
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_VALUE
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_VALUE)) + " …";
  }

  private static String retry(Duration wait, Texts texts) {
    return wait.toSeconds() < 120
        ? texts.count("error.retry.seconds", Math.max(1, wait.toSeconds()))
        : texts.count("error.retry.minutes", wait.plusSeconds(59).toMinutes());
  }

  private static Localized plain(String text) {
    return new Localized(text, null);
  }

  /** The same address without the parameter that was wrong. */
  private String without(Problem problem, Asked asked) {
    var parameter = problem.parameter();
    if (parameter.isEmpty() || asked.query() == null) {
      return "";
    }
    var rest = Links.without(ParamReader.decode(asked.query()), parameter.get());
    var address = frames.address(asked.language());
    return address.machine(
        address.links().to(asked.path(), rest).substring(address.links().url().length()));
  }

  private ErrorPage page(
      String heading,
      String explanation,
      List<Localized> details,
      String without,
      String words,
      Texts texts) {
    var language = texts.language();
    var frame =
        frames.of(
            language,
            texts.get("error.title", "what", heading),
            Frame.Here.NOWHERE,
            List.of(),
            true);
    return new ErrorPage(
        frame.notIndexed(),
        heading,
        explanation,
        details,
        without,
        words,
        matches(words, language));
  }

  /** The datasets that a lost visitor may have looked for. */
  private List<HitView> matches(String words, String language) {
    if (words.isEmpty()) {
      return List.of();
    }
    var asked = ParamReader.ofQuery("q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    var found = new PageSearch(help, SearchChoice.read(asked)).hits();
    return pages.hits(found, language).stream().limit(MATCHES).toList();
  }
}
