package org.allmende.server.statistics;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.allmende.server.http.MediaTypes;
import org.allmende.server.http.Route;
import org.allmende.server.statistics.DayCounts.Subject;

/**
 * How the answers of one route are counted. Learns the parts of the route's own path, never what
 * else a client sent, so that nobody can write into the statistics what he likes.
 */
final class Visit {
  /** What is for the house itself, and what pages and browsers ask for without anybody's wish. */
  private static final List<String> UNCOUNTED =
      List.of(
          "/health/",
          "/metrics",
          "/static/",
          "/robots.txt",
          "/sitemap",
          "/darstellung",
          "/statistik");

  private static final List<String> SUGGESTIONS =
      List.of("/suche/vorschlaege", "/en/search/suggestions");

  private static final Map<String, Counted> KINDS =
      Map.of(
          "/datensatz/{slug}", Counted.DATASET,
          "/datensatz/{slug}/datei/{file}", Counted.FILE,
          "/datensatz/{slug}/datei/{file}/auswahl.{form}", Counted.DOWNLOAD,
          "/dataset/{id}/resource/{resource}/download", Counted.DOWNLOAD,
          "/files/{sha256}", Counted.DOWNLOAD);

  /** Ways of one thing that are counted as one. */
  private static final Map<String, String> SAME =
      Map.of(
          "/en/dataset/{slug}", "/datensatz/{slug}",
          "/en/dataset/{slug}/file/{file}", "/datensatz/{slug}/datei/{file}",
          "/en/dataset/{slug}/file/{file}/selection.{form}",
              "/datensatz/{slug}/datei/{file}/auswahl.{form}",
          "/dataset/{id}/resource/{resource}/download/{file}",
              "/dataset/{id}/resource/{resource}/download",
          "/files/{sha256}/{name}", "/files/{sha256}");

  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

  private final String path;
  private final Optional<Counted> kind;

  /** True once the route has answered with a page; 304 has no media type of its own. */
  private volatile boolean isPage;

  private Visit(String path) {
    this.path = path;
    this.kind = Optional.ofNullable(KINDS.get(path));
  }

  /** How a route is counted; empty for one that is not. */
  static Optional<Visit> of(Route route) {
    return Optional.of(route)
        .filter(r -> r.method().equals("GET"))
        .map(Route::path)
        .filter(path -> UNCOUNTED.stream().noneMatch(path::startsWith))
        .filter(path -> !SUGGESTIONS.contains(path))
        .map(path -> new Visit(SAME.getOrDefault(path, path)));
  }

  /** What an answer that was given counts for; empty when it counts for nothing. */
  Optional<Subject> subject(Context ctx) {
    if (!isAnswer(ctx)) {
      return Optional.empty();
    }
    if (kind.isPresent()) {
      return Optional.of(new Subject(kind.get(), filled(ctx)));
    }
    return Optional.of(
        isPage(ctx)
            ? new Subject(Counted.PAGE, filled(ctx))
            : new Subject(Counted.INTERFACE, action(ctx)));
  }

  /** What reached somebody, or what he has already; the later parts of a file count no more. */
  private boolean isAnswer(Context ctx) {
    var status = ctx.statusCode();
    return switch (status) {
      case 200 -> true;
      case 302 -> kind.equals(Optional.of(Counted.DOWNLOAD));
      case 304 -> !kind.equals(Optional.of(Counted.DOWNLOAD));
      case 206 -> String.valueOf(ctx.header("Range")).strip().startsWith("bytes=0-");
      default -> false;
    };
  }

  private boolean isPage(Context ctx) {
    if (ctx.statusCode() == 200) {
      var type = ctx.res().getContentType();
      isPage = type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaTypes.HTML);
    }
    return isPage;
  }

  /** The address that was asked for, as the route has it. */
  private String filled(Context ctx) {
    return path.indexOf('{') < 0
        ? path
        : PARAMETER
            .matcher(path)
            .replaceAll(found -> Matcher.quoteReplacement(ctx.pathParam(found.group(1))));
  }

  /** Actions are told apart; of all else the kind of address is enough. */
  private String action(Context ctx) {
    return path.endsWith("/{action}") ? "/api/3/action/" + ctx.pathParam("action") : path;
  }
}
