package org.allmende.server.ckan;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.allmende.catalog.accounts.Caller;
import org.allmende.server.http.Answers;
import org.allmende.server.http.Links;
import org.allmende.server.http.MediaTypes;
import org.allmende.server.http.Problem;
import org.allmende.server.http.RouteTable;
import org.allmende.server.http.Routes;

/**
 * The addresses that CKAN has for sources of harvests ({@code ckan-api.md} 12): they lead to the
 * same facts as JSON, and an object is what the source said, as Turtle.
 */
final class HarvestPageRoutes implements Routes {

  private final CkanSite site;
  private final HarvestSources sources;
  private final HarvestObjects objects;

  HarvestPageRoutes(CkanSite site, HarvestSources sources) {
    this.site = site;
    this.sources = sources;
    this.objects = new HarvestObjects(site);
  }

  @Override
  public void addTo(RouteTable table) {
    table
        .get("/harvest", ctx -> seeOther(ctx, "/api/3/action/harvest_source_list"))
        .get("/harvest/object/{id}", this::object)
        .get("/harvest/{name}", this::source)
        .open("/harvest");
  }

  private void source(Context ctx) {
    var name = ctx.pathParam("name");
    if (sources.find(name).isEmpty()) {
      throw Problem.notFound("There is no harvest source \"" + name + "\".").asException();
    }
    var id = URLEncoder.encode(name, StandardCharsets.UTF_8);
    seeOther(ctx, "/api/3/action/harvest_source_show?id=" + id);
  }

  private void seeOther(Context ctx, String path) {
    ctx.status(303);
    ctx.header("Location", new Links(site.catalog().identity().url()).local(path));
  }

  private void object(Context ctx) {
    try {
      var entry = objects.require(ctx.pathParam("id"), Caller.anonymous());
      Answers.send(ctx, MediaTypes.utf8(MediaTypes.TURTLE), HarvestObjects.content(entry));
    } catch (CkanException e) {
      throw Problem.of(e.status(), e.explanation()).asException();
    }
  }
}
