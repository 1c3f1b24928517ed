package org.allmende.server;

import java.util.Optional;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.accounts.Capacity;

/** Tokens for users made on the spot. */
public final class TestTokens {

  private TestTokens() {}

  /** Of a user who may everything. */
  public static String sysadmin(Catalog catalog, String name) {
    return catalog
        .accounts()
        .changing(
            change -> {
              var user = change.put(change.userNamed(name).withSysadmin(true));
              return change.newToken(user, "test", Optional.empty()).secret();
            });
  }

  /** Of a user who is nothing anywhere. */
  public static String user(Catalog catalog, String name) {
    return catalog
        .accounts()
        .changing(
            change -> change.newToken(change.userNamed(name), "test", Optional.empty()).secret());
  }

  /** Of a user who is this in the organization, which must be there. */
  public static String member(
      Catalog catalog, String name, Capacity capacity, String organization) {
    var group = catalog.findOrganization(organization).orElseThrow();
    return catalog
        .accounts()
        .changing(
            change -> {
              var user = change.userNamed(name);
              change.accounts().putMember(group.id(), user.id(), capacity);
              return change.newToken(user, "test", Optional.empty()).secret();
            });
  }
}
