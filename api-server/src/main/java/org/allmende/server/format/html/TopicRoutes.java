package org.allmende.server.format.html;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import org.allmende.server.http.Links;
import org.allmende.server.http.Problem;
import org.allmende.server.http.RouteTable;
import org.allmende.server.http.Routes;

/**
 * The lists of themes, publishers and places, the page of each ({@code web-ui.md} 4, 7.5), and all
 * of them for machines. A topic that is asked for by another of its names is elsewhere: 301.
 */
final class TopicRoutes implements Routes {
  private final TopicPages pages;
  private final TopicTwins twins;
  private final PageSender sender;
  private final Links links;

  TopicRoutes(TopicPages pages, TopicTwins twins, PageSender sender, Links links) {
    this.pages = pages;
    this.twins = twins;
    this.sender = sender;
    this.links = links;
  }

  @Override
  public void addTo(RouteTable table) {
    for (var kind : TopicKind.values()) {
      for (var language : List.of("de", "en")) {
        addTo(table, kind, language);
      }
    }
  }

  private void addTo(RouteTable table, TopicKind kind, String language) {
    var list = kind.listPath(language);
    var page = kind.pagePath(language, "{key}");
    table
        .get(list, ctx -> sender.send(ctx, "list.jte", pages.list(kind, language)))
        .get(
            list + ".{suffix}",
            ctx -> twins.sendList(ctx, ctx.pathParam("suffix"), pages.list(kind, language)))
        .get(
            page + ".{suffix}",
            ctx -> {
              var suffix = ctx.pathParam("suffix");
              one(
                  ctx,
                  kind,
                  language,
                  "." + suffix,
                  (c, found) -> twins.sendTopic(c, suffix, found));
            })
        .get(
            page,
            ctx -> one(ctx, kind, language, "", (c, found) -> sender.send(c, "topic.jte", found)));
  }

  private void one(
      Context ctx,
      TopicKind kind,
      String language,
      String end,
      BiConsumer<Context, TopicPage> answer) {
    var asked = ctx.pathParam("key");
    var topic =
        pages
            .find(kind, asked, language)
            .orElseThrow(
                () -> Problem.notFound("There is nothing at " + ctx.path() + ".").asException());
    if (topic.key().equals(asked)) {
      answer.accept(ctx, pages.page(topic, language));
    } else {
      var key = URLEncoder.encode(topic.key(), StandardCharsets.UTF_8);
      ctx.status(301);
      ctx.header("Location", links.local(kind.pagePath(language, key) + end));
    }
  }
}
