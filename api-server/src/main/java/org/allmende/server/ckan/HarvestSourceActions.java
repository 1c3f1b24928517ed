package org.allmende.server.ckan;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.allmende.catalog.accounts.Caller;
import org.allmende.catalog.model.Organization;
import org.allmende.harvest.RunOptions;
import org.allmende.harvest.book.MadeSource;
import org.allmende.harvest.book.SourceType;

/** The actions about sources of harvests ({@code ckan-api.md} 12). */
final class HarvestSourceActions {

  private static final int MOST_LISTED = 100;

  private final CkanSite site;
  private final CkanHarvest harvest;
  private final HarvestSources sources;

  HarvestSourceActions(CkanSite site, CkanHarvest harvest, HarvestSources sources) {
    this.site = site;
    this.harvest = harvest;
    this.sources = sources;
  }

  List<CkanAction> actions() {
    return List.of(
        CkanAction.reading(
            "harvest_source_show",
            "One source of harvests, with its status. Parameters: id (id or name), or url.",
            this::show),
        CkanAction.reading(
            "harvest_source_list",
            "The sources of harvests, at most 100. Parameters: organization_id, only_active,"
                + " only_to_run, return_last_job_status.",
            this::list),
        CkanAction.reading(
            "harvest_source_show_status",
            "How many jobs and datasets a source has, and its last job. Parameter: id.",
            in -> CkanResult.of(sources.status(sources.require(in.required("id"))))),
        CkanAction.reading(
            "harvesters_info_show",
            "The kinds of sources that can be made here.",
            in -> CkanResult.of(List.of(SourceType.values()).stream().map(Kind::of).toList())),
        CkanAction.writing(
            "harvest_source_create",
            "Makes a source. Parameters: name, url, source_type, title, notes, frequency, config,"
                + " owner_org, active.",
            this::create),
        CkanAction.writing(
            "harvest_source_update",
            "Replaces what a source is. Parameters: id, and those of harvest_source_create.",
            in -> update(in, false)),
        CkanAction.writing(
            "harvest_source_patch",
            "Changes a source. Parameters: id, and what is to be changed.",
            in -> update(in, true)),
        CkanAction.writing(
            "harvest_source_delete",
            "Takes a source out; its datasets stay. With clear_source, they go too. Parameter: id.",
            this::delete),
        CkanAction.writing(
            "harvest_source_clear",
            "Withdraws all datasets of a source. Parameter: id.",
            this::clear));
  }

  /** A kind of source. */
  @JsonNaming(SnakeCaseStrategy.class)
  private record Kind(
      String name,
      String title,
      String description,
      String formConfigInterface,
      boolean showConfig) {

    static Kind of(SourceType type) {
      return new Kind(type.id(), type.title(), type.description(), "Text", true);
    }
  }

  private CkanResult show(CkanParams in) {
    var url = in.text("url").filter(text -> !text.isBlank());
    var source =
        url.isPresent()
            ? sources.all().stream()
                .filter(known -> known.url().equals(url.get()))
                .findFirst()
                .orElseThrow(CkanException::notFound)
            : sources.require(in.required("id"));
    return CkanResult.of(sources.json(source));
  }

  private CkanResult list(CkanParams in) {
    var organization = in.text("organization_id").filter(text -> !text.isBlank());
    var withStatus = in.flag("return_last_job_status", false);
    var toRun = in.flag("only_to_run", false);
    var listed =
        sources.all().stream()
            .filter(source -> organization.isEmpty() || belongsTo(source, organization.get()))
            .filter(source -> source.isActive() || !(toRun || in.flag("only_active", false)))
            .filter(source -> !toRun || isDue(source))
            .limit(MOST_LISTED)
            .map(
                source -> {
                  var json = source.listed();
                  json.put("next_run", next(source).orElse(null));
                  if (withStatus) {
                    var last = sources.status(source).path("last_job").path("status");
                    json.put("last_job_status", last.isTextual() ? last.asText() : null);
                  }
                  json.set("status", sources.status(source));
                  return json;
                })
            .toList();
    return CkanResult.of(listed);
  }

  private static boolean belongsTo(ShownSource source, String idOrName) {
    return source
        .organization()
        .filter(o -> o.id().equals(idOrName) || o.name().value().equals(idOrName))
        .isPresent();
  }

  private boolean isDue(ShownSource source) {
    var now = site.catalog().clock().instant();
    return harvest
        .book()
        .find(source.source())
        .flatMap(harvest.scheduler()::next)
        .filter(time -> !time.isAfter(now))
        .isPresent();
  }

  private Optional<String> next(ShownSource source) {
    return harvest
        .book()
        .find(source.source())
        .filter(known -> source.isActive())
        .flatMap(harvest.scheduler()::next)
        .map(CkanJson::time);
  }

  private CkanResult create(CkanParams in) {
    var id = UUID.randomUUID().toString();
    return keep(in, new SourceForm(in, Optional.empty()), id, Optional.empty());
  }

  /** What a patch leaves out stays; what an update leaves out is gone, but the name. */
  private CkanResult update(CkanParams in, boolean isPatch) {
    var before = requireMade(in);
    var form = new SourceForm(in, Optional.of(before).filter(made -> isPatch));
    return keep(in, form, before.id(), Optional.of(before));
  }

  private CkanResult keep(CkanParams in, SourceForm form, String id, Optional<MadeSource> before) {
    var now = site.catalog().clock().instant();
    var organization = owner(in, before);
    var type = form.type();
    var made =
        new MadeSource(
            id,
            form.name(before.map(MadeSource::name).orElse(""), this::isTaken),
            form.title(),
            form.notes(),
            form.url(),
            type,
            form.frequency(),
            form.config(type),
            organization,
            form.isActive(),
            before.map(MadeSource::creator).or(() -> in.caller().userId()).orElse(""),
            before.map(MadeSource::created).orElse(now),
            now);
    form.requireOther(made, sources.all());
    in.throwIfProblems();
    harvest.book().keep(made);
    return CkanResult.of(sources.json(sources.require(id)));
  }

  private boolean isTaken(String name) {
    return sources.find(name).isPresent() || site.catalog().find(name).isPresent();
  }

  /**
   * CKAN name of the organization that answers for the source. Only a sysadmin may leave it out,
   * and others must be allowed to edit it.
   */
  private String owner(CkanParams in, Optional<MadeSource> before) {
    var wanted = in.text("owner_org").filter(text -> !text.isBlank());
    if (wanted.isEmpty() && before.isPresent()) {
      return before.get().organization();
    }
    if (wanted.isEmpty()) {
      if (!in.caller().isSysadmin()) {
        in.problem("owner_org", "An organization must be provided");
      }
      return "";
    }
    var organization = site.catalog().findOrganization(wanted.get());
    if (organization.isEmpty()) {
      in.problem("owner_org", "Organization does not exist");
      return "";
    }
    requireMayEdit(in.caller(), organization.get());
    return organization.get().name().value();
  }

  private static void requireMayEdit(Caller caller, Organization organization) {
    if (!caller.mayEdit(organization.id())) {
      throw CkanException.denied(
          "User not authorized to add harvest sources to " + organization.name());
    }
  }

  /** A source that the API may change: one of the settings file is changed there. */
  private MadeSource requireMade(CkanParams in) {
    var id = in.required("id");
    var source = sources.requireEditable(in, id);
    return source
        .made()
        .orElseThrow(
            () ->
                CkanException.invalid(
                    "id",
                    "The source "
                        + source.source()
                        + " stands in "
                        + harvest.book().file()
                        + ". Change it there."));
  }

  private CkanResult delete(CkanParams in) {
    var made = requireMade(in);
    if (in.flag("clear_source", false)) {
      withdrawAll(made.id());
    }
    harvest.book().forget(made);
    return CkanResult.of(CkanJson.MAPPER.nullNode());
  }

  private CkanResult clear(CkanParams in) {
    var source = sources.requireEditable(in, in.required("id"));
    withdrawAll(source.source());
    return CkanResult.of(Map.of("id", source.id()));
  }

  private void withdrawAll(String source) {
    harvest.harvester().withdrawAll(source, new RunOptions(false, true));
  }
}
