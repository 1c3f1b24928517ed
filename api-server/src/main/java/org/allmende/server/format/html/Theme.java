package org.allmende.server.format.html;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Light, dark, or as the system wishes; kept in the one cookie there is, set only by the switch.
 */
enum Theme {
  SYSTEM("system"),
  LIGHT("hell"),
  DARK("dunkel");

  static final String COOKIE = "darstellung";

  private final String key;

  Theme(String key) {
    this.key = key;
  }

  /** Its name in addresses, the cookie and the keys of texts. */
  String key() {
    return key;
  }

  /** For the root of the document: absent where the system decides. */
  @Nullable String attribute() {
    return this == SYSTEM ? null : key;
  }

  static Optional<Theme> find(String key) {
    return Arrays.stream(values()).filter(theme -> theme.key.equals(key)).findFirst();
  }

  /** What the visitor once chose. */
  static Theme of(Context ctx) {
    var cookie = ctx.cookie(COOKIE);
    return cookie == null ? SYSTEM : find(cookie).orElse(SYSTEM);
  }
}
