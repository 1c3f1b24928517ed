package org.allmende.server.ckan;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.allmende.catalog.model.Triples;
import org.allmende.server.format.OutputFormat;
import org.allmende.server.format.OutputFormats;
import org.allmende.server.http.ParamReader;
import org.allmende.server.http.Profiles;
import org.allmende.vocab.profile.Profile;

/** A dataset's RDF inside the envelope of an action ({@code ckan-api.md} 11.1). */
final class DcatActions {

  private final CkanSite site;
  private final OutputFormats formats = OutputFormats.all();

  DcatActions(CkanSite site) {
    this.site = site;
  }

  List<CkanAction> actions() {
    return List.of(
        CkanAction.reading(
            "dcat_dataset_show",
            "A dataset in RDF, as one text. Parameters: id (id or name), format (xml, rdf, ttl, n3,"
                + " nt, jsonld), profiles.",
            this::show));
  }

  private CkanResult show(CkanParams in) {
    var entry = site.visible(in.required("id"), in.caller());
    var suffix = in.text("format").orElse("xml");
    var format = formats.findBySuffix(suffix);
    if (format.isEmpty()) {
      in.problem("format", "Format not supported: " + suffix + ". Known: " + formats.known());
    }
    var profile = profile(in);
    in.throwIfProblems();
    var graph = site.catalog().describe(entry, profile).graph();
    return CkanResult.of(text(format.orElseThrow(), Triples.of(graph)));
  }

  private static Profile profile(CkanParams in) {
    var reader = new ParamReader(Map.of("profiles", in.list("profiles")));
    var profile = Profiles.last(reader);
    reader.findings().forEach(finding -> in.problem(finding.parameter(), finding.message()));
    return profile;
  }

  private static String text(OutputFormat format, Triples triples) {
    return new String(format.write(triples), StandardCharsets.UTF_8);
  }
}
