package org.allmende.catalog.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.allmende.catalog.accounts.Capacity;
import org.allmende.catalog.accounts.Membership;
import org.allmende.catalog.accounts.Token;
import org.allmende.catalog.accounts.User;
import org.jspecify.annotations.Nullable;

/** Users, tokens and memberships as one session sees and changes them. */
final class SqliteAccounts implements AccountsTransaction {

  private static final String VERSION = "accounts-version";

  private static final String ACCOUNT =
      "SELECT id, name, full_name, email, about, image_url, is_sysadmin, is_deleted, created"
          + " FROM account ";

  private static final String TOKEN =
      "SELECT id, account, name, created, expires, accessed FROM token ";

  private static final String MEMBERSHIP =
      """
      SELECT m.group_id, coalesce(o.name, g.name), m.account, m.capacity FROM membership m
      LEFT JOIN organization o ON o.id = m.group_id AND o.state = 'ACTIVE'
      LEFT JOIN own_group g ON g.id = m.group_id AND g.state = 'ACTIVE'
      """;

  private final SqliteSession session;

  SqliteAccounts(SqliteSession session) {
    this.session = session;
  }

  @Override
  public long version() {
    return SqliteVersions.read(session, VERSION);
  }

  /** Says that callers may do other things than before. */
  static void changed(SqliteSession session) {
    SqliteVersions.raise(session, VERSION);
  }

  @Override
  public Optional<User> findUser(String idOrName) {
    var byId = session.first(ACCOUNT + "WHERE id = ?", SqliteAccounts::user, idOrName);
    return byId.isPresent()
        ? byId
        : session.first(ACCOUNT + "WHERE name = ?", SqliteAccounts::user, idOrName);
  }

  @Override
  public List<User> users() {
    return session.list(ACCOUNT + "ORDER BY name", SqliteAccounts::user);
  }

  @Override
  public Optional<Token> findToken(String hash) {
    return session.first(TOKEN + "WHERE hash = ?", SqliteAccounts::token, hash);
  }

  @Override
  public Optional<Token> findTokenById(String id) {
    return session.first(TOKEN + "WHERE id = ?", SqliteAccounts::token, id);
  }

  @Override
  public List<Token> tokens(String userId) {
    return session.list(
        TOKEN + "WHERE account = ? ORDER BY created, id", SqliteAccounts::token, userId);
  }

  @Override
  public List<Membership> memberships(String userId) {
    return session.list(
        MEMBERSHIP + "WHERE m.account = ? AND coalesce(o.name, g.name) IS NOT NULL ORDER BY 2",
        SqliteAccounts::membership,
        userId);
  }

  @Override
  public List<Membership> members(String groupId) {
    return session.list(
        MEMBERSHIP
            + "JOIN account a ON a.id = m.account AND a.is_deleted = 0"
            + " WHERE m.group_id = ? AND coalesce(o.name, g.name) IS NOT NULL ORDER BY a.name",
        SqliteAccounts::membership,
        groupId);
  }

  @Override
  public void put(User user) {
    change(
        """
        INSERT INTO account (id, name, full_name, email, about, image_url, is_sysadmin,
          is_deleted, created) VALUES (?,?,?,?,?,?,?,?,?)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, full_name = excluded.full_name,
          email = excluded.email, about = excluded.about, image_url = excluded.image_url,
          is_sysadmin = excluded.is_sysadmin, is_deleted = excluded.is_deleted
        """,
        user.id(),
        user.name(),
        user.fullName().orElse(null),
        user.email().orElse(null),
        user.about().orElse(null),
        user.imageUrl().orElse(null),
        user.isSysadmin() ? 1 : 0,
        user.isDeleted() ? 1 : 0,
        SqliteRows.micros(user.created()));
  }

  @Override
  public void add(Token token, String hash) {
    change(
        "INSERT INTO token (id, hash, account, name, created, expires) VALUES (?,?,?,?,?,?)",
        token.id(),
        hash,
        token.userId(),
        token.name(),
        SqliteRows.micros(token.created()),
        token.expires().map(SqliteRows::micros).orElse(null));
  }

  @Override
  public void remove(Token token) {
    change("DELETE FROM token WHERE id = ?", token.id());
  }

  @Override
  public void noteAccess(String tokenId, LocalDate day) {
    session.update("UPDATE token SET accessed = ? WHERE id = ?", day.toString(), tokenId);
  }

  @Override
  public void putMember(String groupId, String userId, Capacity capacity) {
    change(
        """
        INSERT INTO membership (group_id, account, capacity) VALUES (?,?,?)
        ON CONFLICT (group_id, account) DO UPDATE SET capacity = excluded.capacity
        """,
        groupId,
        userId,
        capacity.word());
  }

  @Override
  public void removeMember(String groupId, String userId) {
    change("DELETE FROM membership WHERE group_id = ? AND account = ?", groupId, userId);
  }

  private void change(String sql, @Nullable Object... parameters) {
    session.update(sql, parameters);
    changed(session);
  }

  private static User user(ResultSet row) throws SQLException {
    return new User(
        row.getString(1),
        row.getString(2),
        Optional.ofNullable(row.getString(3)),
        Optional.ofNullable(row.getString(4)),
        Optional.ofNullable(row.getString(5)),
        Optional.ofNullable(row.getString(6)),
        row.getInt(7) == 1,
        row.getInt(8) == 1,
        SqliteRows.instant(row.getLong(9)));
  }

  private static Token token(ResultSet row) throws SQLException {
    var expires = row.getLong(5);
    var lasts = row.wasNull();
    return new Token(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        SqliteRows.instant(row.getLong(4)),
        lasts ? Optional.empty() : Optional.of(SqliteRows.instant(expires)),
        Optional.ofNullable(row.getString(6)).map(LocalDate::parse));
  }

  private static Membership membership(ResultSet row) throws SQLException {
    return new Membership(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        Capacity.valueOf(row.getString(4).toUpperCase(Locale.ROOT)));
  }
}
