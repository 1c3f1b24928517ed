package org.allmende.server.validate;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.allmende.catalog.validate.Validator;
import org.allmende.harvest.fetch.Fetcher.Fetched;
import org.allmende.harvest.fetch.RunNotes;
import org.allmende.harvest.source.dcat.DcatDocuments;
import org.allmende.server.http.Answers;
import org.allmende.server.http.Links;
import org.allmende.server.http.MediaTypes;
import org.allmende.server.http.Negotiation;
import org.allmende.server.http.ParamReader;
import org.allmende.server.http.Problem;
import org.allmende.server.http.ProblemException;
import org.allmende.server.http.Profiles;
import org.allmende.server.http.RouteTable;
import org.allmende.server.http.Routes;
import org.allmende.vocab.profile.Profile;
import org.apache.jena.graph.Graph;

/**
 * {@code POST /validate}: RDF in, the report of a profile's shapes out, with status 200 whether or
 * not it conforms. Nothing that the document names is fetched, and nothing of it is kept.
 */
public final class ValidateRoutes implements Routes {
  private static final int BAD_PARAMETER = 409;

  /** Findings in an answer: beyond it, a program learns nothing new and memory only fills. */
  private static final int MOST_FINDINGS = 10_000;

  /** Bytes: a triple and what the shapes may find about it, with room for others. */
  private static final long HEAP_FOR_A_TRIPLE = 4 * 1024;

  private static final List<String> ANSWERS =
      List.of(MediaTypes.JSON, MediaTypes.TEXT, MediaTypes.TURTLE);

  private final String language;
  private final String base;
  private final SentDocuments documents;
  private final Budget triples = new Budget(Runtime.getRuntime().maxMemory() / HEAP_FOR_A_TRIPLE);
  private final Map<Profile, Validator> validators = new EnumMap<>(Profile.class);

  /**
   * The route.
   *
   * @param language of the messages when {@code Accept-Language} asks for none
   * @param links its address is what relative IRIs are resolved against
   * @param maxBytes largest document, and largest sum of the documents in work at one time
   */
  public ValidateRoutes(String language, Links links, long maxBytes) {
    this.language = language;
    this.base = links.to("/validate");
    this.documents = new SentDocuments(maxBytes);
  }

  @Override
  public void addTo(RouteTable table) {
    table.post("/validate", this::answerOrRefuse);
  }

  private void answerOrRefuse(Context ctx) throws IOException {
    try {
      answer(ctx);
    } catch (ProblemException e) {
      documents.passOver(ctx);
      throw e;
    }
  }

  private void answer(Context ctx) throws IOException {
    Answers.vary(ctx, "Accept");
    Answers.vary(ctx, "Accept-Language");
    var in = ParamReader.ofQuery(ctx.queryString());
    var profile = Profiles.one(in);
    in.throwIfProblems(BAD_PARAMETER);
    var answer = answerType(ctx);
    var spoken = Negotiation.language(ctx, language);
    var report = documents.with(ctx, document -> validate(document, profile, spoken));
    ctx.header("Content-Language", spoken);
    Answers.send(ctx, MediaTypes.utf8(answer), text(report, answer, spoken));
  }

  private static String answerType(Context ctx) {
    return Negotiation.of(ctx)
        .best(ANSWERS)
        .orElseThrow(
            () ->
                Problem.of(406, "A report is answered as " + String.join(", ", ANSWERS) + ".")
                    .asException());
  }

  private ValidationText validate(Fetched sent, Profile profile, String spoken) throws IOException {
    var notes = new RunNotes();
    var graph = read(sent, notes);
    if (notes.unreadableCount() > 0) {
      // A report about the rest would be taken for one about the whole.
      throw unreadable(
              notes.unreadableEntries().stream()
                  .map(entry -> entry.text(spoken))
                  .collect(Collectors.joining(" ")))
          .asException();
    }
    if (graph.size() > triples.all()) {
      throw tooMany(graph.size()).asException();
    }
    var report = triples.spend(graph.size(), () -> validator(profile).validate(graph));
    return new ValidationText(report, spoken, notes.warnings(), MOST_FINDINGS);
  }

  private Problem tooMany(long count) {
    return Problem.of(
        413,
        "The document has %d triples, more than the %d that this server's heap has room for."
                .formatted(count, triples.all())
            + " Send it in parts, such as the catalog page by page.");
  }

  private Graph read(Fetched sent, RunNotes notes) {
    try {
      return DcatDocuments.read(sent, base, notes);
    } catch (IOException e) {
      throw new ProblemException(unreadable(String.valueOf(e.getMessage())), e);
    }
  }

  private static Problem unreadable(String why) {
    return Problem.of(400, why);
  }

  private synchronized Validator validator(Profile profile) {
    return validators.computeIfAbsent(profile, Validator::new);
  }

  private static byte[] text(ValidationText report, String answer, String spoken)
      throws JsonProcessingException {
    var text =
        switch (answer) {
          case MediaTypes.TEXT -> report.text(spoken.equals("en") ? "Document" : "Dokument");
          case MediaTypes.TURTLE -> report.turtle();
          default -> report.json();
        };
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
