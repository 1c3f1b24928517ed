package org.allmende.server.feed;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.ledger.LedgerSnapshot;
import org.allmende.catalog.search.Hit;
import org.allmende.catalog.search.Page;
import org.allmende.catalog.search.SearchQuery;
import org.allmende.catalog.search.SearchResult;
import org.allmende.server.feed.FeedSubjects.Subject;
import org.allmende.server.http.Answers;
import org.allmende.server.http.ETags;
import org.allmende.server.http.Links;
import org.allmende.server.http.MediaTypes;
import org.allmende.server.http.ParamReader;
import org.allmende.server.http.Problem;
import org.allmende.server.http.RouteTable;
import org.allmende.server.http.Routes;

/**
 * Feeds of datasets, those changed last first, 20 a page ({@code ckan-api.md} 13): of the catalog,
 * of an organization, a group, a place, a tag, and of any search; as Atom and as JSON Feed.
 */
public final class FeedRoutes implements Routes {

  private static final int PAGE_SIZE = 20;

  /** Pages beyond this are empty anyway. */
  private static final int LAST_PAGE = 100_000_000;

  private final Catalog catalog;
  private final Function<SearchQuery, SearchResult> search;
  private final FeedSubjects subjects;
  private final Links links;

  /**
   * @param search answers from the index
   * @param links today's public address
   */
  public FeedRoutes(
      Catalog catalog,
      Function<SearchQuery, SearchResult> search,
      FeedSubjects subjects,
      Links links) {
    this.catalog = catalog;
    this.search = search;
    this.subjects = subjects;
    this.links = links;
  }

  @Override
  public void addTo(RouteTable table) {
    for (var form : FeedForm.values()) {
      addTo(table, form);
    }
    table.open("/feeds/");
  }

  private void addTo(RouteTable table, FeedForm form) {
    var end = "." + form.suffix();
    table
        .get("/feeds/dataset" + end, ctx -> answer(ctx, form, subjects.everything()))
        .get(
            "/feeds/organization/{name}" + end,
            ctx -> answer(ctx, form, "organization", subjects::findOrganization))
        .get("/feeds/group/{name}" + end, ctx -> answer(ctx, form, "group", subjects::findGroup))
        .get("/feeds/place/{name}" + end, ctx -> answer(ctx, form, "place", subjects::findPlace))
        .get(
            "/feeds/tag/{name}" + end,
            ctx -> answer(ctx, form, subjects.tag(ctx.pathParam("name"))))
        .get(
            "/feeds/custom" + end,
            ctx -> answer(ctx, form, subjects.search(Links.without(parameters(ctx), "page"))));
  }

  private void answer(
      Context ctx, FeedForm form, String kind, Function<String, Optional<Subject>> find) {
    var name = ctx.pathParam("name");
    var subject =
        find.apply(name)
            .orElseThrow(
                () -> Problem.notFound("There is no " + kind + " \"" + name + "\".").asException());
    answer(ctx, form, subject);
  }

  private void answer(Context ctx, FeedForm form, Subject subject) {
    var in = new ParamReader(parameters(ctx));
    var page = in.number("page", 1, 1, LAST_PAGE);
    in.throwIfProblems(400);
    var window = new Page((page - 1) * PAGE_SIZE, PAGE_SIZE);
    var found = search.apply(subject.query().withPage(window));
    var document = form.write(feed(ctx, form, subject, page, found));
    ctx.header("Cache-Control", "no-cache");
    if (!ETags.isAnswered(ctx, ETags.ofBytes(document))) {
      Answers.send(ctx, MediaTypes.utf8(form.mediaType()), document);
    }
  }

  private static Map<String, List<String>> parameters(Context ctx) {
    var query = ctx.queryString();
    return ParamReader.decode(query == null ? "" : query);
  }

  private AtomFeed feed(Context ctx, FeedForm form, Subject subject, int page, SearchResult found) {
    var entries =
        catalog.entries(found.hits().stream().map(Hit::ordinal).toList()).stream()
            .filter(CatalogEntry::isPublic)
            .map(this::entry)
            .toList();
    var settings = catalog.settings();
    var language = settings.language();
    var site = settings.title().in(language).orElseGet(links::url);
    var path = ctx.path().substring(links.rootPath().length());
    var parameters = parameters(ctx);
    return new AtomFeed(
        links.to(path, Links.without(parameters, "page")),
        subject.title().isEmpty() ? site : subject.title() + " – " + site,
        settings.description().in(language).orElse(""),
        language,
        entries.stream()
            .map(AtomFeed.Entry::updated)
            .max(Instant::compareTo)
            .orElseGet(this::lastRecorded),
        site,
        pages(form, path, parameters, subject, page, found.total()),
        entries);
  }

  private Instant lastRecorded() {
    return catalog.ledger().read(LedgerSnapshot::lastRecorded).orElse(Instant.EPOCH);
  }

  private List<AtomFeed.Link> pages(
      FeedForm form,
      String path,
      Map<String, List<String>> parameters,
      Subject subject,
      int page,
      long total) {
    var last = Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
    var pages = new LinkedHashMap<String, Long>();
    pages.put("self", (long) page);
    pages.put("first", 1L);
    if (page > 1) {
      pages.put("prev", Math.min(page - 1L, last));
    }
    if (page < last) {
      pages.put("next", page + 1L);
    }
    pages.put("last", last);
    var all = new ArrayList<AtomFeed.Link>();
    pages.forEach(
        (relation, number) -> {
          var address = links.to(path, Links.with(parameters, "page", number));
          all.add(new AtomFeed.Link(relation, form.mediaType(), address));
        });
    all.add(new AtomFeed.Link("alternate", MediaTypes.HTML, links.to(subject.page())));
    return all;
  }

  private AtomFeed.Entry entry(CatalogEntry entry) {
    var language = catalog.settings().language();
    var view = entry.view();
    var name = entry.addresses().name().value();
    return new AtomFeed.Entry(
        entry.uri().value(),
        view.title().in(language).map(String::strip).orElse(name),
        entry.record().modified(),
        entry.record().created(),
        entry.publisher().title(),
        view.abstractText().in(language),
        view.keywords(),
        List.of(
            new AtomFeed.Link("alternate", MediaTypes.HTML, links.to("/datensatz/" + name)),
            new AtomFeed.Link(
                "enclosure",
                MediaTypes.JSON,
                links.to("/api/3/action/package_show", Map.of("id", List.of(name))))));
  }
}
