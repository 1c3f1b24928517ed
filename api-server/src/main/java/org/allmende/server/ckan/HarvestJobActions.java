package org.allmende.server.ckan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.allmende.catalog.ledger.RunEntry;
import org.allmende.harvest.schedule.RunHistory;

/** The actions about jobs, which are our runs, and what they brought ({@code ckan-api.md} 12). */
final class HarvestJobActions {

  private static final int MOST_LISTED = 100;
  private static final int MOST_OBJECTS = 100_000;

  private final CkanSite site;
  private final CkanHarvest harvest;
  private final HarvestSources sources;
  private final HarvestObjects objects;
  private final RunHistory history;

  HarvestJobActions(CkanSite site, CkanHarvest harvest, HarvestSources sources) {
    this.site = site;
    this.harvest = harvest;
    this.sources = sources;
    this.objects = new HarvestObjects(site);
    this.history = new RunHistory(site.catalog().ledger());
  }

  List<CkanAction> actions() {
    return List.of(
        CkanAction.writing(
            "harvest_job_create",
            "Asks for a run of a source, as soon as possible. Parameter: source_id.",
            this::create),
        CkanAction.writing(
            "harvest_job_abort",
            "Takes back a run that was asked for, or ends one at its next record. Parameters: id,"
                + " or source_id.",
            this::abort),
        CkanAction.writing(
            "harvest_job_create_all",
            "Nothing: the schedule of each source asks for its runs.",
            in -> CkanResult.of(List.of())),
        CkanAction.writing(
            "harvest_jobs_run",
            "Nothing: a run begins as soon as it is asked for.",
            in -> CkanResult.of(List.of())),
        CkanAction.writing(
            "harvest_send_job_to_gather_queue",
            "The job, which needs no sending. Parameter: id.",
            this::show),
        CkanAction.reading(
            "harvest_job_show",
            "One job, for those who may edit its source. Parameter: id.",
            this::show),
        CkanAction.reading(
            "harvest_job_list",
            "The jobs of a source, newest first, at most 100. Parameters: source_id, status, limit,"
                + " offset.",
            this::list),
        CkanAction.reading(
            "harvest_job_report", "What went wrong in a job. Parameter: id.", this::report),
        CkanAction.reading(
            "harvest_log_list",
            "The last runs of all sources in one line each, for sysadmins. Parameters: limit,"
                + " offset, level.",
            this::log),
        CkanAction.reading(
            "harvest_object_show",
            "What a harvest brought: one revision of a dataset. Parameters: id, or dataset_id.",
            this::showObject),
        CkanAction.reading(
            "harvest_object_list",
            "The ids of what harvests of a source brought. Parameters: source_id, only_current.",
            this::listObjects));
  }

  private CkanResult create(CkanParams in) {
    var source = sources.requireEditable(in, in.required("source_id"));
    if (!source.isActive()) {
      throw CkanException.invalid("source_id", "Can not create jobs on inactive sources");
    }
    var open = jobs(source, 1).stream().filter(job -> job.status().isOpen()).findFirst();
    if (open.isPresent()) {
      throw CkanException.invalid(
          "source_id", "There already is an unfinished job for this source: " + open.get().id());
    }
    return harvest
        .scheduler()
        .request(source.source())
        .map(request -> CkanResult.of(HarvestJob.of(request).json(source)))
        .orElseThrow(CkanException::notFound);
  }

  /** What was asked for and has not begun, then the runs, newest first. */
  private List<HarvestJob> jobs(ShownSource source, int limit) {
    var jobs = new ArrayList<HarvestJob>();
    harvest.scheduler().requested(source.source()).map(HarvestJob::of).ifPresent(jobs::add);
    for (var run : history.of(source.source(), limit)) {
      if (jobs.stream().noneMatch(job -> job.id().equals(run.id()))) {
        jobs.add(job(run));
      }
    }
    return jobs;
  }

  private CkanResult show(CkanParams in) {
    var found = require(in);
    return CkanResult.of(found.job().json(found.source()));
  }

  /** A job with its source. */
  private record Found(HarvestJob job, ShownSource source) {}

  private Found require(CkanParams in) {
    var id = in.required("id");
    return find(in, id).orElseThrow(CkanException::notFound);
  }

  private Optional<Found> find(CkanParams in, String id) {
    // First what waits, then what has begun: in between a run goes from the one to the other.
    var waiting =
        sources.all().stream()
            .flatMap(source -> harvest.scheduler().requested(source.source()).stream())
            .filter(request -> request.run().equals(id))
            .findFirst();
    return waiting.isPresent()
        ? waiting.map(r -> new Found(HarvestJob.of(r), sources.requireEditable(in, r.source())))
        : history.find(id).map(run -> begun(in, run));
  }

  private Found begun(CkanParams in, RunEntry run) {
    var source = sources.requireEditable(in, run.source());
    return new Found(job(run), source);
  }

  /**
   * A run that says it goes on does, as long as its source is being harvested; it may have ended
   * while we looked.
   */
  private HarvestJob job(RunEntry run) {
    if (run.finished().isPresent()) {
      return HarvestJob.of(run, false);
    }
    var isLast = history.last(run.source()).filter(last -> last.id().equals(run.id())).isPresent();
    var isHarvesting = isLast && harvest.harvester().isHarvesting(run.source());
    return HarvestJob.of(history.find(run.id()).orElse(run), isHarvesting);
  }

  private CkanResult list(CkanParams in) {
    var limit = Math.min(in.natural("limit").orElse(MOST_LISTED), MOST_LISTED);
    var offset = in.natural("offset").orElse(0);
    in.throwIfProblems();
    var status = in.text("status").filter(text -> !text.isBlank());
    var wanted = in.text("source_id").filter(text -> !text.isBlank());
    var from =
        wanted.map(id -> List.of(sources.requireEditable(in, id))).orElseGet(() -> editable(in));
    var most = (int) Math.min((long) offset + limit, 10_000);
    return CkanResult.of(
        from.stream()
            .flatMap(source -> jobs(source, most).stream().map(job -> new Found(job, source)))
            .filter(f -> status.isEmpty() || f.job().status().word().equals(status.get()))
            .sorted((a, b) -> b.job().created().compareTo(a.job().created()))
            .skip(offset)
            .limit(limit)
            .map(found -> found.job().json(found.source()))
            .toList());
  }

  private List<ShownSource> editable(CkanParams in) {
    var editable =
        sources.all().stream().filter(s -> HarvestSources.mayEdit(in.caller(), s)).toList();
    if (editable.isEmpty()) {
      throw CkanException.denied("User not authorized to list harvest jobs");
    }
    return editable;
  }

  private CkanResult report(CkanParams in) {
    var found = require(in);
    return CkanResult.of(found.job().errors(found.source()));
  }

  private CkanResult abort(CkanParams in) {
    var found = in.text("id").isPresent() ? require(in) : newest(in);
    var job = found.job();
    switch (job.status()) {
      case NEW -> cancel(found.source(), job);
      case RUNNING -> end(job);
      case FINISHED, ABORTED -> {
        // nothing is left to end; CKAN answers with the job as it is
      }
    }
    return CkanResult.of(find(in, job.id()).orElse(found).job().json(found.source()));
  }

  private Found newest(CkanParams in) {
    var source = sources.requireEditable(in, in.required("source_id"));
    return jobs(source, 1).stream()
        .findFirst()
        .map(job -> new Found(job, source))
        .orElseThrow(CkanException::notFound);
  }

  private void cancel(ShownSource source, HarvestJob job) {
    var request = harvest.scheduler().requested(source.source());
    if (request.isPresent() && harvest.scheduler().cancel(request.get())) {
      harvest.harvester().abandon(source.source(), job.id());
    } else {
      end(job); // it has begun in between
    }
  }

  private void end(HarvestJob job) {
    if (!harvest.scheduler().abort(job.id())) {
      throw CkanException.invalid(
          "id", "This job runs in another process, or has just ended. It cannot be aborted here.");
    }
  }

  private CkanResult log(CkanParams in) {
    var limit = Math.min(in.natural("limit").orElse(MOST_LISTED), 1_000);
    var offset = in.natural("offset").orElse(0);
    in.throwIfProblems();
    if (!in.caller().isSysadmin()) {
      throw CkanException.denied("User not authorized to see the harvest log");
    }
    var level = in.text("level").map(text -> text.toUpperCase(Locale.ROOT)).orElse("");
    var shown = sources.bySource();
    return CkanResult.of(
        history.all((int) Math.min((long) offset + limit, 10_000)).stream()
            .flatMap(
                run ->
                    Optional.ofNullable(shown.get(run.source())).stream()
                        .map(source -> line(run, source)))
            .filter(line -> level.isEmpty() || line.path("level").asText().equals(level))
            .skip(offset)
            .limit(limit)
            .toList());
  }

  private static ObjectNode line(RunEntry run, ShownSource source) {
    var job = HarvestJob.of(run, run.finished().isEmpty());
    return CkanJson.MAPPER
        .createObjectNode()
        .put("content", job.line(source))
        .put("level", run.outcome().equals("failed") ? "ERROR" : "INFO")
        .put("created", CkanJson.time(run.finished().orElse(run.started())));
  }

  private CkanResult listObjects(CkanParams in) {
    var source = sources.require(in.required("source_id"));
    var current = in.flag("only_current", false);
    var identity = site.catalog().identity();
    return CkanResult.ofTexts(
        site
            .catalog()
            .ledger()
            .read(s -> s.harvested(source.source(), current, MOST_OBJECTS))
            .stream()
            .map(sequence -> HarvestObjectId.of(sequence, identity))
            .toList());
  }

  private CkanResult showObject(CkanParams in) {
    var dataset = in.text("dataset_id").filter(text -> !text.isBlank());
    var entry =
        dataset.isPresent()
            ? objects.requireOf(dataset.get(), in.caller())
            : objects.require(in.required("id"), in.caller());
    return CkanResult.of(objects.json(entry));
  }
}
