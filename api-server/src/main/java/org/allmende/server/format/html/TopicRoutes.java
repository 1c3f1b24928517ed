package org.allmende.server.format.html;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.BiFunction;
import org.allmende.server.http.Problem;
import org.allmende.server.http.RouteTable;
import org.allmende.server.http.Routes;

/** The lists of themes, publishers and places, and the page of each ({@code web-ui.md} 4, 7.5). */
final class TopicRoutes implements Routes {
  private final TopicPages pages;
  private final PageSender sender;

  TopicRoutes(TopicPages pages, PageSender sender) {
    this.pages = pages;
    this.sender = sender;
  }

  @Override
  public void addTo(RouteTable table) {
    table
        .get("/themen", ctx -> sender.send(ctx, "list.jte", pages.themes("de")))
        .get("/en/themes", ctx -> sender.send(ctx, "list.jte", pages.themes("en")))
        .get("/thema/{code}", ctx -> one(ctx, "code", pages::theme, "de"))
        .get("/en/theme/{code}", ctx -> one(ctx, "code", pages::theme, "en"))
        .get("/herausgeber", ctx -> sender.send(ctx, "list.jte", pages.publishers("de")))
        .get("/en/publishers", ctx -> sender.send(ctx, "list.jte", pages.publishers("en")))
        .get("/herausgeber/{name}", ctx -> one(ctx, "name", pages::publisher, "de"))
        .get("/en/publisher/{name}", ctx -> one(ctx, "name", pages::publisher, "en"))
        .get("/orte", ctx -> sender.send(ctx, "list.jte", pages.places("de")))
        .get("/en/places", ctx -> sender.send(ctx, "list.jte", pages.places("en")))
        .get("/ort/{key}", ctx -> one(ctx, "key", pages::place, "de"))
        .get("/en/place/{key}", ctx -> one(ctx, "key", pages::place, "en"));
  }

  private void one(
      Context ctx,
      String parameter,
      BiFunction<String, String, Optional<TopicPage>> page,
      String language) {
    var asked = ctx.pathParam(parameter);
    var found =
        page.apply(asked, language)
            .orElseThrow(
                () -> Problem.notFound("There is nothing at " + ctx.path() + ".").asException());
    sender.send(ctx, "topic.jte", found);
  }
}
