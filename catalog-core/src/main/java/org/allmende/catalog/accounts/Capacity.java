package org.allmende.catalog.accounts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a user is in an organization or a group ({@code ckan-api.md} 2.2). */
public enum Capacity {
  /** Edits it and manages its members; may all that an editor may. */
  ADMIN,
  /** Creates, updates and deletes its datasets; a group has none. */
  EDITOR,
  /** Reads its private datasets and drafts. */
  MEMBER;

  /** As in requests and answers, such as {@code editor}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As people read it, such as {@code Editor}. */
  public String title() {
    return name().charAt(0) + word().substring(1);
  }

  /** The capacity with this word; letter case does not matter. */
  public static Optional<Capacity> find(String word) {
    return Arrays.stream(values()).filter(c -> c.name().equalsIgnoreCase(word)).findFirst();
  }
}
