package org.allmende.catalog.accounts;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.allmende.catalog.model.DatasetSlug;

/**
 * An organization or an own group as people edit it. Themes are not among them: they are what the
 * EU says.
 *
 * @param id its CKAN id
 * @param kind which of the two
 * @param name its CKAN name; both kinds share one set of names
 * @param title what people read; may be empty
 * @param description some words about it; may be empty
 * @param imageUrl its picture, an address or the name of a file; may be empty
 * @param extras what else is said about it, by key
 * @param parents CKAN names of those above it
 * @param state whether it is there
 * @param created when it was made, or first seen
 */
public record Group(
    String id,
    Kind kind,
    DatasetSlug name,
    String title,
    String description,
    String imageUrl,
    SortedMap<String, String> extras,
    List<String> parents,
    State state,
    Instant created) {

  public Group {
    extras = Collections.unmodifiableSortedMap(new TreeMap<>(extras));
    parents = List.copyOf(parents);
  }

  /** What has members. */
  public enum Kind {
    /** Publishes datasets, each of which belongs to one. */
    ORGANIZATION,
    /** Collects datasets, each of which may be in several. */
    GROUP
  }

  /** Whether it is there. */
  public enum State {
    ACTIVE,
    /** Seen by sysadmins alone; its name stays taken. */
    DELETED,
    /** Emptied for good; old revisions still point at its id. */
    PURGED
  }

  /** One of which nothing but the name is known. */
  public static Group named(String id, Kind kind, DatasetSlug name, Instant created) {
    return new Group(id, kind, name, "", "", "", new TreeMap<>(), List.of(), State.ACTIVE, created);
  }

  public boolean isActive() {
    return state == State.ACTIVE;
  }

  /** What people read: the title, else the name. */
  public String displayName() {
    return title.isBlank() ? name.value() : title;
  }

  /** This one in another state. */
  public Group withState(State other) {
    return new Group(id, kind, name, title, description, imageUrl, extras, parents, other, created);
  }

  /** This one with another name and other texts. */
  public Group withTexts(
      DatasetSlug newName, String newTitle, String newDescription, String newImageUrl) {
    return new Group(
        id, kind, newName, newTitle, newDescription, newImageUrl, extras, parents, state, created);
  }

  /** This one with other extras. */
  public Group withExtras(Map<String, String> other) {
    return new Group(
        id,
        kind,
        name,
        title,
        description,
        imageUrl,
        new TreeMap<>(other),
        parents,
        state,
        created);
  }

  /** This one below others. */
  public Group withParents(List<String> other) {
    return new Group(id, kind, name, title, description, imageUrl, extras, other, state, created);
  }
}
