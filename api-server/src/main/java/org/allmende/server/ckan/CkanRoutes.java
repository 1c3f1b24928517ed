package org.allmende.server.ckan;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.search.SearchQuery;
import org.allmende.catalog.search.SearchResult;
import org.allmende.server.dataset.Tombstone;
import org.allmende.server.harvest.HarvestRoutes;
import org.allmende.server.http.Answers;
import org.allmende.server.http.MediaTypes;
import org.allmende.server.http.ParamReader;
import org.allmende.server.http.Problem;
import org.allmende.server.http.RouteTable;
import org.allmende.server.http.Routes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * CKAN's Action API over HTTP: the addresses of {@code ckan-api.md} 1.1, with and without a
 * language before them, the envelope of its section 3, JSONP and CORS; and the JSON of one dataset
 * at {@code /dataset/{id}.json}.
 */
public final class CkanRoutes implements Routes {

  private static final Logger LOG = LoggerFactory.getLogger(CkanRoutes.class);
  private static final Pattern CALLBACK = Pattern.compile("[A-Za-z0-9_.$\\[\\]]+");
  private static final List<String> LANGUAGES = List.of("", "/de", "/en");

  /** CKAN answers the first two with 404 by now; clients of its first years still ask there. */
  private static final List<String> ACTION_VERSIONS = List.of("/1", "/2", "/3", "");

  /** What a form has beside its file, at most. */
  private static final long FORM_BYTES = 16L * 1024 * 1024;

  private final CkanSite site;
  private final CkanSettings settings;
  private final SiteActions siteActions;
  private final CkanCallers callers;
  private final UtilRoutes util;
  private final HarvestPageRoutes harvestPages;
  private final Map<String, CkanAction> actions = new LinkedHashMap<>();

  /**
   * @param search answers from the index
   * @param position the sequence number that the index has reached; costs next to nothing
   * @param packages the JSON of datasets, shared with the pages and the dump
   * @param settings what the operator says about it
   * @param harvest the sources of harvests and what runs them
   * @param pages the catalog in RDF
   */
  public CkanRoutes(
      Catalog catalog,
      Function<SearchQuery, SearchResult> search,
      SearchPosition position,
      CkanPackages packages,
      CkanSettings settings,
      CkanHarvest harvest,
      HarvestRoutes pages) {
    this.site = new CkanSite(catalog, search, position, packages);
    this.settings = settings;
    this.callers = new CkanCallers(catalog.accounts(), settings);
    var sources = new HarvestSources(site, harvest);
    this.siteActions = new SiteActions(site, () -> actions);
    var names = new AtPosition<>(position, site::names);
    var tags = new TagList(site);
    var completions = new Completions(site, tags, names);
    this.util = new UtilRoutes(site, completions);
    this.harvestPages = new HarvestPageRoutes(site, sources);
    var editor = new PackageEditor(site);
    var users = new UserActions(site, settings);
    var groups = new GroupActions(site, users);
    var contents = new GroupContents(site, editor);
    var activities = new ActivityActions(site, editor);
    Stream.of(
            new PackageActions(site, names, activities).actions(),
            new PackageWriteActions(site, editor).actions(),
            new ResourceWriteActions(site, editor).actions(),
            activities.actions(),
            new ListActions(site, completions).actions(),
            new ResourceActions(site).actions(),
            new ResourceViewActions(site).actions(),
            groups.actions(),
            users.actions(),
            new TokenActions(site).actions(),
            new GroupWriteActions(site, groups, contents).actions(),
            new MemberActions(site, users, contents).actions(),
            new TagActions(site, tags).actions(),
            new HarvestSourceActions(site, harvest, sources).actions(),
            new HarvestJobActions(site, harvest, sources).actions(),
            new FollowerActions(site).actions(),
            new OperatorActions(site).actions(),
            new DcatActions(site, pages).actions(),
            siteActions.actions())
        .flatMap(List::stream)
        .map(new HarvestPackages(sources)::around)
        .forEach(action -> actions.put(action.name(), action));
  }

  /** Every action there is. */
  List<CkanAction> actions() {
    return List.copyOf(actions.values());
  }

  /** What each action is for, by name. */
  public List<ActionHelp> help() {
    return actions.values().stream()
        .map(action -> new ActionHelp(action.name(), action.readOnly(), action.help()))
        .sorted(Comparator.comparing(ActionHelp::name))
        .toList();
  }

  @Override
  public void addTo(RouteTable table) {
    for (var language : LANGUAGES) {
      for (var version : ACTION_VERSIONS) {
        var prefix = language + "/api" + version + "/action";
        table.get(prefix + "/{action}", this::call);
        table.post(prefix + "/{action}", this::call);
        table.add("OPTIONS", prefix + "/{action}", CkanRoutes::preflight);
      }
      version(table, language + "/api", 1);
      for (var version = 1; version <= 3; version++) {
        version(table, language + "/api/" + version, version);
      }
      table.get(language + "/api/util/status", ctx -> send(ctx, siteActions.status()));
      table.problems(language + "/api/", this::writeProblem);
    }
    util.addTo(table);
    harvestPages.addTo(table);
    table.get("/dataset/{id}.json", this::showDataset);
  }

  private static void version(RouteTable table, String path, int number) {
    table.add("OPTIONS", path, CkanRoutes::preflight);
    table.get(
        path,
        ctx -> {
          allowOrigin(ctx);
          Answers.json(ctx, ("{\"version\": " + number + "}").getBytes(StandardCharsets.UTF_8));
        });
  }

  private void call(Context ctx) {
    allowOrigin(ctx);
    var name = ctx.pathParam("action");
    CkanResult result;
    try {
      result = run(ctx, name);
    } catch (BadCallException e) {
      ctx.status(400);
      send(ctx, out -> out.writeString(String.valueOf(e.getMessage())));
      return;
    } catch (CkanException e) {
      sendError(ctx, name, e);
      return;
    }
    sendSuccess(ctx, name, result);
  }

  private CkanResult run(Context ctx, String name) {
    var isPost = ctx.req().getMethod().equals("POST");
    // read before anything is refused: a body left unread costs the client its connection
    var caller = callers.of(ctx);
    var action = actions.get(name);
    var mayWrite = action != null && !action.readOnly() && !caller.isAnonymous();
    var call = request(ctx, isPost, field -> mayWrite && CkanForm.isTaken(name, field));
    var isDone = false;
    try {
      if (action == null) {
        throw BadCallException.unknownAction(name);
      }
      if (!isPost && !action.readOnly()) {
        throw BadCallException.postNeeded();
      }
      var result = run(action, call.params(action.readOnly(), caller));
      isDone = true;
      return result;
    } finally {
      release(call.form(), isDone);
    }
  }

  private static CkanResult run(CkanAction action, CkanParams params) {
    try {
      return action.body().run(params);
    } catch (CkanException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      var reference = UUID.randomUUID().toString().substring(0, 8);
      LOG.error("reference {}: {} failed", reference, action.name(), e);
      throw CkanException.internal(reference);
    }
  }

  /** The files of a call that was refused are named nowhere. */
  private void release(CkanForm form, boolean isDone) {
    try {
      form.release(site.catalog().files(), isDone);
    } catch (IOException e) {
      LOG.warn("a file that was refused stays in the store", e);
    }
  }

  /** Files of callers who may not write anything are read, and not kept. */
  private CkanForm form(Context ctx, Predicate<String> isTaken) {
    var most = settings.uploadBytes();
    if (ctx.req().getContentLengthLong() > most + FORM_BYTES) {
      throw CkanException.invalid("upload", "File upload too large");
    }
    try {
      return CkanForm.read(
          String.valueOf(ctx.header("Content-Type")),
          ctx.req().getInputStream(),
          site.catalog().files(),
          isTaken,
          most);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CkanCall request(Context ctx, boolean isPost, Predicate<String> isTaken) {
    // the header itself: the container looks up the character set in it, and fails on odd ones
    var type = ctx.header("Content-Type");
    var contentType = type == null ? "" : MediaTypes.bare(type);
    var query = ctx.queryString() == null ? "" : ctx.queryString();
    var isMultipart = contentType.equals("multipart/form-data");
    return new CkanCall(
        isPost,
        contentType,
        query,
        // UTF-8 whatever is said: JSON is nothing else, and a form in other letters escapes them
        isPost && !isMultipart ? new String(ctx.bodyAsBytes(), StandardCharsets.UTF_8) : "",
        isPost && isMultipart ? form(ctx, isTaken) : CkanForm.EMPTY);
  }

  private void sendSuccess(Context ctx, String action, CkanResult result) {
    var callback = callback(ctx);
    var contentType =
        MediaTypes.utf8(callback.isPresent() ? "application/javascript" : MediaTypes.JSON);
    if (Answers.isHead(ctx)) {
      ctx.contentType(contentType);
      return;
    }
    try {
      Answers.stream(ctx, contentType, out -> write(out, callback, envelope(action, result)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(OutputStream out, Optional<String> callback, CkanResult result)
      throws IOException {
    if (callback.isEmpty()) {
      write(out, result);
      return;
    }
    out.write((callback.get() + "(").getBytes(StandardCharsets.UTF_8));
    write(out, result);
    out.write(");".getBytes(StandardCharsets.UTF_8));
  }

  private CkanResult envelope(String action, CkanResult result) {
    return out -> {
      out.writeStartObject();
      out.writeStringField("help", help(action));
      out.writeBooleanField("success", true);
      out.writeFieldName("result");
      result.writeTo(out);
      if (!result.changedPackages().isEmpty()) {
        out.writeObjectFieldStart("changed_entities");
        out.writeFieldName("packages");
        CkanResult.ofTexts(result.changedPackages()).writeTo(out);
        out.writeEndObject();
      }
      out.writeEndObject();
    };
  }

  private String help(String action) {
    return site.catalog().identity().url() + "/api/3/action/help_show?name=" + action;
  }

  /** The function that a script on another site wants to be called; JSONP is for GET alone. */
  private static Optional<String> callback(Context ctx) {
    var query = ctx.queryString();
    return query != null && query.contains("callback=") && ctx.req().getMethod().equals("GET")
        ? ParamReader.ofQuery(query)
            .find("callback")
            .filter(name -> CALLBACK.matcher(name).matches())
        : Optional.empty();
  }

  private void sendError(Context ctx, String action, CkanException error) {
    ctx.status(error.status());
    send(
        ctx,
        out -> {
          out.writeStartObject();
          out.writeStringField("help", help(action));
          out.writeBooleanField("success", false);
          out.writeObjectFieldStart("error");
          out.writeStringField("__type", error.type());
          writeDetails(out, error);
          out.writeEndObject();
          out.writeEndObject();
        });
  }

  private static void writeDetails(JsonGenerator out, CkanException error) throws IOException {
    for (var detail : error.details().entrySet()) {
      out.writeFieldName(detail.getKey());
      CkanJson.MAPPER.writeValue(out, detail.getValue());
    }
  }

  /** What goes wrong outside an action, such as a method that is not routed: JSON all the same. */
  private void writeProblem(Problem problem, Context ctx) {
    allowOrigin(ctx);
    send(ctx, out -> out.writeString(problem.title() + ": " + problem.detail()));
  }

  private void showDataset(Context ctx) {
    allowOrigin(ctx);
    var entry =
        site.catalog()
            .find(ctx.pathParam("id"))
            .orElseThrow(
                () ->
                    Problem.notFound("There is no dataset " + ctx.pathParam("id") + ".")
                        .asException());
    if (!entry.isPublic()) {
      throw Tombstone.of(entry, site.catalog(), site.catalog().settings().language())
          .map(Tombstone::problem)
          .orElseGet(() -> Problem.forbidden("This dataset is not public."))
          .asException();
    }
    Answers.json(ctx, site.packages().json(entry));
  }

  private static void allowOrigin(Context ctx) {
    if (ctx.header("Origin") != null) {
      ctx.header("Access-Control-Allow-Origin", "*");
      ctx.header("Access-Control-Allow-Methods", "POST, PUT, GET, DELETE, OPTIONS");
      ctx.header("Access-Control-Allow-Headers", "Authorization, Content-Type, X-CKAN-API-Key");
    }
  }

  private static void preflight(Context ctx) {
    allowOrigin(ctx);
    ctx.status(204);
  }

  private static void send(Context ctx, CkanResult result) {
    var bytes = new ByteArrayOutputStream(512);
    write(bytes, result);
    Answers.json(ctx, bytes.toByteArray());
  }

  private static void write(OutputStream sink, CkanResult result) {
    try (var out = CkanJson.FACTORY.createGenerator(sink)) {
      result.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
