package org.allmende.server.format.html;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.CatalogEntry;
import org.allmende.server.ckan.ActionHelp;
import org.allmende.server.format.html.ApiPage.Entry;
import org.allmende.server.format.html.ApiPage.Group;
import org.allmende.server.format.html.ApiPage.Input;
import org.allmende.server.http.Answers;
import org.allmende.server.http.ETags;
import org.allmende.server.http.Links;
import org.allmende.server.http.ParamReader;
import org.allmende.server.http.Problem;
import org.allmende.server.http.RouteTable;
import org.allmende.server.http.Routes;
import org.allmende.vocab.profile.Profile;

/**
 * The reference of all calls: for people with a form each, for programs as OpenAPI 3.1 at {@code
 * /api/openapi.json}. Both come from {@link ApiCalls}.
 */
public final class ApiPageRoutes implements Routes {
  private static final String OPEN_API = "/api/openapi.json";
  private static final String TRY = "/entwickler/api/aufruf";
  private static final List<String> GROUPS = List.of("other", "actions", "writing");

  /** Among so many datasets the one for the examples is looked for. */
  private static final int LOOKED_AT = 20;

  private final Catalog catalog;
  private final Links links;
  private final ApiCalls calls;
  private final byte[] openApi;
  private final Frames frames;
  private final PageSender sender = new PageSender();

  /** Routes that tell about these actions, and about what the house answers beside. */
  public ApiPageRoutes(Catalog catalog, List<ActionHelp> actions, Site site) {
    this.catalog = catalog;
    this.links = site.links();
    this.calls = ApiCalls.of(actions);
    this.frames = new Frames(catalog, site, new StaticFiles(site));
    this.openApi = OpenApi.json(calls, frames.siteName("en"), links.url());
  }

  @Override
  public void addTo(RouteTable table) {
    table
        .get("/entwickler/api", ctx -> sender.send(ctx, "api.jte", page("de")))
        .get("/en/developers/api", ctx -> sender.send(ctx, "api.jte", page("en")))
        .get(TRY, this::call)
        .get(OPEN_API, this::openApi)
        .open(OPEN_API);
  }

  private void openApi(Context ctx) {
    ctx.header("Cache-Control", "no-cache");
    if (!ETags.isAnswered(ctx, ETags.ofBytes(openApi))) {
      Answers.json(ctx, openApi);
    }
  }

  /** Where a form was filled in: leads to the call, what was left empty left out. */
  private void call(Context ctx) {
    var in = ParamReader.ofQuery(ctx.queryString());
    var asked = in.text("aufruf");
    var call =
        calls.all().stream()
            .filter(known -> known.isReading() && known.id().equals(asked))
            .findFirst()
            .orElseThrow(() -> Problem.notFound("There is no call " + asked + ".").asException());
    var values = new LinkedHashMap<String, String>();
    for (var parameter : call.parameters()) {
      var value = in.text(parameter.name()).strip();
      if (value.isEmpty() && call.isInPath(parameter)) {
        throw Problem.ofParameter(400, parameter.name(), "This call needs a value for it.")
            .asException();
      }
      values.put(parameter.name(), value);
    }
    ctx.status(303);
    ctx.header("Location", links.local(call.address(values)));
  }

  private ApiPage page(String language) {
    var texts = Texts.of(language);
    var address = frames.address(language);
    var here = new Frame.Here(address.in("de").api(), address.in("en").api());
    var openApi = address.machine(OPEN_API);
    var forms = List.of(new Frame.Form("OpenAPI (JSON)", "application/json", openApi));
    var examples = examples();
    return new ApiPage(
        frames.of(language, texts.get("api.title"), here, forms, true),
        GROUPS.stream().map(group -> group(group, examples, language)).toList(),
        openApi);
  }

  private Group group(String key, ApiExamples examples, String language) {
    var texts = Texts.of(language);
    return new Group(
        key,
        texts.get("api." + key),
        texts.get("api." + key + ".text"),
        calls.in(key).stream().map(call -> entry(call, examples, texts)).toList());
  }

  private Entry entry(ApiCall call, ApiExamples examples, Texts texts) {
    var values = examples.values(call);
    var address = values.map(v -> links.to(call.address(v))).orElse("");
    var summary = call.summary(texts);
    return new Entry(
        call.id(),
        call.method() + " " + call.path(),
        new Localized(ActionParameters.summary(summary.text()), summary.lang()),
        inputs(call, values.orElse(Map.of()), texts),
        call.isReading() ? links.local(TRY) : "",
        address,
        command(call, address));
  }

  private String command(ApiCall call, String example) {
    if (!example.isEmpty()) {
      return "curl -L '" + example + "'";
    }
    if (call.isReading()) {
      return "";
    }
    return call.help().isEmpty()
        ? "curl '%s' -H 'Content-Type: text/turtle' --data-binary @daten.ttl"
            .formatted(links.to(call.path()))
        : "curl '%s' -H \"Authorization: $TOKEN\" -H 'Content-Type: application/json' -d '{}'"
            .formatted(links.to(call.path()));
  }

  private static List<Input> inputs(ApiCall call, Map<String, String> values, Texts texts) {
    var inputs = new ArrayList<Input>();
    for (var parameter : call.parameters()) {
      inputs.add(
          new Input(
              parameter.name(),
              call.hint(parameter, texts).orElseGet(() -> new Localized("", null)),
              values.getOrDefault(parameter.name(), "")));
    }
    return inputs;
  }

  /** Values of a dataset that has a file and keywords, else of any. */
  private ApiExamples examples() {
    var entries = catalog.entriesAfter(0, LOOKED_AT, true);
    return entries.stream()
        .map(this::examples)
        .filter(found -> !found.resource().isEmpty() && !found.keyword().isEmpty())
        .findFirst()
        .or(() -> entries.stream().findFirst().map(this::examples))
        .orElseGet(() -> new ApiExamples(Optional.empty(), "", "", "", ""));
  }

  private ApiExamples examples(CatalogEntry entry) {
    var view = catalog.describe(entry, Profile.RAW).view();
    var first =
        catalog.distributions(entry, view.description()).stream()
            .filter(named -> entry.addresses().distributionById(named.address().id()).isPresent())
            .limit(1)
            .toList();
    var files = FileView.all(first, view, frames.shown("de"), catalog.identity());
    return new ApiExamples(
        Optional.of(entry),
        files.stream().map(FileView::name).findFirst().orElse(""),
        first.stream().map(named -> named.address().id()).findFirst().orElse(""),
        view.keywords().stream().findFirst().orElse(""),
        view.themes().stream()
            .map(theme -> theme.code().toLowerCase(Locale.ROOT))
            .findFirst()
            .orElse(""));
  }
}
