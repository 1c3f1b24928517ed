package org.allmende.server.format.html;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.CatalogSettings.Town;
import org.allmende.catalog.model.DatasetView;
import org.allmende.catalog.model.SeriesView;
import org.allmende.catalog.model.Times;
import org.allmende.server.format.html.DatasetPage.Beside;
import org.allmende.server.format.html.DatasetPage.Fact;

/** Who, what, where and when of a dataset, a line each. For one page, on one thread. */
final class DatasetFacts {
  private final CatalogEntry entry;
  private final DatasetView view;
  private final Shown shown;
  private final Address address;
  private final Texts texts;
  private final List<Fact> facts = new ArrayList<>();

  DatasetFacts(CatalogEntry entry, DatasetView view, Shown shown, Address address) {
    this.entry = entry;
    this.view = view;
    this.shown = shown;
    this.address = address;
    this.texts = shown.texts();
  }

  List<Fact> all(Beside beside) {
    var publisher = entry.publisher();
    link("fact.publisher", publisher.title(), address.publisher(publisher.name().value()));
    view.contacts().stream()
        .findFirst()
        .map(Contact::of)
        .filter(contact -> !contact.name().isEmpty())
        .ifPresent(contact -> link("fact.contact", contact.name(), contact.target()));
    themes();
    view.series().forEach(this::series);
    period();
    places(beside.town());
    rhythm(beside.now());
    view.modified().or(view::issued).ifPresent(time -> day("fact.modified", shown.day(time)));
    day("fact.record", shown.day(entry.record().modified()));
    var slug = entry.addresses().name().value();
    link("fact.quality", beside.points(), address.datasetQuality(slug));
    return facts;
  }

  private void themes() {
    for (var theme : view.themes()) {
      link(
          "fact.theme",
          theme.label(texts.language()),
          address.search("thema", theme.code().toLowerCase(Locale.ROOT)));
    }
  }

  private void series(SeriesView series) {
    var page = address.topic(TopicKind.SERIES, series.slug().value());
    link("fact.series", series.called(texts.language()), page);
  }

  private void period() {
    view.periods().stream().findFirst().ifPresent(this::period);
  }

  private void period(DatasetView.PeriodView period) {
    var start = day(period.start());
    var end = day(period.end());
    if (start.isPresent() || end.isPresent()) {
      text("fact.period", start.orElse("…") + " – " + end.orElse("…"));
    }
  }

  private Optional<String> day(Optional<String> written) {
    return written.flatMap(Times::parse).map(shown::day).map(FileView.Day::words);
  }

  /** What the description names, then what its keys stand for. */
  private void places(Optional<Town> own) {
    var named =
        view.places().stream()
            .flatMap(place -> place.name().in(texts.language()).stream())
            .distinct()
            .toList();
    named.forEach(name -> text("fact.place", name));
    view.placeKeys().forEach(key -> place(key, own, named));
  }

  private void place(String key, Optional<Town> own, List<String> named) {
    var name = Topics.placeName(key, texts.language());
    if (name.isPresent()) {
      link("fact.place", name.get(), address.topic(TopicKind.PLACE, Topics.placeKey(key)));
    } else {
      own.filter(town -> town.ags().equals(key) || town.ars().filter(key::equals).isPresent())
          .filter(town -> !named.contains(town.name()))
          .ifPresent(this::ownTown);
    }
  }

  private void ownTown(Town town) {
    var page = address.topic(TopicKind.PLACE, town.ars().orElse(town.ags()));
    link("fact.place", town.name(), page);
  }

  /** How often the data shall change, and whether it did in time as far as anybody can tell. */
  private void rhythm(Instant now) {
    view.frequency()
        .ifPresent(
            frequency -> {
              var label = frequency.label(texts.language());
              var kept =
                  view.modified()
                      .flatMap(changed -> Rhythm.lateFrom(frequency, changed))
                      .map(late -> kept(late, now));
              text("fact.frequency", kept.map(said -> label + ", " + said).orElse(label));
            });
  }

  private String kept(Instant late, Instant now) {
    return now.isBefore(late)
        ? texts.get("rhythm.kept")
        : texts.get("rhythm.late", "day", shown.day(late).words());
  }

  private void text(String key, String text) {
    link(key, text, "");
  }

  private void link(String key, String text, String target) {
    facts.add(new Fact(texts.get(key), text, target, ""));
  }

  private void day(String key, FileView.Day day) {
    facts.add(Fact.day(texts.get(key), day));
  }
}
