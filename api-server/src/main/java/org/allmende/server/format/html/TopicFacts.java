package org.allmende.server.format.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.model.DatasetView;
import org.allmende.catalog.model.Organization;
import org.allmende.server.format.html.DatasetPage.Fact;
import org.allmende.vocab.codelist.CodeLists;
import org.allmende.vocab.codelist.Concept;
import org.allmende.vocab.codelist.Municipalities;
import org.allmende.vocab.codelist.Municipality;

/** What is known about a publisher or a place, a line each. For one page, on one thread. */
final class TopicFacts {
  private static final int STATE = 2;
  private static final int DISTRICT = 5;

  private final Texts texts;
  private final Address address;
  private final List<Fact> facts = new ArrayList<>();

  TopicFacts(Texts texts, Address address) {
    this.texts = texts;
    this.address = address;
  }

  /**
   * What a publisher is, its page, and whom most of its datasets name to turn to.
   *
   * @param some of its datasets
   */
  List<Fact> of(Organization organization, List<CatalogEntry> some) {
    var views = some.stream().map(CatalogEntry::view).toList();
    mostFrequent(views, view -> view.publisher().flatMap(publisher -> publisher.type()))
        .ifPresent(type -> add("topic.kind", type.label(texts.language()), ""));
    organization
        .homepage()
        .filter(Shown::isWebAddress)
        .ifPresent(page -> add("property.foaf.homepage", page, page));
    mostFrequent(views, view -> view.contacts().stream().map(Contact::of).findFirst())
        .filter(contact -> !contact.name().isEmpty())
        .ifPresent(contact -> add("fact.contact", contact.name(), contact.target()));
    return facts;
  }

  private static <T> Optional<T> mostFrequent(
      List<DatasetView> views, Function<DatasetView, Optional<T>> read) {
    return views.stream()
        .flatMap(view -> read.apply(view).stream())
        .collect(Collectors.groupingBy(value -> value, Collectors.counting()))
        .entrySet()
        .stream()
        .max(Comparator.comparingLong(Map.Entry::getValue))
        .map(Map.Entry::getKey);
  }

  /** Where a place lies, and what the official directory says about it. */
  List<Fact> of(Topic place) {
    var key = place.sought();
    if (key.length() <= DISTRICT) {
      Topics.area(key)
          .flatMap(area -> area.attribute("kind"))
          .ifPresent(kind -> add("topic.kind", kind, ""));
      within(key, STATE, "place.state");
      add("place.key", key, "");
      return facts;
    }
    var town = Municipalities.findByAgs(key);
    town.ifPresent(it -> add("topic.kind", it.kind().label(), ""));
    within(key, DISTRICT, "place.district");
    within(key, STATE, "place.state");
    town.filter(Municipality::isInhabited)
        .ifPresent(it -> add("place.inhabitants", texts.number(it.inhabitants()), ""));
    add("place.ags", key, "");
    if (!place.key().equals(key)) {
      add("place.ars", place.key(), "");
    }
    return facts;
  }

  /** The district or state that a place lies in, by the first digits of its key. */
  private void within(String key, int length, String label) {
    if (key.length() > length) {
      var parent = key.substring(0, length);
      (length == STATE ? CodeLists.states() : CodeLists.districts())
          .find(parent)
          .map((Concept area) -> area.label(texts.language()))
          .ifPresent(name -> add(label, name, address.topic(TopicKind.PLACE, parent)));
    }
  }

  private void add(String key, String text, String target) {
    facts.add(new Fact(texts.get(key), text, target, ""));
  }
}
