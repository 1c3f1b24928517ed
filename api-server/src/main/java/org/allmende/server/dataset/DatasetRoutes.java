package org.allmende.server.dataset;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.model.Triples;
import org.allmende.server.format.OutputFormat;
import org.allmende.server.format.OutputFormats;
import org.allmende.server.format.rdf.RdfFormat;
import org.allmende.server.http.Answers;
import org.allmende.server.http.ETags;
import org.allmende.server.http.Links;
import org.allmende.server.http.MediaTypes;
import org.allmende.server.http.Negotiation;
import org.allmende.server.http.ParamReader;
import org.allmende.server.http.Problem;
import org.allmende.server.http.Profiles;
import org.allmende.server.http.RouteTable;
import org.allmende.server.http.Routes;
import org.allmende.vocab.profile.Profile;

/**
 * The address that is a dataset's IRI (DESIGN 6): a suffix answers at once in its format; without,
 * {@code Accept} decides between RDF here and the page for people, 303. A distribution's address
 * likewise, with the RDF of its dataset.
 */
public final class DatasetRoutes implements Routes {
  private final Catalog catalog;
  private final Links links;
  private final OutputFormats formats;
  private final VisibleEntries entries;

  public DatasetRoutes(Catalog catalog, Links links, OutputFormats formats) {
    this.catalog = catalog;
    this.links = links;
    this.formats = formats;
    this.entries = new VisibleEntries(catalog);
  }

  @Override
  public void addTo(RouteTable table) {
    table
        .get("/dataset/{id}", this::dataset)
        .get("/dataset/{id}/resource/{resource}", this::distribution)
        .open("/dataset/");
  }

  private void dataset(Context ctx) {
    var asked = Asked.parse(ctx.pathParam("id"));
    if (asked.suffix().equals("ttl") && isAnsweredReady(ctx, asked.name())) {
      return;
    }
    var format = format(asked);
    var entry = entries.require(asked.name());
    if (format.isPresent()) {
      answer(ctx, entry, format.get());
      return;
    }
    negotiate(ctx, entry, "/datensatz/" + entry.addresses().name());
  }

  /**
   * What is asked for most lies packed in the ledger: one look, and nothing to write or compress.
   */
  private boolean isAnsweredReady(Context ctx, String name) {
    if (profile(ctx) != Profile.DCAT_AP_DE) {
      return false;
    }
    var ready = catalog.findReadyTurtle(name);
    ready.ifPresent(
        turtle -> {
          var tag = tag(turtle.sequence(), Profile.DCAT_AP_DE, RdfFormat.TURTLE);
          if (!ETags.isAnswered(ctx, tag)) {
            var type = MediaTypes.utf8(MediaTypes.TURTLE);
            Answers.sendPacked(ctx, type, turtle.gzip(), turtle::text);
          }
        });
    return ready.isPresent();
  }

  /** A sequence number stands for one state of one dataset; the rules, for how it is shown. */
  private String tag(long sequence, Profile profile, OutputFormat format) {
    return ETags.ofParts(sequence, profile.id(), format.suffixes(), catalog.rules());
  }

  private static Profile profile(Context ctx) {
    var in = ParamReader.ofQuery(ctx.queryString());
    var profile = Profiles.last(in);
    in.throwIfProblems(409);
    return profile;
  }

  private void distribution(Context ctx) {
    var asked = Asked.parse(ctx.pathParam("resource"));
    var format = format(asked);
    var entry = entries.require(ctx.pathParam("id"));
    var page = distributionPage(entry, asked.name());
    if (format.isPresent()) {
      answer(ctx, entry, format.get());
      return;
    }
    negotiate(ctx, entry, page);
  }

  /** The page of the file; 410 for one that the dataset no longer has. */
  private String distributionPage(CatalogEntry entry, String id) {
    var name = entry.addresses().name();
    var address =
        entry
            .addresses()
            .distributionById(id)
            .orElseThrow(() -> noDistribution(entry, id).asException());
    var distribution =
        entries
            .distribution(entry, address)
            .orElseThrow(
                () ->
                    Problem.gone("The dataset " + name + " no longer has this file.")
                        .asException());
    return "/datensatz/" + name + "/datei/" + FileName.of(address.number(), distribution);
  }

  private static Problem noDistribution(CatalogEntry entry, String id) {
    return Problem.notFound(
        "The dataset " + entry.addresses().name() + " has no distribution \"" + id + "\".");
  }

  private Optional<OutputFormat> format(Asked asked) {
    if (asked.suffix().isEmpty()) {
      return Optional.empty();
    }
    var format = formats.findBySuffix(asked.suffix());
    if (format.isEmpty()) {
      throw Problem.notFound(
              "Unknown format \"" + asked.suffix() + "\". Known: " + formats.known() + ", json.")
          .asException();
    }
    return format;
  }

  private void negotiate(Context ctx, CatalogEntry entry, String page) {
    Answers.vary(ctx, "Accept");
    var format =
        Negotiation.of(ctx)
            .rdfInsteadOfHtml(formats.mediaTypes())
            .flatMap(formats::findByMediaType);
    if (format.isEmpty()) {
      ctx.redirect(links.local(page), HttpStatus.SEE_OTHER);
      return;
    }
    var suffix = format.get().suffixes().getFirst();
    ctx.header("Content-Location", links.to("/dataset/" + entry.addresses().id() + "." + suffix));
    answer(ctx, entry, format.get());
  }

  private void answer(Context ctx, CatalogEntry entry, OutputFormat format) {
    var profile = profile(ctx);
    if (!ETags.isAnswered(ctx, tag(entry.revision().sequence(), profile, format))) {
      Answers.send(ctx, MediaTypes.utf8(format.mediaType()), body(entry, profile, format));
    }
  }

  private byte[] body(CatalogEntry entry, Profile profile, OutputFormat format) {
    return profile == Profile.DCAT_AP_DE && format == RdfFormat.TURTLE
        ? catalog.turtle(entry)
        : format.write(Triples.of(catalog.describe(entry, profile).graph()));
  }
}
