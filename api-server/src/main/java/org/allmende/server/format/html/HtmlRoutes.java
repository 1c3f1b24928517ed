package org.allmende.server.format.html;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.model.Organization;
import org.allmende.catalog.search.AssistedSearch;
import org.allmende.catalog.search.IndexWords;
import org.allmende.catalog.search.SearchQuery;
import org.allmende.catalog.search.SearchResult;
import org.allmende.catalog.search.place.Gazetteer;
import org.allmende.catalog.search.suggest.Suggester;
import org.allmende.server.ckan.CkanPackages;
import org.allmende.server.dataset.Tombstone;
import org.allmende.server.http.Answers;
import org.allmende.server.http.HttpServer;
import org.allmende.server.http.Links;
import org.allmende.server.http.MediaTypes;
import org.allmende.server.http.Negotiation;
import org.allmende.server.http.ParamReader;
import org.allmende.server.http.Problem;
import org.allmende.server.http.ProblemWriter;
import org.allmende.server.http.RouteTable;
import org.allmende.server.http.Routes;
import org.allmende.server.preview.PreparedTables;
import org.allmende.vocab.codelist.CodeLists;

/**
 * The pages for people, in German and in English ({@code web-ui.md} 4): complete without a script,
 * with a strong tag each, loading nothing but our own style sheet and icon.
 *
 * <p>They come last in the route table: {@code /de/…} leads to the German page unless another
 * feature, such as CKAN's API, has taken the address before.
 */
public final class HtmlRoutes implements Routes {

  private static final Map<String, String> RDF_SUFFIXES =
      Map.of(
          MediaTypes.TURTLE, "ttl",
          MediaTypes.RDF_XML, "rdf",
          MediaTypes.JSON_LD, "jsonld",
          MediaTypes.N_TRIPLES, "nt",
          MediaTypes.N3, "n3");

  private final Catalog catalog;
  private final Links links;
  private final StaticFiles assets;
  private final Pages pages;
  private final StartPages starts;
  private final ErrorPages errors;
  private final TopicRoutes topics;
  private final GuideRoutes guides;
  private final DutyRoutes duties;
  private final SearchPageRoutes searches;
  private final DatasetPageRoutes datasets;
  private final DatasetTwinRoutes datasetTwins;
  private final EmbedRoutes embeds;
  private final OEmbedRoutes oEmbed;
  private final SuggestionRoutes suggestions;
  private final PageSender sender = new PageSender();

  /**
   * @param search answers from the index
   * @param words what else the index knows
   * @param packages the JSON of datasets, shared with CKAN's API
   * @param tables the tables behind the files
   * @param boundaries those that were imported
   * @param figures what the start page tells
   * @param isBehind whether the index has yet to see the newest changes
   * @param site what the operator says about the site
   */
  public HtmlRoutes(
      Catalog catalog,
      Function<SearchQuery, SearchResult> search,
      IndexWords words,
      CkanPackages packages,
      PreparedTables tables,
      org.allmende.harvest.place.Gazetteer boundaries,
      CatalogFigures figures,
      BooleanSupplier isBehind,
      Site site) {
    this.catalog = catalog;
    this.links = site.links();
    this.assets = new StaticFiles(site);
    var gazetteer = new Gazetteer(catalog.settings().municipality());
    var assisted = new AssistedSearch(search, words::respell, gazetteer);
    var help = new PageSearch.SearchHelp(search, assisted, gazetteer, catalog.clock());
    var frames = new Frames(catalog, site, assets);
    this.pages = new Pages(catalog, help, frames, new KnownRows(catalog, tables), isBehind);
    this.starts = new StartPages(catalog, search, frames, pages, figures);
    this.errors = new ErrorPages(pages, help, frames);
    var lists = new SearchTable(help, pages);
    var all = new TopicPages(catalog, search, boundaries, frames, pages);
    var twins = new TopicTwins(all, packages, lists, new TopicGraph(catalog, all));
    this.topics = new TopicRoutes(all, twins, sender, links);
    this.guides = new GuideRoutes(catalog, search, figures.bulk(), frames, sender);
    this.duties = new DutyRoutes(site, frames, sender);
    this.searches = new SearchPageRoutes(catalog, help, packages, lists, pages, sender);
    this.datasets = new DatasetPageRoutes(catalog, pages, sender);
    this.datasetTwins = new DatasetTwinRoutes(catalog, pages);
    this.embeds = new EmbedRoutes(catalog, pages, sender, site.embedding());
    this.oEmbed = new OEmbedRoutes(catalog, frames, links);
    this.suggestions =
        new SuggestionRoutes(
            new Suggester(search, words::titles, this::publisherTitle, gazetteer), links);
  }

  @Override
  public void addTo(RouteTable table) {
    searches.addTo(table);
    suggestions.addTo(table);
    datasets.addTo(table);
    datasetTwins.addTo(table);
    embeds.addTo(table);
    oEmbed.addTo(table);
    topics.addTo(table);
    guides.addTo(table);
    duties.addTo(table);
    table.get("/static/{fingerprint}/{name}", assets::answer);
    table.get("/darstellung", this::theme);
    table.get("/robots.txt", this::robots);
    table.get("/dataset", this::moveSearch);
    table.get("/package", this::moveFromPackage);
    table.get("/package/<page>", this::moveFromPackage);
    table.get("/organization/{name}", this::organization);
    table.get("/group/{name}", this::group);
    table.get("/en", ctx -> start(ctx, "en"));
    table.get("/", this::root);
    table.get("/de", ctx -> movePermanently(ctx, links.local("/")));
    table.get("/de/<page>", this::moveFromGerman);
    table.problems("/", problems());
  }

  /** The address of the catalog itself: whoever prefers RDF is led to it. */
  private void root(Context ctx) {
    Answers.vary(ctx, "Accept");
    var accept = Optional.ofNullable(ctx.header("Accept")).filter(text -> !text.isBlank());
    var rdf =
        accept.flatMap(
            text -> Negotiation.parse(text).rdfInsteadOfHtml(List.copyOf(RDF_SUFFIXES.keySet())));
    if (rdf.isPresent()) {
      ctx.status(303);
      ctx.header("Location", links.local("/catalog." + RDF_SUFFIXES.get(rdf.get())));
    } else {
      start(ctx, "de");
    }
  }

  private void start(Context ctx, String language) {
    send(ctx, "start.jte", starts.page(language));
  }

  private String publisherTitle(String name) {
    return catalog.findOrganization(name).map(Organization::title).orElse(name);
  }

  /** The IRI of a publisher leads to what it published, by id or name. */
  private void organization(Context ctx) {
    var asked = ctx.pathParam("name");
    var organization =
        catalog
            .findOrganization(asked)
            .orElseThrow(
                () -> Problem.notFound("There is no organization " + asked + ".").asException());
    seeOther(ctx, "/herausgeber/" + organization.name());
  }

  /** CKAN's address of a theme leads to its datasets. */
  private void group(Context ctx) {
    var asked = ctx.pathParam("name");
    var theme =
        CodeLists.themes()
            .find(asked)
            .orElseThrow(() -> Problem.notFound("There is no group " + asked + ".").asException());
    seeOther(ctx, "/thema/" + theme.code().toLowerCase(Locale.ROOT));
  }

  private void seeOther(Context ctx, String path) {
    ctx.status(303);
    ctx.header("Location", links.local(path));
  }

  /** CKAN's search page had other keys for the same choices ({@code ckan-api.md} 14). */
  private void moveSearch(Context ctx) {
    var in = ParamReader.ofQuery(ctx.queryString());
    movePermanently(ctx, links.local("/suche") + CkanSearchAddress.ours(in));
  }

  /**
   * German pages have one address each, without a language before it. What follows is taken as it
   * was sent, and begins with one slash alone: two, or a backslash, would name another host.
   */
  private void moveFromGerman(Context ctx) {
    movePermanently(ctx, links.local(behind("/de", ctx)));
  }

  /** CKAN called datasets packages, long ago. */
  private void moveFromPackage(Context ctx) {
    movePermanently(ctx, links.local("/dataset" + behind("/package", ctx)));
  }

  private String behind(String prefix, Context ctx) {
    var sent = ctx.req().getRequestURI().replace("\\", "%5C").replaceAll("/{2,}", "/");
    var query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
    return sent.substring(links.rootPath().length() + prefix.length()) + query;
  }

  private static void movePermanently(Context ctx, String address) {
    ctx.status(301);
    ctx.header("Location", address);
  }

  private void robots(Context ctx) {
    var root = links.rootPath();
    var rules = new StringBuilder("User-agent: *\n");
    for (var path :
        List.of(
            "/api/",
            "/de/api/",
            "/en/api/",
            "/sparql",
            "/entwickler/api/aufruf",
            "/suche?*q=",
            "/suche?*&*&",
            "/en/search?*q=",
            "/en/search?*&*&")) {
      rules.append("Disallow: ").append(root).append(path).append('\n');
    }
    previews(root, rules);
    rules.append("Sitemap: ").append(links.to("/sitemap.xml")).append('\n');
    Answers.text(ctx, rules.toString());
  }

  /** Of the rows of a file the first five pages are enough; page 1 has no number. */
  private static void previews(String root, StringBuilder rules) {
    for (var files : List.of("/datensatz/*/datei/*", "/en/dataset/*/file/*")) {
      for (var closed : List.of("suche=", "seite=", "/auswahl.", "/selection.")) {
        rules.append("Disallow: ").append(root).append(files).append(closed).append('\n');
      }
      for (var page = 2; page <= 5; page++) {
        rules.append("Allow: ").append(root).append(files).append("?seite=").append(page);
        rules.append("$\n");
      }
    }
  }

  private void send(Context ctx, String template, Object page) {
    sender.send(ctx, template, page);
  }

  /** The switch of the theme: keeps the choice, and leads back to where it was made. */
  private void theme(Context ctx) {
    var in = ParamReader.ofQuery(ctx.queryString());
    var theme = in.find("wahl").flatMap(Theme::find).orElse(Theme.SYSTEM);
    var back = in.find("zurueck").filter(HtmlRoutes::isOurs).orElse("/");
    if (theme == Theme.SYSTEM) {
      ctx.removeCookie(Theme.COOKIE, cookiePath());
    } else {
      ctx.cookie(themeCookie(theme));
    }
    ctx.header("Cache-Control", "no-store");
    seeOther(ctx, back);
  }

  private Cookie themeCookie(Theme theme) {
    var cookie = new Cookie(Theme.COOKIE, theme.key());
    cookie.setPath(cookiePath());
    cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.LAX);
    return cookie;
  }

  private String cookiePath() {
    return links.rootPath() + "/";
  }

  /** A path of this site: one slash and no other host behind it. */
  private static boolean isOurs(String path) {
    return path.matches("/([^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*)?");
  }

  /** Problems as pages for those who ask for pages, else as problem JSON. */
  private ProblemWriter problems() {
    var json = ProblemWriter.json();
    return (problem, ctx) -> {
      Answers.vary(ctx, "Accept");
      if (wantsPage(ctx)) {
        sendProblem(problem, ctx);
      } else {
        json.write(problem, ctx);
      }
    };
  }

  private static boolean wantsPage(Context ctx) {
    var accept = ctx.header("Accept");
    return accept != null
        && Negotiation.parse(accept).quality(MediaTypes.HTML) > 0
        && accept.contains(MediaTypes.HTML);
  }

  private void sendProblem(Problem problem, Context ctx) {
    var asked = new ErrorPages.Asked(HttpServer.pathBelowRoot(ctx), ctx.queryString());
    var page =
        tombstone(problem, asked)
            .map(tombstone -> errors.gone(tombstone, asked))
            .orElseGet(() -> errors.of(problem, asked));
    sender.sendError(ctx, "error.jte", page);
  }

  /** What stands at an address of a dataset that is gone, also when a suffix names a format. */
  private Optional<Tombstone> tombstone(Problem problem, ErrorPages.Asked asked) {
    var path = asked.path();
    var last = path.substring(path.lastIndexOf('/') + 1).replaceAll("\\.[a-z]+$", "");
    return Optional.of(last)
        .filter(name -> problem.status() == 410)
        .flatMap(catalog::find)
        .flatMap(entry -> Tombstone.of(entry, catalog, asked.language()));
  }
}
