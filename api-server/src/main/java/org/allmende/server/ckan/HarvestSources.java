package org.allmende.server.ckan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allmende.catalog.accounts.Caller;
import org.allmende.catalog.model.Organization;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.schedule.RunHistory;

/**
 * The sources of harvests as the API shows them, those of the settings file and those made here.
 */
final class HarvestSources {

  private final CkanSite site;
  private final CkanHarvest harvest;
  private final RunHistory history;
  private final Instant since;

  HarvestSources(CkanSite site, CkanHarvest harvest) {
    this.site = site;
    this.harvest = harvest;
    this.history = new RunHistory(site.catalog().ledger());
    this.since = site.catalog().clock().instant();
  }

  /** All of them: the settings file's in its order, then the others by name. */
  List<ShownSource> all() {
    return Stream.concat(
            harvest.book().configured().stream().map(this::shown),
            harvest.book().made().stream()
                .map(made -> ShownSource.of(made, organization(made.organization()))))
        .toList();
  }

  private ShownSource shown(HarvestSource source) {
    var publisher =
        source.defaults().publisher().flatMap(this::organization).or(this::ownOrganization);
    return ShownSource.of(source, site.language(), publisher, since);
  }

  /** The catalog's own publisher answers for what names none. */
  private Optional<Organization> ownOrganization() {
    return site.catalog().settings().organizations().stream()
        .findFirst()
        .flatMap(own -> organization(own.name().value()));
  }

  private Optional<Organization> organization(String name) {
    return name.isEmpty() ? Optional.empty() : site.catalog().findOrganization(name);
  }

  /** By the id that is shown, by the settings' id, or by name. */
  Optional<ShownSource> find(String idOrName) {
    return all().stream().filter(source -> source.isMeantBy(idOrName)).findFirst();
  }

  /** The source of that id or name; 404 when there is none. */
  ShownSource require(String idOrName) {
    return find(idOrName).orElseThrow(CkanException::notFound);
  }

  /** The source behind the harvester's own id. */
  Map<String, ShownSource> bySource() {
    return all().stream().collect(Collectors.toMap(ShownSource::source, Function.identity()));
  }

  /** Whether a caller may change the source and see how its runs went. */
  static boolean mayEdit(Caller caller, ShownSource source) {
    return caller.isSysadmin()
        || source.organization().filter(known -> caller.mayEdit(known.id())).isPresent();
  }

  /** The source, for one who may change it and see its runs; 403 for others. */
  ShownSource requireEditable(CkanParams in, String idOrName) {
    var source = require(idOrName);
    if (!mayEdit(in.caller(), source)) {
      throw CkanException.denied("User not authorized to manage harvest source " + source.id());
    }
    return source;
  }

  /** The object of {@code harvest_source_show_status}. */
  ObjectNode status(ShownSource source) {
    var status = CkanJson.MAPPER.createObjectNode();
    status.put("job_count", history.count(source.source()));
    status.set(
        "last_job",
        history
            .last(source.source())
            .<JsonNode>map(run -> HarvestJob.of(run, isRunning(run.source())).json(source))
            .orElseGet(() -> CkanJson.MAPPER.nullNode()));
    status.put(
        "total_datasets", site.catalog().ledger().read(s -> s.datasetsOf(source.source())).size());
    return status;
  }

  private boolean isRunning(String source) {
    return harvest.harvester().isHarvesting(source);
  }

  /** The whole dataset of type {@code harvest}, status included. */
  ObjectNode json(ShownSource source) {
    var json = source.asPackage();
    json.set("status", status(source));
    return json;
  }
}
