package org.allmende.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.schedule.Overview;
import org.allmende.harvest.schedule.SourceStatus;
import org.allmende.harvest.schedule.SourceStatuses;
import org.allmende.harvest.schedule.StatusText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code allmende report}. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description =
        "Tells how the sources are doing: when they were harvested, what came of it, what was left"
            + " out and why. Exit code 1 when a source failed three times in a row or more.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  allmende report                      all sources",
      "  allmende report wlan --format json   one source, for machines"
    })
final class ReportCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Console console;

  @Mixin private final SettingsOptions settings = new SettingsOptions();

  @Parameters(paramLabel = "SOURCE", arity = "0..1", description = "Id of a source; none: all.")
  private @Nullable String wanted;

  @Option(names = "--format", paramLabel = "text|json", description = "text (default) or json.")
  private String format = "text";

  @Option(names = "--lang", paramLabel = "de|en", description = "Language of the report.")
  private @Nullable Language language;

  ReportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    if (!List.of("text", "json").contains(format)) {
      throw new WrongCallException("Unknown format \"" + format + "\". Known: text, json.");
    }
    var config = settings.read(console);
    try (var house = House.open(config, Clock.systemUTC())) {
      var statuses = new SourceStatuses(house.catalog(), house.copies()).of(sources(config));
      print(statuses, config, house);
      return statuses.stream().anyMatch(ReportCommand::isFailing) ? 1 : 0;
    }
  }

  private static boolean isFailing(SourceStatus status) {
    return status.health() == SourceStatus.Health.FAILING;
  }

  private List<HarvestSource> sources(ServerConfig config) {
    var id = Optional.ofNullable(wanted);
    if (id.isEmpty()) {
      return config.sources();
    }
    return List.of(
        config
            .source(id.get())
            .orElseThrow(
                () ->
                    new WrongCallException(
                        "Unknown source \""
                            + id.get()
                            + "\". Known: "
                            + String.join(
                                ", ", config.sources().stream().map(HarvestSource::id).toList())
                            + ".")));
  }

  private void print(List<SourceStatus> statuses, ServerConfig config, House house)
      throws JsonProcessingException {
    var spoken = Language.of(language, config.catalog());
    var zone = ZoneId.of(config.catalog().timeZone());
    var now = house.catalog().clock().instant();
    var texts = statuses.stream().map(s -> new StatusText(s, spoken, now, zone)).toList();
    if (format.equals("json")) {
      var json = JSON.createObjectNode();
      json.put("summary", new Overview(statuses).sentence(spoken));
      var list = json.putArray("sources");
      texts.forEach(text -> list.add(text.json()));
      console.out().println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json));
    } else {
      console.out().println(new Overview(statuses).sentence(spoken));
      texts.forEach(text -> console.out().print(text.plain()));
    }
    console.out().flush();
  }
}
