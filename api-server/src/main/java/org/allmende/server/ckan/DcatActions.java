package org.allmende.server.ckan;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.allmende.catalog.model.Triples;
import org.allmende.server.format.OutputFormat;
import org.allmende.server.format.OutputFormats;
import org.allmende.server.harvest.HarvestRoutes;
import org.allmende.server.http.ParamReader;
import org.allmende.server.http.ProblemException;
import org.allmende.server.http.Profiles;
import org.allmende.vocab.profile.Profile;

/**
 * The RDF of a dataset, or of a page of the catalog, inside the envelope of an action ({@code
 * ckan-api.md} 11.1).
 */
final class DcatActions {

  /** What {@code /catalog.{suffix}} understands. */
  private static final List<String> OF_A_PAGE =
      List.of("page", "after", "modified_since", "profiles");

  private final CkanSite site;
  private final HarvestRoutes pages;
  private final OutputFormats formats = OutputFormats.all();

  DcatActions(CkanSite site, HarvestRoutes pages) {
    this.site = site;
    this.pages = pages;
  }

  List<CkanAction> actions() {
    return List.of(
        CkanAction.reading(
            "dcat_dataset_show",
            "A dataset in RDF, as one text. Parameters: id (id or name), format (xml, rdf, ttl, n3,"
                + " nt, jsonld), profiles.",
            this::show),
        CkanAction.reading(
            "dcat_catalog_show",
            "A page of the catalog in RDF, as one text. Parameters: format, page, after,"
                + " modified_since, profiles.",
            in -> page(in, parameters(in, List.of()))),
        CkanAction.reading(
            "dcat_catalog_search",
            "A page of those datasets of the catalog that a search finds, as one text. Parameters:"
                + " q, fq, and those of dcat_catalog_show.",
            in -> page(in, parameters(in, List.of("q", "fq")))),
        CkanAction.reading(
            "dcat_datasets_list",
            "The datasets of a page of the catalog in RDF, each as one text. Parameters: those of"
                + " dcat_catalog_show.",
            this::list));
  }

  private CkanResult show(CkanParams in) {
    var entry = site.visible(in.required("id"), in.caller());
    var profile = profile(in);
    var format = format(in);
    var graph = site.catalog().describe(entry, profile).graph();
    return CkanResult.of(text(format.write(Triples.of(graph))));
  }

  private CkanResult page(CkanParams in, Map<String, List<String>> parameters) {
    var format = format(in);
    return CkanResult.of(text(told(() -> pages.write(format, parameters))));
  }

  private CkanResult list(CkanParams in) {
    var format = format(in);
    var parameters = parameters(in, List.of());
    var texts = told(() -> pages.writeEach(format, parameters));
    return CkanResult.ofTexts(texts.stream().map(DcatActions::text).toList());
  }

  private static Map<String, List<String>> parameters(CkanParams in, List<String> more) {
    var parameters = new LinkedHashMap<String, List<String>>();
    for (var names : List.of(OF_A_PAGE, more)) {
      names.stream().filter(in.names()::contains).forEach(n -> parameters.put(n, in.list(n)));
    }
    return parameters;
  }

  /** What a harvester would be told as a problem, in CKAN's words. */
  private static <T> T told(Supplier<T> part) {
    try {
      return part.get();
    } catch (ProblemException e) {
      var problem = e.problem();
      throw problem.parameter().isPresent()
          ? CkanException.invalid(problem.parameter().get(), problem.detail())
          : CkanException.search(problem.detail());
    }
  }

  private OutputFormat format(CkanParams in) {
    var suffix = in.text("format").orElse("xml");
    var format = formats.findBySuffix(suffix);
    if (format.isEmpty()) {
      in.problem("format", "Format not supported: " + suffix + ". Known: " + formats.known());
    }
    in.throwIfProblems();
    return format.orElseThrow();
  }

  private static Profile profile(CkanParams in) {
    var reader = new ParamReader(Map.of("profiles", in.list("profiles")));
    var profile = Profiles.last(reader);
    reader.findings().forEach(finding -> in.problem(finding.parameter(), finding.message()));
    return profile;
  }

  private static String text(byte[] document) {
    return new String(document, StandardCharsets.UTF_8);
  }
}
