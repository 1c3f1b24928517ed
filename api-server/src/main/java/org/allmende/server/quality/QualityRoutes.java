package org.allmende.server.quality;

import io.javalin.http.Context;
import java.util.List;
import java.util.function.Function;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.model.Triples;
import org.allmende.catalog.quality.Assessment;
import org.allmende.catalog.quality.CatalogQuality;
import org.allmende.catalog.quality.CatalogQuality.PublisherQuality;
import org.allmende.server.dataset.VisibleEntries;
import org.allmende.server.format.OutputFormats;
import org.allmende.server.http.Answers;
import org.allmende.server.http.ETags;
import org.allmende.server.http.Links;
import org.allmende.server.http.MediaTypes;
import org.allmende.server.http.ParamReader;
import org.allmende.server.http.Problem;
import org.allmende.server.http.RouteTable;
import org.allmende.server.http.Routes;
import org.allmende.vocab.profile.Profile;

/**
 * The quality of the catalog ({@code /qualitaet.json}), of a publisher's datasets ({@code
 * ?herausgeber=NAME}), of a dataset ({@code /datensatz/{slug}/qualitaet.json}): as JSON, or in the
 * Data Quality Vocabulary in every RDF syntax.
 */
public final class QualityRoutes implements Routes {
  private static final String JSON = "json";

  private final Catalog catalog;
  private final VisibleEntries entries;
  private final OutputFormats formats;
  private final QualityGraph graphs;

  public QualityRoutes(Catalog catalog, Links links, OutputFormats formats) {
    this.catalog = catalog;
    this.entries = new VisibleEntries(catalog);
    this.formats = formats;
    this.graphs = new QualityGraph(links);
  }

  @Override
  public void addTo(RouteTable table) {
    table
        .get("/qualitaet.{suffix}", this::catalog)
        .get("/datensatz/{slug}/qualitaet.{suffix}", this::dataset);
  }

  private void catalog(Context ctx) {
    var in = ParamReader.ofQuery(ctx.queryString());
    var language = in.choice("lang", List.of("de", "en"), catalog.settings().language());
    var publisher = in.find("herausgeber");
    in.throwIfProblems(400);
    var quality = catalog.quality();
    if (publisher.isPresent()) {
      var found = require(quality, publisher.get());
      answer(
          ctx,
          found.organization().iri(),
          found.assessment(),
          iri -> new QualityJson(language).publisher(found));
      return;
    }
    answer(
        ctx,
        catalog.identity().catalogIri(),
        quality.assessment(),
        iri -> new QualityJson(language).catalog(quality));
  }

  private static PublisherQuality require(CatalogQuality quality, String name) {
    return quality
        .find(name)
        .orElseThrow(
            () ->
                Problem.notFound("No organization \"" + name + "\" publishes anything here.")
                    .asException());
  }

  private void dataset(Context ctx) {
    var in = ParamReader.ofQuery(ctx.queryString());
    var language = in.choice("lang", List.of("de", "en"), catalog.settings().language());
    in.throwIfProblems(400);
    var entry = entries.require(ctx.pathParam("slug"));
    var assessment = catalog.quality(entry);
    answer(
        ctx,
        entry.uri().value(),
        assessment,
        iri ->
            new QualityJson(language)
                .dataset(
                    entry,
                    assessment,
                    entry.verdict().findings(),
                    catalog.changes(entry, Profile.DCAT_AP_DE)));
  }

  private void answer(
      Context ctx, String iri, Assessment assessment, Function<String, byte[]> json) {
    var suffix = ctx.pathParam("suffix");
    ctx.header("Access-Control-Allow-Origin", "*");
    if (suffix.equals(JSON)) {
      send(ctx, MediaTypes.JSON, json.apply(iri));
      return;
    }
    var format =
        formats
            .findBySuffix(suffix)
            .orElseThrow(
                () ->
                    Problem.notFound(
                            "Unknown format \""
                                + suffix
                                + "\". Known: "
                                + JSON
                                + ", "
                                + formats.known()
                                + ".")
                        .asException());
    send(ctx, format.mediaType(), format.write(Triples.of(graphs.of(iri, assessment))));
  }

  private static void send(Context ctx, String mediaType, byte[] body) {
    if (!ETags.isAnswered(ctx, ETags.ofBytes(body))) {
      Answers.send(ctx, MediaTypes.utf8(mediaType), body);
    }
  }
}
