package org.allmende.server.files;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.function.Function;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.accounts.Caller;
import org.allmende.catalog.model.DatasetView.DistributionView;
import org.allmende.server.dataset.VisibleEntries;
import org.allmende.server.http.MediaTypes;
import org.allmende.server.http.Problem;
import org.allmende.server.http.RouteTable;
import org.allmende.server.http.Routes;

/**
 * The bytes behind a distribution: the current ones at its download address, one content for ever
 * at {@code /files/{sha256}/{name}}. A distribution that only links elsewhere leads there.
 */
public final class FileRoutes implements Routes {
  private final Catalog catalog;
  private final VisibleEntries entries;
  private final Function<Context, Caller> callers;

  /**
   * @param callers tells who asks: members of an organization get the files of its private datasets
   */
  public FileRoutes(Catalog catalog, Function<Context, Caller> callers) {
    this.callers = callers;
    this.catalog = catalog;
    this.entries = new VisibleEntries(catalog);
  }

  @Override
  public void addTo(RouteTable table) {
    table
        .get("/dataset/{id}/resource/{resource}/download", this::download)
        .get("/dataset/{id}/resource/{resource}/download/{file}", this::download)
        .get("/files/{sha256}/{name}", this::file)
        .open("/files/");
  }

  private void download(Context ctx) throws IOException {
    var entry = entries.require(ctx.pathParam("id"), callers.apply(ctx));
    var distribution =
        entry
            .addresses()
            .distributionById(ctx.pathParam("resource"))
            .flatMap(address -> entries.distribution(entry, address))
            .orElseThrow(() -> noFile(ctx).asException());
    var hash = OwnFiles.hash(distribution, catalog.identity());
    if (hash.isEmpty()) {
      redirect(ctx, distribution);
      return;
    }
    ctx.header("Cache-Control", "no-cache");
    send(ctx, hash.get(), OwnFiles.name(distribution), mediaType(distribution));
  }

  private void redirect(Context ctx, DistributionView distribution) {
    var target =
        distribution
            .downloadUrl()
            .or(distribution::accessUrl)
            .filter(address -> address.matches("https?://.*"))
            .orElseThrow(() -> noFile(ctx).asException());
    ctx.redirect(target, HttpStatus.FOUND);
  }

  private void file(Context ctx) throws IOException {
    var name = ctx.pathParam("name");
    ctx.header("Cache-Control", "public, max-age=31536000, immutable");
    send(ctx, ctx.pathParam("sha256"), name, MediaTypes.ofFileName(name));
  }

  private void send(Context ctx, String hash, String name, String mediaType) throws IOException {
    var path = catalog.files().find(hash).orElseThrow(() -> noFile(ctx).asException());
    new FileAnswer(path, hash, name, mediaType).send(ctx);
  }

  private static String mediaType(DistributionView distribution) {
    return distribution
        .mediaType()
        .filter(type -> type.matches("[a-z]+/[A-Za-z0-9.+-]+"))
        .orElseGet(() -> MediaTypes.ofFileName(OwnFiles.name(distribution)));
  }

  private static Problem noFile(Context ctx) {
    return Problem.notFound("There is no file at " + ctx.path() + ".");
  }
}
