package org.allmende.catalog.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.allmende.catalog.accounts.Group;
import org.allmende.catalog.model.DatasetSlug;
import org.allmende.catalog.model.Uuids;

/**
 * Organizations and own groups as one session sees and changes them. They lie in two tables with
 * the same columns; an organization has an IRI and a homepage beside.
 */
final class SqliteGroups implements GroupsTransaction {

  private static final String VERSION = "groups-version";

  private final SqliteSession session;

  SqliteGroups(SqliteSession session) {
    this.session = session;
  }

  @Override
  public long version() {
    return SqliteVersions.read(session, VERSION);
  }

  @Override
  public Optional<Group> find(Group.Kind kind, String idOrName) {
    var byId = first(kind, "id", idOrName);
    return byId.isPresent() ? byId : first(kind, "name", idOrName);
  }

  private Optional<Group> first(Group.Kind kind, String column, String value) {
    return session.first(select(kind) + " AND " + column + " = ?", row -> group(row, kind), value);
  }

  @Override
  public List<Group> all(Group.Kind kind) {
    return session.list(select(kind) + " ORDER BY name", row -> group(row, kind));
  }

  private static String select(Group.Kind kind) {
    return "SELECT id, name, title, description, image_url, extras, parents, state, created FROM "
        + table(kind)
        + " WHERE state <> 'PURGED'";
  }

  private static String table(Group.Kind kind) {
    return kind == Group.Kind.ORGANIZATION ? "organization" : "own_group";
  }

  @Override
  public boolean isFreeName(String name) {
    return !session.exists(
        "SELECT 1 FROM organization WHERE name = ?1 UNION SELECT 1 FROM own_group WHERE name = ?1",
        name);
  }

  @Override
  public boolean isFreeId(String id) {
    return !session.exists(
        "SELECT 1 FROM organization WHERE id = ?1 UNION SELECT 1 FROM own_group WHERE id = ?1", id);
  }

  @Override
  public boolean hasDatasets(Group group) {
    return session.exists("SELECT 1" + datasetsIn(group.kind()) + " LIMIT 1", key(group));
  }

  /** The datasets of an organization by its id, those in an own group by its name. */
  private static String datasetsIn(Group.Kind kind) {
    return " FROM dataset d JOIN revision r ON r.sequence = d.sequence WHERE d.is_gone = 0 AND "
        + switch (kind) {
          case ORGANIZATION -> "r.publisher = ?";
          case GROUP -> "EXISTS (SELECT 1 FROM json_each(r.record, '$.groups') WHERE value = ?)";
        };
  }

  private static String key(Group group) {
    return group.kind() == Group.Kind.ORGANIZATION ? group.id() : group.name().value();
  }

  @Override
  public void renewDatasets(Group group, Instant now) {
    var last = session.number(SqliteSnapshot.LAST_SEQUENCE);
    session.update(
        "INSERT INTO revision (ordinal, change, body, record, hash, publisher, at)"
            + " SELECT r.ordinal, r.change, r.body, r.record, r.hash, r.publisher, "
            + SqliteRows.micros(now)
            + datasetsIn(group.kind())
            + " ORDER BY d.ordinal",
        key(group));
    for (var table : List.of("dataset", "computed")) {
      session.update(
          "UPDATE "
              + table
              + " SET sequence = (SELECT max(r.sequence) FROM revision r WHERE r.ordinal = "
              + table
              + ".ordinal) WHERE ordinal IN (SELECT ordinal FROM revision WHERE sequence > ?)",
          last);
    }
  }

  @Override
  public void put(Group group) {
    if (group.kind() == Group.Kind.GROUP) {
      session.update(
          "INSERT INTO own_group (id, name, title, created) VALUES (?, ?, ?, ?)"
              + " ON CONFLICT (id) DO NOTHING",
          group.id(),
          group.name().value(),
          group.title(),
          SqliteRows.micros(group.created()));
    }
    update(group, group.name().value());
  }

  private void update(Group group, String name) {
    session.update(
        "UPDATE "
            + table(group.kind())
            + " SET name = ?, title = ?, description = ?, image_url = ?, extras = ?, parents = ?,"
            + " state = ? WHERE id = ?",
        name,
        group.title(),
        group.description(),
        group.imageUrl(),
        RecordJson.writeTexts(group.extras()),
        RecordJson.writeList(group.parents()),
        group.state().name(),
        group.id());
    changed();
  }

  @Override
  public void purge(Group group) {
    session.update("DELETE FROM membership WHERE group_id = ?", group.id());
    if (group.kind() == Group.Kind.GROUP) {
      session.update("DELETE FROM own_group WHERE id = ?", group.id());
      changed();
      return;
    }
    // The name becomes free; whoever reads an old revision still finds its publisher by the id.
    update(
        Group.named(group.id(), group.kind(), group.name(), group.created())
            .withState(Group.State.PURGED),
        Uuids.v5(Uuids.URL, "purged/" + group.id()).toString());
  }

  /** Callers know groups by their names, so what they may do changes too. */
  private void changed() {
    SqliteVersions.raise(session, VERSION);
    SqliteAccounts.changed(session);
  }

  private static Group group(ResultSet row, Group.Kind kind) throws SQLException {
    return new Group(
        row.getString(1),
        kind,
        new DatasetSlug(row.getString(2)),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        new TreeMap<>(RecordJson.readTexts(row.getString(6))),
        RecordJson.readList(row.getString(7)),
        Group.State.valueOf(row.getString(8)),
        SqliteRows.instant(row.getLong(9)));
  }
}
