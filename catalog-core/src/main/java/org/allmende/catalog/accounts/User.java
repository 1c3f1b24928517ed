package org.allmende.catalog.accounts;

import java.time.Instant;
import java.util.Optional;

/**
 * An account of the API. It has no password: who writes shows a token.
 *
 * @param id its id, a UUID when we made it
 * @param name how it is called, 2 to 100 characters of {@code a-z 0-9 - _}
 * @param fullName the name that people read
 * @param email seen by the user and by sysadmins alone
 * @param about some words about it
 * @param imageUrl its picture
 * @param isSysadmin true for one who may everything
 * @param isDeleted true when it was taken away; its tokens open nothing
 * @param created when it was made
 */
public record User(
    String id,
    String name,
    Optional<String> fullName,
    Optional<String> email,
    Optional<String> about,
    Optional<String> imageUrl,
    boolean isSysadmin,
    boolean isDeleted,
    Instant created) {

  /** A new user of whom nothing but the name is known. */
  public static User named(String id, String name, Instant created) {
    return new User(
        id,
        name,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        created);
  }

  /** This user with or without all rights. */
  public User withSysadmin(boolean other) {
    return new User(id, name, fullName, email, about, imageUrl, other, isDeleted, created);
  }

  /** This user, taken away or brought back. */
  public User withDeleted(boolean other) {
    return new User(id, name, fullName, email, about, imageUrl, isSysadmin, other, created);
  }

  /** What people read: the full name, else the name. */
  public String displayName() {
    return fullName.filter(text -> !text.isBlank()).orElse(name);
  }
}
